"""What a path means, and what happens when it is held over the window and let go."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from bertscope.errors import BertscopeError
from bertscope.gui.dropping import (
    Dropped,
    DropTarget,
    Kind,
    kind_of,
    kind_of_all,
    out_of_reach,
)
from bertscope.gui.theme import Appearance
from bertscope.places import default_model

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def run_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "my run"
    (folder / "model").mkdir(parents=True)
    for name in ("run.json", "metrics.jsonl", "model/config.json"):
        (folder / name).touch()
    return folder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    file = tmp_path / "texts" / "letters.txt"
    file.parent.mkdir()
    file.touch()
    return file


# --- Meaning ----------------------------------------------------------------------------------


@pytest.mark.parametrize("inside", ["", "config.json", "model.safetensors", "vocab.txt"])
def test_a_model_and_what_lies_in_it(inside: str) -> None:
    dropped = kind_of(default_model() / inside)
    assert dropped == Dropped(Kind.MODEL, default_model())
    assert dropped.promise == f"Open the model {default_model().name}"


def test_a_model_of_the_hub_is_called_by_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "models--google--bert" / "snapshots" / "0123"
    folder.mkdir(parents=True)
    (folder / "config.json").touch()
    assert kind_of(folder).promise == "Open the model google/bert"


@pytest.mark.parametrize("inside", ["", "run.json", "metrics.jsonl"])
def test_a_run_and_what_lies_in_it(run_folder: Path, inside: str) -> None:
    assert kind_of(run_folder / inside) == Dropped(Kind.RUN, run_folder)
    assert kind_of(run_folder / inside).promise == "Open the run my run"
    assert kind_of(run_folder / "model").kind is Kind.MODEL


def test_a_session(tmp_path: Path) -> None:
    session = tmp_path / "Lesson 1.bertscope"
    session.touch()
    assert kind_of(session) == Dropped(Kind.SESSION, session)
    assert kind_of(session).promise == "Open the session Lesson 1"


@pytest.mark.parametrize(
    "name",
    ["a.txt", "a.TXT", "a.txt.gz", "a.gz", "a.jsonl", "a.csv", "a.tsv", "a.parquet", "a.arrow"],
)
def test_texts(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert kind_of(tmp_path / name) == Dropped(Kind.CORPUS, tmp_path / name)


def test_labelled_data_is_told_by_what_is_in_it(tmp_path: Path) -> None:
    file = tmp_path / "train.tsv"
    file.write_text("sentence\tlabel\nso good\tup\nso bad\tdown\n")
    assert kind_of(file) == Dropped(Kind.LABELLED, file)
    assert kind_of(file).promise == "Look at the labelled data train.tsv"
    assert kind_of(tmp_path) == Dropped(Kind.LABELLED, tmp_path)
    assert "Open labelled data" in out_of_reach(kind_of(file), "far")


def test_a_folder_of_texts(corpus: Path) -> None:
    assert kind_of(corpus.parent) == Dropped(Kind.CORPUS, corpus.parent)
    assert kind_of(corpus.parent).promise == "Train on texts"


@pytest.mark.parametrize("name", ["a.pdf", "a.safetensors", "config.txt.bak", "folder"])
def test_the_rest_is_refused_with_what_can_be(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if path.suffix:
        path.touch()
    else:
        path.mkdir()
    with pytest.raises(BertscopeError, match="choose a model folder, a run folder"):
        kind_of(path)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BertscopeError, match="isn't there"):
        kind_of(tmp_path / "missing.txt")


def test_the_first_of_several_is_taken(tmp_path: Path, corpus: Path) -> None:
    other = tmp_path / "a.pdf"
    other.touch()
    dropped = kind_of_all([other, corpus, corpus])
    assert (dropped.kind, dropped.path, dropped.others) == (Kind.CORPUS, corpus, 2)
    assert "letters.txt is taken, and 2 more left alone" in dropped.note
    assert "one folder" in dropped.note
    assert kind_of(corpus).note == ""
    with pytest.raises(BertscopeError, match=r"a\.pdf"):
        kind_of_all([other, tmp_path / "missing"])


# --- Dropping ---------------------------------------------------------------------------------


@dataclass
class Heard:
    """What the window was asked to do."""

    calls: list[tuple[str, object]] = field(default_factory=list)
    host: str = ""

    def of(self, name: str) -> Callable[[object], None]:
        return lambda what: self.calls.append((name, what))

    def refuse(self, found: Dropped) -> str:
        return out_of_reach(found, self.host) if self.host else ""


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance, heard: Heard) -> QMainWindow:
    """A window whose whole area is a line edit, which would take a file for text."""
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QLineEdit())
    made.target = DropTarget(
        made,
        appearance,
        open_found=lambda found: heard.calls.append((found.kind.value, found.path)),
        refuse=heard.refuse,
        tell=heard.of("tell"),
    )
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def dragged(*paths: Path) -> QMimeData:
    """As a file manager has them: as addresses, and as text too."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    mime.setText("\n".join(map(str, paths)))
    return mime


def hold(window: QMainWindow, mime: QMimeData) -> QDragEnterEvent:
    at = QPoint(250, 150)
    entering = QDragEnterEvent(at, COPY, mime, LEFT, NO_KEYS)
    QApplication.sendEvent(window.windowHandle(), entering)
    QApplication.sendEvent(window.windowHandle(), QDragMoveEvent(at, COPY, mime, LEFT, NO_KEYS))
    return entering


def let_go(window: QMainWindow, mime: QMimeData) -> None:
    event = QDropEvent(QPointF(250, 150), COPY, mime, LEFT, NO_KEYS, QEvent.Type.Drop)
    QApplication.sendEvent(window.windowHandle(), event)


def test_held_over_the_window_it_says_what_will_happen(window: QMainWindow, heard: Heard) -> None:
    mime = dragged(default_model())
    assert hold(window, mime).isAccepted()
    sheet = window.target.sheet
    assert sheet.isVisible()
    assert sheet.geometry() == window.rect()
    assert sheet.words == f"Open the model {default_model().name}"
    let_go(window, mime)
    assert not sheet.isVisible()
    assert heard.calls == [("model", default_model())]
    assert window.centralWidget().text() == ""


def test_taken_away_again_nothing_happens(window: QMainWindow, heard: Heard) -> None:
    hold(window, dragged(default_model()))
    QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    assert not window.target.sheet.isVisible()
    assert not heard.calls


def test_each_kind_has_its_way(
    window: QMainWindow, heard: Heard, run_folder: Path, corpus: Path, tmp_path: Path
) -> None:
    session = tmp_path / "a.bertscope"
    session.touch()
    for path in (run_folder, session, corpus):
        hold(window, dragged(path))
        let_go(window, dragged(path))
    assert heard.calls == [("run", run_folder), ("session", session), ("corpus", corpus)]


def test_what_cannot_be_opened_is_said_twice(
    window: QMainWindow, heard: Heard, tmp_path: Path
) -> None:
    other = tmp_path / "slides.pdf"
    other.touch()
    hold(window, dragged(other))
    assert "slides.pdf can't be opened" in window.target.sheet.words
    let_go(window, dragged(other))
    ((name, sentence),) = heard.calls
    assert name == "tell"
    assert sentence == window.target.sheet.words


def test_what_the_engine_can_not_reach_is_refused_with_a_way(
    window: QMainWindow, heard: Heard
) -> None:
    heard.host = "gpu-box"
    hold(window, dragged(default_model()))
    words = window.target.sheet.words
    assert words.startswith("The engine is on gpu-box and can't read stories-small")
    assert "Model › Open model folder" in words
    let_go(window, dragged(default_model()))
    assert heard.calls == [("tell", words)]


def test_of_several_texts_the_first_is_taken_and_said(
    window: QMainWindow, heard: Heard, corpus: Path
) -> None:
    second = corpus.with_name("more.txt")
    second.touch()
    let_go(window, dragged(corpus, second))
    assert [name for name, _ in heard.calls] == ["tell", "corpus"]
    assert heard.calls[1] == ("corpus", corpus)


def test_words_can_still_be_dropped_into_a_line(window: QMainWindow, heard: Heard) -> None:
    mime = QMimeData()
    mime.setText("a little cat")
    hold(window, mime)
    assert not window.target.sheet.isVisible()
    let_go(window, mime)
    assert window.centralWidget().text() == "a little cat"
    assert not heard.calls


def test_a_window_shown_anew_still_takes_files(
    qtbot: QtBot, window: QMainWindow, heard: Heard
) -> None:
    window.hide()
    window.destroy()
    with qtbot.waitExposed(window):
        window.show()
    let_go(window, dragged(default_model()))
    assert heard.calls == [("model", default_model())]


@pytest.mark.parametrize("scale", [0.8, 2.0])
def test_the_sheet_can_be_painted_at_any_size(
    window: QMainWindow, appearance: Appearance, tmp_path: Path, scale: float
) -> None:
    appearance.set_scale(scale)
    hold(window, dragged(tmp_path / "missing"))
    bare = window.centralWidget().grab().toImage()
    assert window.grab().toImage().copy(window.centralWidget().geometry()) != bare
