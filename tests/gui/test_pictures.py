"""Every view gets out of the window: as a picture, as a drawing, as numbers, to the clipboard."""

import csv
import math
from collections.abc import Callable
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from bertscope.errors import BertscopeError
from bertscope.gui.canvas import paint_image
from bertscope.gui.export import MARGIN, copy_numbers, copy_picture, save_view, save_window
from bertscope.gui.main_window import MainWindow
from bertscope.gui.page import Page
from bertscope.gui.prober import Seen
from bertscope.gui.state import Camera, Form, Row, Space, Vector
from bertscope.gui.theme import Mode
from bertscope.run_folder import StepRow
from bertscope.text.masking import Action
from bertscope.wire import messages as m
from tests.gui.conftest import LAYERS, WIDTH, FakeEngine, metrics, started
from tests.gui.settled import NAMES, pixels, settle, view_of

pytestmark = pytest.mark.slow

Records = list[dict[str, str]]

WORDS = {
    "input": ("[MASK]", "MASK·dog", "likes", "of the three"),
    "predictions": ("was “dog”", "kept as it is"),
    "verdict": ("IsNext ✓", "75 %", "softmax"),
    "objective": ("3.000", "0.250"),
    "attention": ("Layer 2", "head 2", "[MASK]"),
    "layers": ("layer 2", "likes"),
    "map": ("1,000 entries", "[CLS] [SEP]"),
    "vector": ("position 2", "nearest in the vocabulary"),
    "distribution": ("was “dog”", "perplexity", "rank"),
    "rolls": ("100 rolls: 100 chosen", "RANDOM"),
    "training": ("nats", "step"),
}
"""What must be read in each drawing."""
EMPTY = {
    "verdict": "Waiting",
    "objective": "Waiting",
    "attention": "Waiting",
    "layers": "Waiting",
    "map": "Waiting",
    "vector": "Click a strip",
    "distribution": "Press the curve",
    "predictions": "Click a token",
    "heads": "Pin a model as B",
}
"""What a view says while there is no look yet."""


@pytest.fixture(params=[Mode.LIGHT, Mode.DARK])
def full(
    request: pytest.FixtureRequest, qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> MainWindow:
    """A window in which every view shows something."""
    window.appearance.set_mode(request.param)
    fill(window, fake)
    settle(qtbot, window, fake)
    return window


def fill(window: MainWindow, fake: FakeEngine) -> None:
    session = window.session
    session.set_action([2], Action.MASK)
    session.set_action([8], Action.KEEP)
    session.set_action([4], Action.RANDOM)
    session.set_view(
        asked=(6,),
        distribution_at=2,
        vector=Vector(Row.TOKEN, 2),
        layer=1,
        heads=(1,),
        form=Form.MATRIX,
        space=Space.VOCABULARY,
    )
    window.training.play()
    (train,) = fake.take(m.Train)
    run = started(train, max_length=64)
    fake.received.emit(run)
    steps = range(1, 40)
    rows = [StepRow(step, 6 - step / 20, 0.7 - step / 100, 0.1, 0.5) for step in steps]
    fake.received.emit(metrics(run.folder, *rows))
    fake.received.emit(m.RunPaused(run.folder, 39))


def bring(qtbot: QtBot, window: MainWindow, fake: FakeEngine, name: str) -> None:
    if name != "input":
        window.page.reveal(name)
    settle(qtbot, window, fake)


def drawn(path: Path, size: QSize) -> QImage:
    """A drawing as a picture."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    renderer.render(painter)
    painter.end()
    return image


def written(path: Path) -> str:
    """All words of a drawing."""
    return " ".join("".join(node.itertext()) for node in ElementTree.parse(path).iter())


def test_all_views_are_named_here(window: MainWindow) -> None:
    panels = set(window.page.panels) - {"heads"}  # It needs two models: see compare/.
    panels -= {*Page.TASK, Page.RESULTS, Page.WORTH}  # They need labelled data: see task/.
    assert set(NAMES) == {"input", *panels} == set(WORDS) == set(NUMBERS)


@pytest.mark.parametrize("name", NAMES)
def test_pictures_and_drawings_are_alike(
    qtbot: QtBot, full: MainWindow, fake: FakeEngine, tmp_path: Path, name: str
) -> None:
    bring(qtbot, full, fake, name)
    view, palette = view_of(full, name), full.appearance.theme.palette
    picture, drawing = tmp_path / "view.png", tmp_path / "view.svg"
    save_view(picture, view, 2.0)
    save_view(drawing, view, 2.0)
    image = QImage(str(picture))
    assert image.size() == 2 * (view.whole_size() + QSize(2 * MARGIN, 2 * MARGIN))
    assert image.pixelColor(1, 1).name().upper() == palette.card
    colours, counts = np.unique(pixels(image).reshape(-1, 3), axis=0, return_counts=True)
    assert len(colours) > 20
    assert counts.max() < 0.99 * counts.sum()
    missing = [words for words in WORDS[name] if words not in written(drawing)]
    assert not missing
    away = np.abs(pixels(image).astype(int) - pixels(drawn(drawing, image.size())))
    assert away.mean() < 3


@pytest.mark.parametrize("zoom", [1.0, 3.0, 4.0])
def test_pictures_are_as_large_as_is_wished(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, tmp_path: Path, zoom: float
) -> None:
    fill(window, fake)
    settle(qtbot, window, fake)
    for name in NAMES:
        view = view_of(window, name)
        save_view(tmp_path / f"{name}.png", view, zoom)
        size = view.whole_size() + QSize(2 * MARGIN, 2 * MARGIN)
        assert QImage(str(tmp_path / f"{name}.png")).size() == size * zoom


def test_a_drawing_cuts_off_what_the_view_cuts_off(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    window.session.set_view(camera=Camera(6.0, 0.1, 0.1))
    bring(qtbot, window, fake, "map")
    save_view(tmp_path / "map.svg", view_of(window, "map"), 1.0)
    content = (tmp_path / "map.svg").read_text("utf-8")
    assert "<clipPath" in content
    assert 'clip-path="url(' in content


# --- Numbers --------------------------------------------------------------------------------------


def check_input(rows: Records, seen: Seen) -> None:
    total = seen.look.sum.numpy()
    assert len(rows) == len(total)
    assert rows[2]["token"] == "[MASK]"
    assert (rows[2]["action"], rows[2]["original"]) == ("mask", "dog")
    assert float(rows[4]["x_3"]) == pytest.approx(float(total[4, 3]))
    assert float(rows[4]["norm_sum"]) == pytest.approx(float(np.linalg.norm(total[4])))


def check_predictions(rows: Records, seen: Seen) -> None:
    assert len(rows) == 5 * 4
    for prediction in seen.look.predictions:
        own = [row for row in rows if row["position"] == str(prediction.position)]
        assert [int(row["guessed id"]) for row in own] == prediction.top_ids
        assert float(own[0]["loss"]) == pytest.approx(prediction.loss)
        assert own[0]["chosen"] == str(int(prediction.chosen))


def check_verdict(rows: Records, seen: Seen) -> None:
    values = {(row["quantity"], row["index"]): float(row["value"]) for row in rows}
    assert values["C", "3"] == pytest.approx(float(seen.look.c.numpy()[3]))
    assert values["pooled", str(WIDTH - 1)] == pytest.approx(float(seen.look.pooled.numpy()[-1]))
    assert values["logit", "IsNext"] == pytest.approx(math.log(0.75))
    assert values["probability", "NotNext"] == pytest.approx(0.25)


def check_objective(rows: Records, seen: Seen) -> None:
    losses = {row["position"]: row["loss"] for row in rows}
    assert float(losses["4"]) == 5.0
    assert float(losses["total"]) == pytest.approx(seen.look.mlm_loss + seen.look.nsp_loss)


def check_attention(rows: Records, seen: Seen) -> None:
    length = len(seen.question.ids)
    assert len(rows) == length**2
    assert {row["layer"] for row in rows} == {"2"}
    (third,) = (r for r in rows if (r["query position"], r["key position"]) == ("1", "3"))
    assert (third["query"], third["key"]) == ("my", "is")
    heads = seen.look.heads
    weight = float(heads.weights.numpy()[0, 1, 3])
    assert float(third["weight (head 2)"]) == pytest.approx(weight, abs=1e-6)
    query, key = heads.queries.numpy()[0, 1], heads.keys.numpy()[0, 3]
    score = float(query @ key) / math.sqrt(len(query))
    assert float(third["q·k/√d (head 2)"]) == pytest.approx(score, abs=1e-5)


def check_layers(rows: Records, seen: Seen) -> None:
    states = seen.look.hidden_states.numpy()
    assert len(rows) == states.shape[0] * states.shape[1]
    last = rows[-1]
    assert (last["layer"], last["token"]) == (str(LAYERS), "[SEP]")
    assert float(last["norm"]) == pytest.approx(float(np.linalg.norm(states[-1, -1])), rel=1e-5)


def check_map(rows: Records, seen: Seen) -> None:
    points = np.random.default_rng(0).normal(size=(1000, 2))
    assert len(rows) == 1000
    vocabulary = seen.question.reader.tokenizer.vocabulary
    assert rows[500]["token"] == vocabulary[500]
    assert [float(rows[500][axis]) for axis in "xy"] == pytest.approx(points[500].tolist())


def check_vector(rows: Records, seen: Seen) -> None:
    assert len(rows) == WIDTH
    token = float(seen.look.token_rows.numpy()[2, 0])
    assert float(rows[0]["value"]) == float(rows[0]["token"]) == pytest.approx(token)


def check_distribution(rows: Records, seen: Seen) -> None:
    given = seen.look.distribution.numpy()
    assert [int(row["rank"]) for row in rows] == list(range(1, len(given) + 1))
    probabilities = [float(row["probability"]) for row in rows]
    assert probabilities == sorted(probabilities, reverse=True)
    assert all(given[int(row["id"])] == float(row["probability"]) for row in rows)


def check_rolls(rows: Records, seen: Seen) -> None:
    tokens = [row for row in rows if row["shown"] == "token"]
    assert [row["token"] for row in tokens] == list(seen.question.pair.tokens)
    assert sum(int(row["chosen"]) for row in tokens) == 100


def check_training(rows: Records, seen: Seen) -> None:
    assert [int(row["step"]) for row in rows] == list(range(1, 40))
    assert float(rows[19]["mlm_loss"]) == 5.0
    assert rows[19]["held_out_mlm_loss"] == ""


NUMBERS: dict[str, Callable[[Records, Seen], None]] = {
    "input": check_input,
    "predictions": check_predictions,
    "verdict": check_verdict,
    "objective": check_objective,
    "attention": check_attention,
    "layers": check_layers,
    "map": check_map,
    "vector": check_vector,
    "distribution": check_distribution,
    "rolls": check_rolls,
    "training": check_training,
}


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_those_of_the_look(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, tmp_path: Path, name: str
) -> None:
    fill(window, fake)
    bring(qtbot, window, fake, name)
    view = view_of(window, name)
    save_view(tmp_path / "view.csv", view, 1.0)
    with (tmp_path / "view.csv").open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)
    assert len(set(head)) == len(head)
    assert {len(line) for line in lines} == {len(head)}
    seen = window.prober.latest
    assert seen is not None
    NUMBERS[name]([dict(zip(head, line, strict=True)) for line in lines], seen)
    copy_numbers(view)
    assert list(csv.reader(QGuiApplication.clipboard().text().splitlines())) == [head, *lines]
    copy_picture(view, 1.0)
    size = view.whole_size() + QSize(2 * MARGIN, 2 * MARGIN)
    assert QGuiApplication.clipboard().image().size() == size


@pytest.mark.parametrize("name", EMPTY)
def test_a_view_without_a_look_says_so(window: MainWindow, tmp_path: Path, name: str) -> None:
    window.page.reveal(name)
    view = view_of(window, name)
    save_view(tmp_path / "view.svg", view, 1.0)
    assert EMPTY[name] in written(tmp_path / "view.svg")
    with pytest.raises(BertscopeError, match="no numbers here yet"):
        save_view(tmp_path / "view.csv", view, 1.0)
    assert not (tmp_path / "view.csv").exists()


@pytest.mark.parametrize("name", ["input", "rolls", "training"])
def test_what_needs_no_look_is_there_at_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str
) -> None:
    if name != "input":
        window.page.reveal(name)
    qtbot.waitUntil(lambda: not window.views.rolls._timer.isActive())
    save_view(tmp_path / "view.png", view_of(window, name), 1.0)
    assert len(np.unique(pixels(QImage(str(tmp_path / "view.png"))))) > 20


# --- The window -----------------------------------------------------------------------------------


@pytest.mark.parametrize("zoom", [1.0, 3.0])
def test_the_window_is_as_sharp_as_is_wished(full: MainWindow, tmp_path: Path, zoom: float) -> None:
    theme = full.appearance.theme
    save_window(tmp_path / "window.png", full, theme, zoom)
    image = QImage(str(tmp_path / "window.png"))
    assert image.size() == full.size() * zoom
    seen = full.grab().toImage()
    if zoom == 1.0:
        assert np.array_equal(pixels(image), pixels(seen))
        return
    small = pixels(
        image.scaled(full.size(), mode=Qt.TransformationMode.SmoothTransformation)
    ).astype(int)
    assert np.abs(small - pixels(seen)).mean() < 4
    for name in ("input", "predictions", "verdict", "objective"):
        # Painted anew, and not enlarged.
        view = view_of(full, name)
        room = view.viewport().visibleRegion().boundingRect()  # The page may be scrolled.
        corner = view.viewport().mapTo(full, room.topLeft()) * zoom
        part = image.copy(QRect(corner, room.size() * zoom))
        paint = partial(view.paint, scroll=view.scrolled)
        anew = paint_image(view.viewport().size(), theme, paint, zoom)
        anew = anew.copy(QRect(room.topLeft() * zoom, room.size() * zoom))
        assert np.abs(pixels(part).astype(int) - pixels(anew)).mean() < 0.2, name


def test_the_window_is_no_drawing(window: MainWindow, tmp_path: Path) -> None:
    with pytest.raises(BertscopeError, match=r"ends in \.png"):
        save_window(tmp_path / "window.svg", window, window.appearance.theme, 1.0)
    assert not list(tmp_path.glob("window*"))
