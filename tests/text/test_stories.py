"""The built-in stories: the same for a seed, readable, and held together by what they are about."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from bertscope.text.stories import FEWEST_SENTENCES, MOST_SENTENCES, write_stories
from bertscope.text.tokenizer import WordPieceTokenizer
from bertscope.text.vocabulary import build_vocabulary

Stories = list[list[str]]


@pytest.fixture(scope="module")
def stories() -> Stories:
    return write_stories(0, 4000)


def _words(sentence: str) -> list[str]:
    return re.findall(r"[a-z]+", sentence.lower())


def test_a_seed_gives_the_same_stories_and_another_seed_others(stories: Stories) -> None:
    assert write_stories(0, 50) == stories[:50]
    assert write_stories(1, 50) != stories[:50]


def test_stories_have_four_to_seven_sentences(stories: Stories) -> None:
    lengths = set(map(len, stories))
    assert lengths == set(range(FEWEST_SENTENCES, MOST_SENTENCES + 1)) == {4, 5, 6, 7}


def test_every_sentence_is_well_formed(stories: Stories) -> None:
    for sentence in (s for story in stories for s in story):
        assert re.fullmatch(r'(?:"[A-Z][^"]*[,.!?]" ?)?[A-Za-z,:\' ]*[.!?]?', sentence), sentence
        assert sentence[-1] in '.!?"', sentence
        assert sentence.lstrip('"')[0].isupper(), sentence
        assert not re.search(r"  | [,.!?]|[{}_=*]", sentence), sentence


@pytest.mark.parametrize(
    "wrong",
    [
        r"\ban? [a-z]+s (?:is|was)\b",
        r"\ba [aeiou]",
        r"\ban [^aeiou]",
        r"\b(?:I|you|we|they) (?:is|has|does|likes|wants|eats|plays)\b",
        r"\b(?:he|she|it) (?:am|are|were|have|like|want|eat)\b",
        r"(?<!and )\bI (?:are|were)\b",
        r"\b(?:we|they|you) (?:am|was)\b",
        r"\b(?:me|him|us|them) (?:is|was|likes)\b",
        r"(?i)\b(\w+) \1\b",
        r"\band me\b|\bme and\b|\bI and\b",
    ],
)
def test_no_sentence_breaks_agreement(stories: Stories, wrong: str) -> None:
    pattern = re.compile(wrong)
    # In a question the verb agrees with what stands before it: "Why is he so happy?"
    bad = [s for story in stories for s in story if pattern.search(s) and not s.endswith("?")]
    assert not bad[:5]


def test_pronouns_are_told_of_someone(stories: Stories) -> None:
    """A story about a named girl doesn't call her he: he and she stay two."""
    named = {
        name for story in stories for s in story for name in re.findall(r"\bAnna\b|\bTom\b", s)
    }
    assert named == {"Anna", "Tom"}
    for story in stories:
        if not story[0].startswith(("Anna ", "Anna's ")):
            continue
        opening = " ".join(story)
        assert " she " in opening.lower() or " her" in opening or opening.count("Anna") >= 2


def test_the_sentences_of_the_classic_figure_are_at_home(stories: Stories) -> None:
    sentences = Counter(s for story in stories for s in story)
    openings = Counter(
        (match[1], match[2])
        for s in sentences
        if (match := re.fullmatch(r"(My|Your|Her|His|Our|Their) (\w+) (?:is|are) \w+\.", s))
    )
    assert {owner for owner, _ in openings} == {"My", "Your", "Her", "His", "Our", "Their"}
    assert {"dog", "cat", "horse", "bird", "dogs"} <= {pet for _, pet in openings}
    likes = {s.split()[0] for s in sentences if re.fullmatch(r"\w+ likes? \w+ing\.", s)}
    assert {"He", "She", "It", "They"} <= likes
    follows = sum(
        bool(re.fullmatch(r"(?:My|Your) \w+ is \w+\.", a)) and bool(re.match(r"(?:He|She|It) ", b))
        for story in stories
        for a, b in pairwise(story)
    )
    assert follows > 50


def test_names_and_topic_words_recur_from_sentence_to_sentence(stories: Stories) -> None:
    """Neighbours share a word that is rare among sentences far more often than strangers do."""
    frequency = Counter(w for story in stories for s in story for w in set(_words(s)))
    total = sum(map(len, stories))
    topical = {word for word, count in frequency.items() if count < 0.02 * total}

    def share(pairs: list[tuple[str, str]]) -> float:
        shared = [bool(topical & set(_words(a)) & set(_words(b))) for a, b in pairs]
        return sum(shared) / len(shared)

    near = [pair for story in stories for pair in pairwise(story)]
    # The same places in two stories, so that only content can tell them apart.
    far = [(a, b) for one, other in pairwise(stories) for a, b in zip(one, other[1:], strict=False)]
    assert share(near) > 0.38
    assert share(far) < 0.05


def test_few_hundred_words_make_the_stories(stories: Stories) -> None:
    sentences = [s for story in stories for s in story]
    assert 500 <= len({w for s in sentences for w in _words(s)}) <= 1200
    tokenizer = WordPieceTokenizer(build_vocabulary(sentences, 1500))
    assert " ".join(tokenizer.cut("My dog is cute.").tokens) == "my dog is cute ."
    assert " ".join(tokenizer.cut("He likes playing.").tokens) == "he likes play ##ing ."
    assert not any(tokenizer.unk_id in ids for ids in tokenizer.cut_ids(sentences))


def test_stories_are_rarely_told_twice(stories: Stories) -> None:
    assert len({tuple(story) for story in stories}) > 0.99 * len(stories)
