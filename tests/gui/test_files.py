"""What is saved comes back: sessions as the same picture, views and windows as files."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bertscope.gui.asking import documents
from bertscope.gui.dialogs import Dialogs
from bertscope.gui.engine_process import EngineState
from bertscope.gui.export import picture_of
from bertscope.gui.main_window import MainWindow
from bertscope.gui.panels import Panel
from bertscope.gui.recent import There
from bertscope.gui.run.training import Phase
from bertscope.gui.session_file import FILE_FORMAT, SessionFile, open_session, save_session
from bertscope.gui.settings import Settings
from bertscope.gui.state import (
    Camera,
    Form,
    Projection,
    Quarter,
    Row,
    SessionState,
    Space,
    Stage,
    Vector,
    ViewState,
)
from bertscope.gui.table import Table
from bertscope.gui.theme import Appearance, Mode
from bertscope.recipe import Recipe
from bertscope.run_folder import About, StepRow
from bertscope.text.masking import Action, Chosen, MaskPlan, MaskRule, Unit
from bertscope.wire import messages as m
from tests.gui.conftest import FakeEngine, info, metrics, opened, started, words
from tests.gui.settled import NAMES, panel_of, pixels, settle, view_of

pytestmark = pytest.mark.qt_log_ignore(
    r"^This plugin does not support grabbing the keyboard$"  # as a menu does that opens
)

LEFT = Qt.MouseButton.LeftButton

PLAN = MaskPlan(
    {2: Chosen(Action.MASK, 4), 4: Chosen(Action.RANDOM, 900), 8: Chosen(Action.KEEP, 0)}
)
RICH = ViewState(
    stage=Stage.LAYER_NORM,
    zoom=1.7,
    details=True,
    top_k=9,
    asked=(0, 6, 11),
    distribution_at=4,
    vector=Vector(Row.TOKEN, 3),
    layer=1,
    heads=(0, 1),
    link=(2, 4),
    space=Space.TOKENS,
    projection=Projection.DIRECTIONS,
    camera=Camera(2.5, 0.3, -0.2),
    rolls=10,
    smoothing=40,
    log_loss=True,
)
OTHER = ViewState(
    stage=Stage.SEGMENT,
    zoom=0.0,
    top_k=2,
    distribution_at=8,
    vector=Vector(Row.HIDDEN, 1, 2),
    heads=(0, 1),
    average=True,
    form=Form.MATRIX,
    quarter=Quarter.A_B,
    specials=False,
    space=Space.VOCABULARY,
    search="ca",
    camera=Camera(4.0, -1.0, 0.5),
    rolls=1000,
)


class Answers(Dialogs):
    """Answers as a user would, without a dialog; keeps what was asked."""

    def __init__(self, answer: Path | str) -> None:
        self.answer, self.asked = str(answer), list[str]()
        self.proposed = ""

    def open_file(self, title: str, where: str, kinds: str) -> str:
        self.asked.append(title)
        return self.answer

    def open_folder(self, title: str, where: str) -> str:
        self.asked.append(title)
        return self.answer

    def save_file(self, title: str, where: str, kinds: str) -> str:
        self.asked.append(title)
        self.proposed = where
        return self.answer

    def place(self, title: str, words: str, start: str) -> str:
        self.asked.append(f"{words} {start}")
        return self.answer


@pytest.fixture(autouse=True)
def steady_cursor(qapp: QApplication) -> Iterator[None]:
    """Text cursors don't blink."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


@pytest.fixture
def another(qtbot: QtBot) -> Iterator[Callable[[Mode, tuple[int, int]], MainWindow]]:
    """Makes further windows, each on an engine of its own."""
    made: list[MainWindow] = []

    def make(mode: Mode, size: tuple[int, int]) -> MainWindow:
        fake = FakeEngine()
        window = MainWindow(fake, Appearance(mode), Settings())
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.curves is not None)
        fake.get_ready()
        accept_model(window)
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()


def accept_model(window: MainWindow) -> None:
    fake = window.engine
    (opening,) = fake.take(m.OpenModel)
    fake.received.emit(opened(opening))


def saved(window: MainWindow, path: Path) -> Path:
    """Save the session as from the menu."""
    window.asking.dialogs = Answers(path)
    window.saving.save_session()
    return path


def same(one: QWidget, other: QWidget) -> bool:
    """Whether two widgets look alike, pixel for pixel."""
    return np.array_equal(pixels(one.grab().toImage()), pixels(other.grab().toImage()))


def quieten(*windows: MainWindow) -> None:
    """Take the focus off; it is no part of a session."""
    for window in windows:
        focus = window.focusWidget()
        if focus is not None:
            focus.clearFocus()
        window.session.set_focus(-1)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize(("view", "own"), [(RICH, False), (OTHER, True)])
def test_a_session_reopens_to_the_same_picture(
    qtbot: QtBot,
    another: Callable[[Mode, tuple[int, int]], MainWindow],
    tmp_path: Path,
    mode: Mode,
    view: ViewState,
    own: bool,
) -> None:
    window = another(mode, (1280, 800))
    rule = MaskRule(rate=0.4, mask=0.5, random=0.3, unit=Unit.SPAN)
    state = SessionState(
        "my dog is cute", "he likes playing and sleeping", PLAN, False, rule, 12, view
    )
    window.session.replace(state)
    window.page.reveal("rolls")
    if own:
        panels = window.page.panels
        window.page.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, panels["map"])
        panels["map"].show()
        panels["objective"].hide()
        window.page.is_own = True
    settle(qtbot, window, window.engine)
    for canvas in (window.views.figure, window.views.predictions):
        canvas.horizontalScrollBar().setValue(70)
    quieten(window)
    path = saved(window, tmp_path / "rich.bertscope")

    second = another(mode, (1280, 800))
    second.files.open_session(path)
    settle(qtbot, second, second.engine)
    quieten(window, second)
    assert second.session.state == window.session.state
    assert shown(second) == shown(window)
    assert "rolls" in shown(second)
    assert same(window.page, second.page)
    if view.zoom > 1:
        assert window.views.figure.scrolled == second.views.figure.scrolled == 70
    for name in NAMES:
        for each in (window, second):
            if name != "input":
                each.page.reveal(name)
            settle(qtbot, each, each.engine)
        quieten(window, second)
        assert same(panel_of(window, name), panel_of(second, name)), name


def shown(window: MainWindow) -> set[str]:
    """The panels that can be seen."""
    panels = window.page.panels.items()
    return {n for n, p in panels if p.isVisible() and not p.visibleRegion().isEmpty()}


@pytest.mark.parametrize("size", [(1000, 700), (1920, 1080)])
def test_a_session_of_another_size_does_no_harm(
    qtbot: QtBot,
    window: MainWindow,
    fake: FakeEngine,
    another: Callable[[Mode, tuple[int, int]], MainWindow],
    tmp_path: Path,
    size: tuple[int, int],
) -> None:
    window.session.replace(SessionState(view=RICH))
    settle(qtbot, window, fake)
    path = saved(window, tmp_path / "rich.bertscope")
    second = another(Mode.LIGHT, size)
    second.files.open_session(path)
    settle(qtbot, second, second.engine)
    assert (second.width(), second.height()) == size
    assert second.session.view == window.session.view
    assert shown(second) == shown(window)
    assert not second.page.is_own
    for panel in (second.page.panels[name] for name in shown(second)):
        assert second.page.rect().contains(panel.geometry())


def test_a_session_waits_for_its_model_with_its_layout(
    qtbot: QtBot,
    window: MainWindow,
    fake: FakeEngine,
    another: Callable[[Mode, tuple[int, int]], MainWindow],
    tmp_path: Path,
) -> None:
    folder = "/models/other"
    window.open_model(folder)
    accept_model(window)
    window.session.replace(SessionState(view=RICH))
    window.page.reveal("layers")
    settle(qtbot, window, fake)
    path = saved(window, tmp_path / "one.bertscope")
    assert open_session(path).model == folder
    assert not open_session(path).is_run

    second = another(Mode.LIGHT, (1280, 800))
    second.files.open_session(path)
    assert second.session.state == SessionState()
    accept_model(second)
    settle(qtbot, second, second.engine)
    assert "layers" in shown(second)
    assert "vector" not in shown(second)


def start_run(window: MainWindow) -> str:
    window.training.play()
    fake = window.engine
    (train,) = fake.take(m.Train)
    fake.received.emit(started(train))
    return window.training.folder


def tell_run(fake: FakeEngine) -> None:
    """Tell all of a run that was asked for: two steps, the first of them kept."""
    (asked,) = fake.take(m.OpenRun)
    model = info(m.ModelRef(asked.folder), 32)
    fake.received.emit(
        m.RunOpened(asked.id, asked.folder, About(), Recipe(), model, words(32), rows=2)
    )
    rows = [StepRow(step, mlm_loss=5.0, nsp_loss=0.6) for step in (1, 2)]
    fake.received.emit(metrics(asked.folder, *rows))
    fake.received.emit(m.Kept(asked.folder, [0, 1], 1, 10))


def test_a_session_about_a_run_finds_the_run_again(
    qtbot: QtBot,
    window: MainWindow,
    another: Callable[[Mode, tuple[int, int]], MainWindow],
    tmp_path: Path,
) -> None:
    folder = start_run(window)
    window.engine.received.emit(m.Kept(folder, [0, 1], 1, 10))
    window.engine.received.emit(metrics(folder, StepRow(1), StepRow(2)))
    window.session.set_pair("a cat", "sleeps")
    window.session.set_view(step=1)
    path = saved(window, tmp_path / "run.bertscope")
    file = open_session(path)
    assert (file.model, file.is_run, file.state.view.step) == (folder, True, 1)

    second = another(Mode.LIGHT, (1280, 800))
    second.files.open_session(path)
    assert second.session.state.a == "my dog is cute"
    tell_run(second.engine)
    qtbot.waitUntil(lambda: second.session.state == window.session.state)
    assert second.training.step == 2
    assert second.prober.model == m.ModelRef(folder, 1)
    assert second.settings.recent[0] == folder


def test_a_session_about_a_run_waits_for_the_engine(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    file = SessionFile(FILE_FORMAT, SessionState("a cat", "sleeps"), "/runs/1", is_run=True)
    save_session(tmp_path / "run.bertscope", file)
    fake.state = EngineState.STARTING
    window.files.open_session(tmp_path / "run.bertscope")
    assert not fake.take(m.OpenRun)
    fake.get_ready()
    accept_model(window)
    tell_run(fake)
    qtbot.waitUntil(lambda: window.session.state.a == "a cat")
    assert window.training.folder == "/runs/1"
    assert not fake.take(m.OpenRun)


def test_a_run_that_is_gone_leaves_the_session(
    window: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    file = SessionFile(FILE_FORMAT, SessionState("a cat", "sleeps"), "/runs/1", is_run=True)
    save_session(tmp_path / "run.bertscope", file)
    window.files.open_session(tmp_path / "run.bertscope")
    (asked,) = fake.take(m.OpenRun)
    fake.received.emit(m.Failed(asked.id, "/runs/1 isn't there: choose another run."))
    assert window.banner.words.text() == "/runs/1 isn't there: choose another run."
    assert window.session.state == SessionState()
    assert window.training.phase is Phase.IDLE


@pytest.mark.parametrize("version", [1, 2])
def test_an_old_file_says_whether_it_is_about_a_run(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.bertscope"
    for name, is_run in (("run", True), ("model", False)):
        (tmp_path / name).mkdir()
        (tmp_path / name / ("run.json" if is_run else "config.json")).touch()
        content = {"bertscope": version, "state": {}, "model": str(tmp_path / name)}
        path.write_bytes(msgspec.json.encode(content))
        assert open_session(path).is_run is is_run


# --- Where the engine is elsewhere ----------------------------------------------------------------

SSH = "ssh gpu-box bertscope engine"


@pytest.fixture
def far(window: MainWindow, fake: FakeEngine) -> MainWindow:
    """The window, its engine on another machine."""
    fake.words, fake.host, window.settings.engine = SSH, "gpu-box", SSH
    return window


def test_models_runs_and_texts_are_typed(far: MainWindow, fake: FakeEngine) -> None:
    far.asking.dialogs = answers = Answers("/data/x")
    far.files.choose_model()
    fake.received.emit(opened(*fake.take(m.OpenModel)))
    far.files.choose_run()
    tell_run(fake)
    far.training.reset()
    far.files.choose_corpus()
    far.files.choose_corpus_folder()
    assert answers.asked == [
        "Folder of the model on gpu-box: ",
        "Folder of the run on gpu-box: /runs",
        "File on gpu-box: ",
        "Folder on gpu-box: ",
    ]
    assert (far.models.folder, far.training.wanted.corpus) == ("/data/x", "/data/x")
    assert far.settings.there == [There(SSH, "/data/x", is_run=True)]
    assert far.settings.recent == []
    far.files.open_there(far.settings.there[0])
    assert [run.folder for run in fake.take(m.OpenRun)] == ["/data/x"]


def test_what_lies_here_is_refused_with_a_way(far: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "letters.txt").touch()
    before = far.training.wanted
    far.files.open_path(tmp_path / "letters.txt")
    assert far.banner.words.text() == (
        "The engine is on gpu-box and can't read letters.txt, which is on this machine: copy it "
        "there, then choose it by Training › Train on a text file."
    )
    assert far.training.wanted == before
    assert "bertscope fetch NAME" in far.files.refuse_hub()


def test_a_session_of_a_model_elsewhere_asks_for_that_engine(
    far: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    far.open_model("/data/x")
    fake.received.emit(opened(*fake.take(m.OpenModel)))
    path = saved(far, tmp_path / "there.bertscope")
    assert open_session(path).engine == SSH
    fake.words = ""
    far.session.set_pair("a cat", "sleeps")
    far.files.open_session(path)
    assert f"/data/x by “{SSH}”: choose that engine under Training › Engine" in (
        far.banner.words.text()
    )
    assert far.session.state.a == "a cat"


def test_a_session_of_what_ships_is_at_home_anywhere(
    far: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    path = saved(far, tmp_path / "anywhere.bertscope")
    assert open_session(path).engine == ""
    far.session.set_pair("a cat", "sleeps")
    far.files.open_session(path)
    assert far.session.state == SessionState()


def test_a_place_elsewhere_is_typed_in_a_dialog(qtbot: QtBot, far: MainWindow) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        line = dialog.findChild(QLineEdit)
        assert line.accessibleName() == "Folder of the run on gpu-box:"
        qtbot.keyClicks(line, "/runs/2 ")
        qtbot.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    assert Dialogs(far).place("Open a run", "Folder of the run on gpu-box:", "") == "/runs/2"


def test_a_session_about_a_model_is_not_hidden_by_a_run(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    path = saved(window, tmp_path / "model.bertscope")
    model = window.prober.model
    start_run(window)
    window.session.set_pair("a cat", "sleeps")
    window.files.open_session(path)
    assert window.training.phase is not Phase.IDLE  # The file's model is not there yet.
    accept_model(window)
    assert window.prober.model == model
    assert window.training.phase is Phase.IDLE
    assert window.session.state == SessionState()


def test_a_real_engine_shows_the_same_picture_again(
    qtbot: QtBot, real_window: MainWindow, tmp_path: Path
) -> None:
    window, session = real_window, real_window.session
    seen = lambda: window.prober.latest.question.ids == tuple(session.model_ids)  # noqa: E731
    rest = lambda: window.views.attention._seen is window.prober.latest  # noqa: E731
    has_distribution = lambda: window.views.distribution.numbers() is not None  # noqa: E731
    session.set_action([2], Action.MASK)
    session.set_view(asked=(6,), distribution_at=2)
    qtbot.waitUntil(lambda: seen() and rest() and has_distribution())
    quieten(window)
    before = pixels(window.page.grab().toImage())
    path = saved(window, tmp_path / "real.bertscope")
    session.set_pair("the cat sleeps", "")
    session.set_view(asked=(), distribution_at=None, heads=(1,))
    window.page.reveal("map")
    qtbot.waitUntil(lambda: seen() and rest())
    assert not np.array_equal(pixels(window.page.grab().toImage()), before)
    window.files.open_session(path)
    qtbot.waitUntil(lambda: seen() and rest() and has_distribution())
    quieten(window)
    assert np.array_equal(pixels(window.page.grab().toImage()), before)


# --- Out of the window ----------------------------------------------------------------------------


def choose(qtbot: QtBot, menu: QMenu, words: str) -> None:
    """Click an entry of a menu that is open."""
    (action,) = (a for a in menu.actions() if a.text().replace("&", "") == words)
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def press_more(qtbot: QtBot, window: MainWindow, name: str, words: str) -> None:
    """Click a panel's ⋯ button, then an entry."""
    panel = panel_of(window, name)
    header = (
        panel.titleBarWidget() if isinstance(panel, Panel) else panel.layout().itemAt(0).widget()
    )
    QTimer.singleShot(0, lambda: choose(qtbot, header.more.menu(), words))
    qtbot.mouseClick(header.more, LEFT)


def use_file_menu(qtbot: QtBot, window: MainWindow, words: str) -> None:
    action = window.menu_bar.actions()[0]
    qtbot.mouseClick(window.menu_bar, LEFT, pos=window.menu_bar.actionGeometry(action).center())
    choose(qtbot, action.menu(), words)


def test_the_more_menu_copies_and_saves(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    settle(qtbot, window, fake)
    press_more(qtbot, window, "verdict", "Copy picture")
    assert QGuiApplication.clipboard().image() == picture_of(window.views.verdict, 2.0)
    assert window.status.notes.text() == "The picture of C: is B next? is on the clipboard."
    press_more(qtbot, window, "verdict", "Copy numbers")
    assert QGuiApplication.clipboard().text().startswith("quantity,index,value\nC,0,")
    assert window.status.notes.text() == "The numbers of C: is B next? are on the clipboard."
    window.asking.dialogs = answers = Answers(tmp_path / "verdict.png")
    press_more(qtbot, window, "verdict", "Save picture …")
    assert QImage(str(tmp_path / "verdict.png")) == picture_of(window.views.verdict, 2.0)
    assert window.status.notes.text() == "The picture of C: is B next? is in verdict.png."
    assert Path(answers.proposed) == Path(documents()) / "C is B next"
    answers.answer = str(tmp_path / "verdict.csv")
    press_more(qtbot, window, "verdict", "Save numbers …")
    assert Path(answers.proposed) == tmp_path / "C is B next"
    assert window.status.notes.text() == "The numbers are in verdict.csv."
    assert len((tmp_path / "verdict.csv").read_text().splitlines()) > 20
    assert answers.asked == ["Save a picture of C: is B next?", "Save the numbers of C: is B next?"]
    assert window.settings.folder == str(tmp_path)


@pytest.mark.parametrize("name", [n for n in NAMES if n != "input"])
def test_a_right_click_offers_the_same(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, name: str
) -> None:
    window.page.reveal(name)
    settle(qtbot, window, fake)
    view = view_of(window, name)
    inner = view.plots.viewport() if name == "training" else view.viewport()
    spot = inner.rect().center()

    def copy() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        choose(qtbot, menu, "Copy picture")

    QTimer.singleShot(0, copy)
    by = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(inner, QContextMenuEvent(by, spot, inner.mapToGlobal(spot)))
    assert window.status.notes.text().endswith("is on the clipboard.")


def test_a_right_click_beside_the_tokens_offers_it_too(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    settle(qtbot, window, fake)
    menu = window.views.figure.menu_at(-1)
    menu.popup(QPoint(10, 10))
    choose(qtbot, menu, "Copy picture")
    assert window.status.notes.text() == "The picture of Input figure is on the clipboard."


def test_ctrl_c_copies_the_view_with_the_focus(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    settle(qtbot, window, fake)
    window.activateWindow()
    for name in ("attention", "predictions", "input"):
        view = view_of(window, name)
        view.setFocus()
        settle(qtbot, window, fake)
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().image() == picture_of(view, 2.0)
    assert window.curves is not None
    plots = window.curves.plots
    plots.setFocus()
    qtbot.keyClick(plots, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert window.status.notes.text() == "The picture of Curves is on the clipboard."


def test_ctrl_c_copies_text_where_text_is_typed(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine
) -> None:
    settle(qtbot, window, fake)
    line: QLineEdit = window.views.sentences.b
    line.setFocus()
    line.setSelection(3, 5)
    qtbot.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "likes"
    assert window.status.notes.text() == ""


def test_the_file_menu_takes_the_view_with_the_focus(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    settle(qtbot, window, fake)
    window.activateWindow()
    window.views.predictions.setFocus()
    window.session.set_action([2], Action.MASK)
    settle(qtbot, window, fake)
    use_file_menu(qtbot, window, "Copy numbers of the view")
    assert QGuiApplication.clipboard().text().startswith("position,chosen,original")
    window.asking.dialogs = Answers(tmp_path / "guesses.svg")
    use_file_menu(qtbot, window, "Save picture of the view …")
    assert "was “dog”" in (tmp_path / "guesses.svg").read_text("utf-8")
    window.asking.dialogs = Answers(tmp_path / "all.png")
    use_file_menu(qtbot, window, "Save picture of the window …")
    assert QImage(str(tmp_path / "all.png")).size() == 2 * window.size()
    assert window.status.notes.text() == "The picture of the window is in all.png."


def test_the_picture_size_is_used_and_remembered(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    settle(qtbot, window, fake)
    sizes = {
        action.text(): action
        for menu in window.menu_bar.findChildren(QMenu)
        for action in menu.actions()
        if "for each of the screen" in action.text()
    }
    assert [action.isChecked() for action in sizes.values()] == [False, True, False, False]
    sizes["4 pixels for each of the screen"].trigger()
    window.asking.dialogs = Answers(tmp_path / "verdict.png")
    press_more(qtbot, window, "verdict", "Save picture …")
    image = QImage(str(tmp_path / "verdict.png"))
    assert image == picture_of(window.views.verdict, 4.0)
    window.close()
    assert Settings.load().picture_zoom == 4.0


def test_a_dialog_that_is_cancelled_does_nothing(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    settle(qtbot, window, fake)
    window.asking.dialogs = answers = Answers("")
    state, recipe, model = window.session.state, window.training.recipe, window.models.folder
    files = window.files
    for ask in (
        files.choose_session,
        files.choose_model,
        files.choose_run,
        files.choose_corpus,
        files.choose_corpus_folder,
        window.saving.save_session,
        window.saving.save_window,
    ):
        ask()
    for kind in ("Save picture …", "Save numbers …"):
        press_more(qtbot, window, "verdict", kind)
    assert len(answers.asked) == 9
    assert (window.session.state, window.training.recipe) == (state, recipe)
    assert window.models.folder == model
    assert window.status.notes.text() == ""
    assert not window.banner.isVisible()
    assert window.settings.folder == ""


def test_what_can_not_be_saved_is_said(
    qtbot: QtBot, window: MainWindow, fake: FakeEngine, tmp_path: Path
) -> None:
    window.asking.dialogs = answers = Answers(tmp_path / "none" / "a.csv")
    press_more(qtbot, window, "verdict", "Save numbers …")
    assert "no numbers here yet" in window.banner.words.text()
    assert answers.asked == []
    settle(qtbot, window, fake)
    for kind in ("Save numbers …", "Save picture …"):
        window.banner.hide()
        press_more(qtbot, window, "verdict", kind)
        qtbot.waitUntil(window.banner.isVisible)
        assert "choose" in window.banner.words.text()
    assert list(tmp_path.glob("*.csv*")) == []


class Slow:
    """Rows that take a while, each worth a glance at the window."""

    def __init__(self, count: int, look: Callable[[int], None]) -> None:
        self.count, self.look = count, look

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[tuple[int, str]]:
        for number in range(self.count):
            self.look(number)
            yield number, "the same words again and again"


def test_large_tables_are_written_while_the_window_goes_on(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    ticks: list[int] = []
    reached = [0]
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.append(reached[0]))
    timer.start()
    rows = Slow(400_000, lambda number: reached.__setitem__(0, number))
    path = tmp_path / "large.csv"
    window.saving._writer.write(path, Table(("number", "words"), rows))
    assert not path.exists()
    qtbot.waitUntil(path.exists, timeout=60_000)
    timer.stop()
    assert len(set(ticks)) > 5
    with path.open(encoding="utf-8", newline="") as file:
        assert sum(1 for _ in csv.reader(file)) == 400_001
    assert [p.name for p in tmp_path.glob("large*")] == ["large.csv"]


def test_a_large_table_can_be_given_up(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    rows = Slow(10_000_000, lambda _number: None)
    window.saving._writer.write(path, Table(("number", "words"), rows))
    qtbot.waitUntil(window.busy.isVisible)
    assert window.busy.words.text() == "writing large.csv …"
    qtbot.mouseClick(window.busy.cancel, LEFT)
    assert list(tmp_path.glob("large*")) == []
    assert not window.busy.isVisible()


def test_what_is_too_large_for_the_clipboard_is_said(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table(("number", "words"), Slow(100_001, lambda _number: None))
    monkeypatch.setattr(window.views.verdict, "numbers", lambda: table)
    press_more(qtbot, window, "verdict", "Copy numbers")
    assert "100,001 rows" in window.banner.words.text()


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("a", "", "a.png"),
        ("a", "SVG drawings (*.svg)", "a.svg"),
        ("a.svg", "", "a.svg"),
    ],
)
def test_the_dialog_gives_the_ending(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, typed: str, kind: str, name: str
) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        if kind:
            dialog.selectNameFilter(kind)
            dialog.filterSelected.emit(kind)
        dialog.selectFile(typed)
        dialog.done(QDialog.DialogCode.Accepted)

    QTimer.singleShot(0, answer)
    kinds = "PNG pictures (*.png);;SVG drawings (*.svg)"
    assert Path(Dialogs(window).save_file("Save", str(tmp_path), kinds)) == tmp_path / name
