"""Questions to a model: what follows really does, what doesn't is of its kind, and cloze files."""

import re
from pathlib import Path

import pytest

from bertscope.errors import TextError
from bertscope.text.stories import Story, tell_story
from bertscope.text.trials import (
    MASK,
    NEGATIVES,
    TRIAL_SEED,
    Cloze,
    NextSentenceTrials,
    next_sentence_trials,
    read_cloze,
)

COUNT = 120
HEADER = "a\tb\tanswers\n"
SIDES = pytest.mark.parametrize("whole", [False, True], ids=["sentences", "parts"])


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return [tell_story(TRIAL_SEED, number) for number in range(COUNT)]


@pytest.fixture(scope="module")
def told() -> dict[bool, NextSentenceTrials]:
    """The trials of one sentence a side, and of whole parts."""
    return {whole: next_sentence_trials(COUNT, whole=whole) for whole in (False, True)}


def _sides(story: Story, place: int, whole: bool) -> tuple[str, str]:
    """A before the place and B from it on."""
    before, behind = story.sentences[:place], story.sentences[place:]
    return (" ".join(before), " ".join(behind)) if whole else (before[-1], behind[0])


def _place(story: Story, pair: tuple[str, str], whole: bool) -> int:
    """Where in the story the pair meets."""
    return [_sides(story, p, whole) for p in range(1, len(story.sentences))].index(pair) + 1


def _marks(text: str) -> list[str]:
    return re.findall(r"[.,:;!?\"]", text)


@SIDES
def test_the_same_questions_are_asked_of_every_model(
    told: dict[bool, NextSentenceTrials], whole: bool
):
    assert next_sentence_trials(COUNT, whole=whole) == told[whole]


def test_b_that_follows_is_really_the_next_sentence(
    told: dict[bool, NextSentenceTrials], stories: list[Story]
):
    places = [
        _place(story, pair, whole=False)
        for story, pair in zip(stories, told[False].follows, strict=True)
    ]
    # Anywhere in the story: the second sentence is asked about, and so is the last.
    assert 1 in places
    assert any(place == len(s.sentences) - 1 for place, s in zip(places, stories, strict=True))


def test_whole_parts_are_together_the_whole_story(
    told: dict[bool, NextSentenceTrials], stories: list[Story]
):
    for story, (a, b) in zip(stories, told[True].follows, strict=True):
        assert f"{a} {b}" == " ".join(story.sentences)
    assert any(a.count(".") > 1 for a, _ in told[True].follows)


@SIDES
def test_what_does_not_follow_comes_after_the_same_a_and_is_another_sentence(
    told: dict[bool, NextSentenceTrials], whole: bool
):
    trials = told[whole]
    assert list(trials.others) == list(NEGATIVES)
    assert len(trials.others["easy"]) == COUNT
    assert len(trials.others["content"]) > 0.9 * COUNT
    assert len(trials.others["scene"]) > 0.9 * COUNT
    for kind, pairs in trials.others.items():
        assert {a for a, _ in pairs} <= {a for a, _ in trials.follows}
        assert not set(pairs) & set(trials.follows), kind


@SIDES
@pytest.mark.parametrize("kind", ["easy", "scene"])
def test_it_is_part_of_another_story_of_the_same_scene_where_that_is_asked(
    told: dict[bool, NextSentenceTrials], stories: list[Story], kind: str, whole: bool
):
    trials = told[whole]
    scenes_match = []
    of_scene = [
        tell_story(TRIAL_SEED + 1, number, scene=story.scene)
        for number, story in enumerate(stories)
    ]
    for a, b in trials.others[kind]:
        own = [s for s, (first, _) in zip(stories, trials.follows, strict=True) if first == a]
        found = [
            other
            for other in (of_scene if kind == "scene" else stories)
            if other not in own
            and any(
                b == (" ".join(other.sentences[place:]) if whole else other.sentences[place])
                for place in range(len(other.sentences))
            )
        ]
        assert found, (a, b)
        scenes_match.append(any(other.scene == own[0].scene for other in found))
    share = sum(scenes_match) / len(scenes_match)
    assert share == 1.0 if kind == "scene" else share < 0.2


@SIDES
def test_other_content_has_the_same_form_at_the_same_place(
    told: dict[bool, NextSentenceTrials], stories: list[Story], whole: bool
):
    trials = told[whole]
    wrong = dict(trials.others["content"])
    seen = 0
    for number, (story, pair) in enumerate(zip(stories, trials.follows, strict=True)):
        decoy = tell_story(TRIAL_SEED, number, content=TRIAL_SEED + 1)
        assert decoy.scene == story.scene
        _, b = _sides(decoy, _place(story, pair, whole), whole)
        assert _marks(b) == _marks(pair[1])
        if wrong.get(pair[0]) == b:
            seen += 1
    assert seen == len(trials.others["content"])


def test_told_again_word_for_word_it_follows_and_is_no_question(monkeypatch: pytest.MonkeyPatch):
    def tell(seed: int, number: int, content: int | None = None, scene: str | None = None) -> Story:
        content = None if number % 2 else content
        return tell_story(seed, number, content=content, scene=scene)

    monkeypatch.setattr("bertscope.text.trials.tell_story", tell)
    trials = next_sentence_trials(20)
    asked_again = {a for a, _ in trials.others["content"]}
    assert asked_again == {a for a, _ in trials.follows[::2]}


def test_the_cloze_test_that_ships():
    items = read_cloze()
    assert len(items) == len({(item.a, item.b) for item in items}) == 200
    for item in items:
        assert (item.a + item.b).count(MASK) == 1, item
        assert item.answers, item
        assert len(set(item.answers)) == len(item.answers), item
        assert all(answer == answer.lower() for answer in item.answers), item
    assert sum(bool(item.b) for item in items) > 50


def _file(folder: Path, content: str | bytes) -> Path:
    path = folder / "items.tsv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_cloze_file_of_ones_own(tmp_path: Path):
    lines = 'The "big [MASK] barks.\t\tDog  puppy\r\n\r\nIt is hot.\tHe [MASK] ice.\tlikes\r\n'
    expected = [
        Cloze('The "big [MASK] barks.', "", ("Dog", "puppy")),
        Cloze("It is hot.", "He [MASK] ice.", ("likes",)),
    ]
    assert read_cloze(_file(tmp_path, HEADER + lines)) == expected
    # Spreadsheets and editors of Windows put a byte order mark before all else.
    assert read_cloze(_file(tmp_path, "\ufeff" + HEADER + lines)) == expected


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "needs the columns a, b, answers between tabs"),
        ("a,b,answers\nThe [MASK] barks.,,dog\n", "needs the columns a, b, answers"),
        ("b\ta\tanswers\n", "needs the columns a, b, answers"),
        (HEADER, r"has no items: add lines of a pair with one \[MASK\]"),
        (HEADER + "\n\n", "has no items"),
        (HEADER + "One [MASK].\tdog\n", "line 2: it needs 3 columns"),
        (HEADER + "One [MASK].\t\tdog\tcat\n", "line 2: it needs 3 columns"),
        (HEADER + "A [MASK].\t\tdog\nNone.\t\tdog\n", r"line 3: write exactly one \[MASK\]"),
        (HEADER + "\nA [MASK].\tTwo [MASK].\tdog\n", r"line 3: write exactly one \[MASK\]"),
        (HEADER + "A [mask].\t\tdog\n", r"line 2: write exactly one \[MASK\]"),
        (HEADER + "A [MASK].\t\t \n", "line 2: give at least one answer"),
        ((HEADER + "Das [MASK] ist schön.\t\thaus\n").encode("latin-1"), "as UTF-8 text"),
    ],
)
def test_a_cloze_file_that_cannot_be_is_said_with_its_line(
    tmp_path: Path, content: str | bytes, sentence: str
):
    path = _file(tmp_path, content)
    with pytest.raises(TextError, match=sentence) as refused:
        read_cloze(path)
    assert str(refused.value).startswith(str(path))
    assert str(refused.value).endswith(".")


def test_a_cloze_file_that_is_not_there_or_a_folder_is_said(tmp_path: Path):
    for path in (tmp_path / "nowhere.tsv", tmp_path):
        with pytest.raises(TextError, match="can't be read as UTF-8 text: choose another file"):
            read_cloze(path)
