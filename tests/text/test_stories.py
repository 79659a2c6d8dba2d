"""The built-in stories: the same for a seed, correct English, held together by their content."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from bertscope.recipe import BUILT_IN, LITTLE_STORIES, STORIES
from bertscope.text.stories import (
    FEWEST_SENTENCES,
    MOST_SENTENCES,
    Story,
    tell_story,
    write_stories,
)
from bertscope.text.storybook import Book, Slot, read_book
from bertscope.text.tokenizer import WordPieceTokenizer
from bertscope.text.vocabulary import build_vocabulary

COUNT = 6000
MILLION = 1_000_000
WRONG = [
    r"\ba (?!uni|use|eu|one)[aeiou]",
    r"\ban (?!hour|honest|heir|[A-Z]\b)[^aeiou]",
    r"\b(?:I|you|we|they) (?:is|has|does|likes|wants|eats|plays)\b",
    r"\b(?:he|she|it) (?:am|are|were|have|like|want|eat)\b",
    r"(?<!and )\bI (?:are|were|is)\b",
    r"\b(?:we|they|you) (?:am|was)\b",
    r"\bme (?:is|was|likes|am)\b",
    r"(?i)\b(\w+) \1\b",
    r"\bme and (?:I|he|she|we)\b|\bI and\b|\bwe and [A-Z]",
]
"""What no sentence may hold: articles, verbs and pronouns that disagree, words said twice."""


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return [tell_story(0, number) for number in range(COUNT)]


@pytest.fixture(scope="module")
def sentences(stories: list[Story]) -> list[str]:
    return [sentence for story in stories for sentence in story.sentences]


def _words(sentence: str) -> list[str]:
    return re.findall(r"[a-z]+", sentence.lower())


def test_a_seed_gives_the_same_stories_and_another_seed_others(stories: list[Story]):
    assert write_stories(0, 50) == [story.sentences for story in stories[:50]]
    assert write_stories(1, 50) != write_stories(0, 50)


def test_stories_have_four_to_seven_sentences(stories: list[Story]):
    lengths = {len(story.sentences) for story in stories}
    assert lengths == set(range(FEWEST_SENTENCES, MOST_SENTENCES + 1)) == {4, 5, 6, 7}


def test_there_are_many_kinds_of_scene_and_all_are_told(stories: list[Story]):
    names = [scene.name for scene in read_book().scenes]
    assert len(set(names)) == len(names) >= 40
    assert {story.scene for story in stories} == set(names)


@pytest.mark.parametrize("corpus", BUILT_IN)
def test_every_word_that_a_scene_asks_for_is_there(corpus: str):
    """For every wording of every scene, told or not."""
    book = read_book(corpus)
    for scene in book.scenes:
        known = {*scene.words, *book.lists, *(key for row in scene.cast for key in row), "place"}
        for pet in scene.pets:
            known |= set(book.pets[book.plurals.get(pet, pet)])
        for beat in scene.plot:
            for wording in beat.wordings:
                for word in _asked_for(book, wording.text):
                    assert word in known or word.rstrip("23") in known, (scene.name, wording.text)


def _asked_for(book: Book, wording: str) -> set[str]:
    plain = {"hero", "friend", "both", "other", "they", "them", "I", "am", "me", "my", "kind"}
    asked = set()
    for head, form in re.findall(r"\{(\w+) ?([^}]*)\}", wording):
        if head == "a":
            asked.add(form)
        elif form.startswith("*"):
            asked.add(form[1:])
        elif head == "where":
            asked.add("place")
        elif head == "pet" and form == "name":
            asked.add("pet_name")
        elif head not in plain | {"pet"}:
            asked.add(head)
    return asked - {"pet_name", "kind"}


@pytest.mark.parametrize("corpus", BUILT_IN)
def test_a_cast_has_the_same_words_in_every_row(corpus: str):
    for scene in read_book(corpus).scenes:
        assert len({frozenset(row) for row in scene.cast}) <= 1, scene.name


def test_every_sentence_is_well_formed(sentences: list[str]):
    for sentence in sentences:
        assert sentence.lstrip('"')[0].isupper(), sentence
        assert sentence.count('"') % 2 == 0, sentence
        assert not re.search(r"  | [,.!?]|\.\.|[{}\[\]|_=*]|^[^\w\"]", sentence), sentence


@pytest.mark.parametrize("wrong", WRONG)
def test_no_sentence_breaks_agreement(sentences: list[str], wrong: str):
    pattern = re.compile(wrong)
    # In a question the verb agrees with what stands before it: "Why does he like it?"
    bad = [s for s in sentences if pattern.search(s) and "?" not in s]
    assert not [s for s in bad if not re.search(r"\b(?:do|does|did|let|made|saw) \w+ \w+", s)][:5]


def test_some_sentences_end_without_a_full_stop(sentences: list[str]):
    """As people type them; the model is to know such sentences too."""
    share = sum(sentence[-1] not in '.!?"' for sentence in sentences) / len(sentences)
    assert 0.05 < share < 0.15


def test_there_are_questions_negations_dialogue_and_both_tenses(sentences: list[str]):
    def share(pattern: str) -> float:
        return sum(bool(re.search(pattern, s)) for s in sentences) / len(sentences)

    assert share(r"\?") > 0.05
    assert share(r"\b(?:not|no|never|nobody|nothing)\b") > 0.08
    assert share('"') > 0.15
    assert share(r"\b(?:is|are|has|likes|does)\b") > 0.15
    assert share(r"\b(?:was|were|had|liked|did)\b") > 0.15


def test_the_sentences_of_the_classic_figure_are_at_home():
    told = (tell_story(0, number) for number in range(20_000))
    sentences = [s.rstrip(".") for story in told if story.scene == "a pet" for s in story.sentences]
    owners = Counter(m[1] for s in sentences if (m := re.fullmatch(r"(\w+) dog (?:is|are) \w+", s)))
    assert {"My", "Your", "Her", "His", "Our"} <= set(owners)
    likes = {s.split()[0] for s in sentences if re.fullmatch(r"\w+ likes? \w+ing", s)}
    assert {"He", "She", "It"} <= likes


def test_told_with_other_content_a_story_keeps_its_form():
    """Its scene and wordings are the same, its names and things are not."""
    different = []
    for number in range(300):
        story, decoy = tell_story(0, number), tell_story(0, number, content=9)
        assert story.scene == decoy.scene
        assert len(story.sentences) == len(decoy.sentences)
        different += [a != b for a, b in zip(story.sentences, decoy.sentences, strict=True)]
        for a, b in zip(story.sentences, decoy.sentences, strict=True):
            assert ("?" in a) == ("?" in b)
            assert a.count('"') == b.count('"')
    assert sum(different) > 0.97 * len(different)
    assert tell_story(0, 5, content=9) == tell_story(0, 5, content=9)


def test_names_and_topic_words_recur_from_sentence_to_sentence(
    stories: list[Story], sentences: list[str]
):
    """Neighbours share a word that is rare among sentences; those in a decoy's place seldom do."""
    frequency = Counter(word for sentence in sentences for word in set(_words(sentence)))
    topical = {word for word, count in frequency.items() if count < 0.01 * len(sentences)}

    def share(pairs: list[tuple[str, str]]) -> float:
        shared = [bool(topical & set(_words(a)) & set(_words(b))) for a, b in pairs]
        return sum(shared) / len(shared)

    some = range(1500)
    decoys = [tell_story(0, number, content=9).sentences for number in some]
    near = [pair for number in some for pair in pairwise(stories[number].sentences)]
    far = [
        (a, b)
        for number in some
        for a, b in zip(stories[number].sentences, decoys[number][1:], strict=False)
    ]
    assert share(near) > 0.6
    assert share(far) < 0.25


def test_the_form_of_a_sentence_says_little_about_its_place(stories: list[Story]):
    """How it begins and ends, and its length: openings look like what comes later."""

    def form(sentence: str) -> tuple[bool, ...]:
        return (
            sentence[0] == '"',
            "?" in sentence,
            sentence[-1] == '"',
            bool(re.match(r"(?:On|In|At|After|Before|When|While)\b", sentence)),
            bool(re.match(r'"?(?:He|She|They|It|We|I|My)\b', sentence)),
            len(sentence.split()) > 11,
        )

    first = Counter(form(story.sentences[0]) for story in stories)
    later = Counter(form(s) for story in stories for s in story.sentences[1:])
    total = sum(later.values())
    forms = {*first, *later}
    # The best guess from the form alone whether a sentence opens its story, both equally likely.
    best = sum(max(first[f] / len(stories), later[f] / total) for f in forms) / 2
    assert best < 0.62


def test_thousands_of_words_make_the_stories(sentences: list[str]):
    counts = Counter(word for sentence in sentences for word in _words(sentence))
    assert len(counts) > 3000
    # Natural frequencies: few words make half of the text, most are rare.
    ordered = sorted(counts.values(), reverse=True)
    assert sum(ordered[:120]) > 0.5 * sum(ordered)
    assert sum(count < 20 for count in ordered) > 0.4 * len(ordered)


def test_every_word_of_the_stories_fits_in_a_small_vocabulary(sentences: list[str]):
    tokenizer = WordPieceTokenizer(build_vocabulary(sentences, 8192))
    assert " ".join(tokenizer.cut("My dog is cute.").tokens) == "my dog is cute ."
    assert " ".join(tokenizer.cut("He likes playing.").tokens) == "he likes play ##ing ."
    assert not any(tokenizer.unk_id in ids for ids in tokenizer.cut_ids(sentences))


def test_stories_are_hardly_ever_told_twice(stories: list[Story]):
    assert len({tuple(story.sentences) for story in stories}) == len(stories)


# --- Choices within a wording -----------------------------------------------------------------

PLOT = [
    ["{hero} [sat|stood|lay] [down |]here."],
    ["[{pet}|{friend}] [saw {a thing}|slept]."],
    ["[there was {a thing}|{they} went home] {where}."],
]


def _little_book(plot: list[list[str]]) -> Book:
    scene = {
        "name": "choices",
        "heroes": ["name"],
        "pets": ["dog", "cat"],
        "thing": ["apple", "ball", "egg", "kite"],
        "place": ["park", "garden"],
        "plot": plot,
    }
    people = {"she": ["Anna", "Emma", "Ida"], "he": ["Tom", "Ben", "Jim"]}
    kin = {"she": ["aunt", "mother"], "he": ["uncle", "father"]}
    empty = {name: {} for name in ("lists", "opposites", "plurals", "participles", "forms")}
    return Book(
        {
            "people": people,
            "relatives": kin,
            "siblings": kin,
            "places": {"in": ["park", "garden"], "on": []},
            "pets": {"dog": {}, "cat": {}},
            "scene": [scene],
            **empty,
        }
    )


def _told_from(monkeypatch: pytest.MonkeyPatch, plot: list[list[str]], count: int) -> list[Story]:
    book = _little_book(plot)
    monkeypatch.setattr("bertscope.text.stories.read_book", lambda _: book)
    return [tell_story(0, number) for number in range(count)]


def test_one_of_several_texts_is_drawn_each_time(monkeypatch: pytest.MonkeyPatch):
    told = [story.sentences for story in _told_from(monkeypatch, PLOT, 900)]
    first = Counter(" ".join(s[0].rstrip(".").split()[1:]) for s in told)
    assert first.keys() == {f"{v} {d}here" for v in ("sat", "stood", "lay") for d in ("down ", "")}
    assert min(first.values()) > 900 / 6 * 0.7
    # A slot in an option is a slot like others, and an option may begin a sentence.
    second = Counter(bool(re.search(r" saw (?:a|an) \w+\.?$", s[1])) for s in told)
    assert 300 < second[True] < 600
    assert all(s[1][0].isupper() and s[2][0].isupper() for s in told)
    assert {s[2].split()[0] for s in told} == {"There", "They"}
    for sentences in told:
        things = re.findall(r"(?:saw|was) an? (\w+)", " ".join(sentences))
        assert len(set(things)) <= 1


def test_with_other_content_the_same_texts_are_drawn(monkeypatch: pytest.MonkeyPatch):
    stories = _told_from(monkeypatch, PLOT, 200)
    forms = re.compile(r"sat|stood|lay|down|here|saw|slept|There was|went home|\.$")
    for number, story in enumerate(stories):
        decoy = tell_story(0, number, content=7)
        for a, b in zip(story.sentences, decoy.sentences, strict=True):
            assert forms.findall(a) == forms.findall(b)


def test_the_slots_of_a_wording_are_also_those_of_its_choices():
    (scene,) = _little_book(PLOT[1:2]).scenes
    (wording,) = scene.plot[0].wordings
    assert list(wording.slots()) == [
        Slot("pet", "", first=True),
        Slot("friend", "", first=True),
        Slot("a", "thing", first=False),
    ]


# --- The little stories -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def little() -> list[Story]:
    return [tell_story(0, number, corpus=LITTLE_STORIES) for number in range(COUNT)]


@pytest.fixture(scope="module")
def little_sentences(little: list[Story]) -> list[str]:
    return [sentence for story in little for sentence in story.sentences]


def test_a_seed_gives_the_same_little_stories_too(little: list[Story]):
    assert write_stories(0, 40, LITTLE_STORIES) == [story.sentences for story in little[:40]]
    assert tell_story(0, 7, corpus=LITTLE_STORIES) == little[7]
    assert tell_story(1, 7, corpus=LITTLE_STORIES) != little[7]
    assert tell_story(0, 7, corpus=STORIES) != little[7]
    decoy = tell_story(0, 7, content=9, corpus=LITTLE_STORIES)
    assert decoy == tell_story(0, 7, content=9, corpus=LITTLE_STORIES) != little[7]


def test_little_stories_have_few_words_and_all_their_scenes_are_told(
    little: list[Story], little_sentences: list[str]
):
    """So few that a small model has met each of them a thousand times within a minute."""
    assert len({word for sentence in little_sentences for word in _words(sentence)}) <= 450
    assert {s.scene for s in little} == {scene.name for scene in read_book(LITTLE_STORIES).scenes}
    assert {len(story.sentences) for story in little} <= {4, 5, 6, 7}
    assert max(len(sentence.split()) for sentence in little_sentences) <= 12
    assert len({tuple(story.sentences) for story in little}) > 0.98 * COUNT


def test_little_sentences_are_well_formed(little_sentences: list[str]):
    for sentence in little_sentences:
        assert sentence[0].isupper(), sentence
        assert not re.search(r"  | [,.!?]|\.\.|[{}\[\]|_=*\"]", sentence), sentence


@pytest.mark.parametrize(
    "wrong",
    [
        *WRONG,
        r"\b(?:I|You|We|They|you|we|they) \w+[^s]s\b",
        r"^(?!I |You |We |They )\w+ (?:eat|get|go|have|like|love|need|play|see|want|wear|win)\b",
        r"\band \w+ (?:eats|plays|takes|wants)\b",
    ],
)
def test_no_little_sentence_breaks_agreement(little_sentences: list[str], wrong: str):
    assert not [s for s in little_sentences if re.search(wrong, s)][:5]


def test_little_stories_keep_their_form_with_other_content(little: list[Story]):
    for number, story in enumerate(little[:1500]):
        decoy = tell_story(0, number, content=9, corpus=LITTLE_STORIES)
        assert story.scene == decoy.scene
        for a, b in zip(story.sentences, decoy.sentences, strict=True):
            assert re.findall(r"[.,?!]", a) == re.findall(r"[.,?!]", b)


@pytest.mark.slow
def test_of_a_million_sentences_few_are_duplicates():
    told = distinct = number = 0
    seen: set[str] = set()
    while told < MILLION:
        sentences = tell_story(0, number).sentences
        told, number = told + len(sentences), number + 1
        seen.update(sentences)
        distinct = len(seen)
    assert 1 - distinct / told < 0.05
