"""The rows at each stage of the sum are the model's own numbers."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from bertscope.gui.figure.strips import Strips, embeddings_of, row_values
from bertscope.gui.session import Session
from bertscope.gui.state import Stage
from bertscope.gui.theme import LIGHT
from tests.gui.looks import seen_of


@pytest.fixture
def strips(session: Session) -> Strips:
    return Strips(seen_of(session), LIGHT)


def test_the_bottom_row_adds_up_stage_by_stage(strips: Strips) -> None:
    look = strips.look
    token, segment, position = embeddings_of(look)
    np.testing.assert_array_equal(row_values(look, 3, Stage.TOKEN), token)
    np.testing.assert_allclose(row_values(look, 3, Stage.SEGMENT), token + segment)
    np.testing.assert_allclose(row_values(look, 3, Stage.POSITION), token + segment + position)
    np.testing.assert_allclose(row_values(look, 3, Stage.SUM), token + segment + position)
    np.testing.assert_array_equal(row_values(look, 3, Stage.LAYER_NORM), look.normalized.numpy())


def test_rows_that_are_added_share_one_scale_at_every_stage(strips: Strips) -> None:
    added = [s for s in Stage if s is not Stage.LAYER_NORM]
    assert {strips.limit(line, s) for line in range(4) for s in added} == {strips.shared_limit}
    assert strips.limit(0, Stage.LAYER_NORM) == strips.shared_limit
    assert strips.limit(3, Stage.LAYER_NORM) == strips.normalized_limit


def test_a_column_of_an_image_is_its_token(strips: Strips) -> None:
    image, length = strips.image(1, Stage.SUM, 1), len(strips.seen.question.ids)
    assert (image.width(), image.height()) == (length, strips.size)
    assert image.pixelColor(0, 0) == QColor(LIGHT.zero)
    assert image.pixelColor(length - 1, 0) != QColor(LIGHT.zero)
