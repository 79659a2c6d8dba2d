"""A told step in words: what was masked how, and captions whose numbers are those of the step."""

import pytest

from bertscope.gui.slow.captions import HEADINGS, caption
from bertscope.gui.slow.story import Scene
from bertscope.text.masking import Action
from bertscope.text.pair import Source
from bertscope.text.reader import Reader
from tests.gui.slow.told import told_story

MASKS = {2: "[MASK]", 4: "house", 8: "play"}


def test_each_chosen_token_knows_what_was_done_to_it(reader: Reader) -> None:
    story = told_story(reader, masks=MASKS)
    assert [(m.original, m.put, m.action) for m in story.masked] == [
        ("dog", "[MASK]", Action.MASK),
        ("cute", "house", Action.RANDOM),
        ("play", "play", Action.KEEP),
    ]
    assert story.written[2:5] == ("dog", "is", "cute")
    assert story.read[2:5] == ("[MASK]", "is", "house")
    assert [story.source(p) for p in (0, 1, 6)] == [Source.SPECIAL, Source.A, Source.B]


@pytest.mark.parametrize("scene", Scene)
@pytest.mark.parametrize("b", ["he likes playing", ""])
@pytest.mark.parametrize("own", [True, False])
def test_every_scene_has_something_to_say(reader: Reader, scene: Scene, b: str, own: bool) -> None:
    masks = {2: "[MASK]"} if b else {}
    story = told_story(reader, b=b, masks=masks, own=own)
    words = caption(scene, story)
    if b or scene not in (Scene.PREDICT, Scene.LOSSES):
        assert words.endswith(".")
    assert HEADINGS[scene]


def test_captions_tell_the_steps_own_numbers(reader: Reader) -> None:
    story = told_story(reader, masks=MASKS, own=False)
    chosen = "3 of 8 tokens are chosen, 37.5\u00a0%; the rule says 15\u00a0%"
    assert chosen in caption(Scene.CHOOSE, story)
    assert "1 become [MASK], 1 a random token, 1 stay" in caption(Scene.MASK, story)
    assert "Row 1 of 64 in the batch: 11 tokens" in caption(Scene.PAIR, story)
    assert "4.500 and 0.500" in caption(Scene.TOTAL, story)
    assert "length 1.580, cut to 1.0" in caption(Scene.GRADIENT, story)
    assert "3,000 weights" in caption(Scene.UPDATE, story)
    assert "Step 8 is done" in caption(Scene.AFTER, story)
    assert "yours is as it was" in caption(Scene.AFTER, told_story(reader))


def test_the_label_is_told_as_it_is(reader: Reader) -> None:
    assert "the label for C is NotNext" in caption(Scene.PAIR, told_story(reader, nsp_label=1))
    assert told_story(reader, nsp_label=1).share_of_label == pytest.approx(0.25)
    assert told_story(reader, nsp_label=0).share_of_label == pytest.approx(0.75)


def test_its_numbers_come_as_a_table(reader: Reader) -> None:
    rows = {row[0]: tuple(row[1:]) for row in told_story(reader, masks=MASKS).table().rows}
    assert rows["layer 1"] == (20.0, None, 1.5, 0.02)
    assert rows["probability of 'dog' at 2"] == (0.001, 0.001, None, None)
    assert rows["total loss of the batch"][0] == 5.0
