"""What a path is that is opened or dropped, and dropping on the whole window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bertscope.errors import BertscopeError, CorpusError
from bertscope.gui.language import marked, tr
from bertscope.gui.language.said import said
from bertscope.gui.session_file import FILE_SUFFIX
from bertscope.gui.theme import Appearance, colour
from bertscope.hub import model_name
from bertscope.places import LESSON_SUFFIX
from bertscope.run_folder import CONFIG, METRICS, RUN, is_run
from bertscope.text import columns, records
from bertscope.text.files import Source
from bertscope.text.tasks.sniffing import is_labelled

CORPUS_SUFFIXES = (".txt", ".gz", *records.SUFFIXES, *columns.SUFFIXES)
NO_KIND = marked(
    "{name} can't be opened: choose a model folder, a run folder, a {session} or {lesson} file, a "
    "text to train on ({texts}), a folder of texts, or labelled data."
)
WEIGHTS_SUFFIX = ".safetensors"
_OF_A_MODEL = (CONFIG, "vocab.txt", "tokenizer.json", "tokenizer_config.json")
_OF_A_RUN = (RUN, METRICS)


class Kind(StrEnum):
    """What the window can open."""

    MODEL = "model"
    RUN = "run"
    SESSION = "session"
    LESSON = "lesson"
    CORPUS = "corpus"
    LABELLED = "labelled data"


_WAYS_THERE = {
    Kind.MODEL: marked("Model › Open model folder"),
    Kind.RUN: marked("Model › Open run folder"),
    Kind.CORPUS: marked("Training › Train on a text file"),
    Kind.LABELLED: marked("Training › Task › Open labelled data"),
}


@dataclass(frozen=True)
class Dropped:
    """What a path means.

    Attributes
    ----------
    path
        What is to be opened; for a file that lies in a model or a run, its folder.
    others
        How many more things came along that are left alone.
    """

    kind: Kind
    path: Path
    others: int = 0

    @property
    def promise(self) -> str:
        """What will be done with it, for the person who holds it over the window."""
        match self.kind:
            case Kind.MODEL:
                return tr("Open the model {name}", name=model_name(self.path))
            case Kind.RUN:
                return tr("Open the run {name}", name=self.path.name)
            case Kind.SESSION:
                return tr("Open the session {name}", name=self.path.stem)
            case Kind.LESSON:
                return tr("Open the lesson {name}", name=self.path.name[: -len(LESSON_SUFFIX)])
            case Kind.LABELLED:
                return tr("Look at the labelled data {name}", name=self.path.name)
        return tr("Train on {name}", name=self.path.name)

    @property
    def note(self) -> str:
        """What to say of the rest; empty where there is none."""
        if not self.others:
            return ""
        told = tr(
            "One at a time: {name} is taken, and {others} more left alone.",
            name=self.path.name,
            others=self.others,
        )
        if self.kind is not Kind.CORPUS:
            return told
        return f"{told} {tr('Put texts into one folder to train on all of them.')}"


def kind_of(path: Path) -> Dropped:
    """What a path means to the window.

    Raises
    ------
    BertscopeError
        If it is none of what the window opens.
    """
    try:
        found = _folder(path) if path.is_dir() else _file(path) if path.is_file() else None
        exists = path.exists()
    except OSError as error:
        raise BertscopeError(
            tr("{path} can't be read ({error}).", path=path, error=error.strerror)
        ) from error
    if found is not None:
        return found
    if not exists:
        raise BertscopeError(tr("{path} isn't there: check the name.", path=path))
    raise BertscopeError(
        tr(
            NO_KIND,
            name=path.name or path,
            session=FILE_SUFFIX,
            lesson=LESSON_SUFFIX,
            texts=", ".join(CORPUS_SUFFIXES),
        )
    )


def kind_of_all(paths: Sequence[Path]) -> Dropped:
    """What several paths mean: the first of them that can be opened.

    Raises
    ------
    BertscopeError
        If none can be, for the reason of the first.
    """
    refusals = []
    for path in paths:
        try:
            found = kind_of(path)
        except BertscopeError as error:
            refusals.append(error)
        else:
            return Dropped(found.kind, found.path, len(paths) - 1)
    raise refusals[0]


def out_of_reach(found: Dropped, host: str) -> str:
    """Why an engine on another machine can't open what lies on this one."""
    return tr(
        "The engine is on {host} and can't read {name}, which is on this machine: copy it there, "
        "then choose it by {way}.",
        host=host,
        name=found.path.name,
        way=tr(_WAYS_THERE[found.kind]),
    )


def _folder(path: Path) -> Dropped | None:
    if is_run(path):
        return Dropped(Kind.RUN, path)
    if (path / CONFIG).is_file():
        return Dropped(Kind.MODEL, path)
    if is_labelled(path):
        return Dropped(Kind.LABELLED, path)
    try:
        return Dropped(Kind.CORPUS, path) if Source(path).files else None
    except CorpusError:
        return None


def _file(path: Path) -> Dropped | None:
    name, suffix, folder = path.name.lower(), path.suffix.lower(), path.parent
    if suffix == FILE_SUFFIX:
        return Dropped(Kind.SESSION, path)
    if name.endswith(LESSON_SUFFIX):
        return Dropped(Kind.LESSON, path)
    if name in _OF_A_RUN and is_run(folder):
        return Dropped(Kind.RUN, folder)
    if (name in _OF_A_MODEL or suffix == WEIGHTS_SUFFIX) and (folder / CONFIG).is_file():
        return Dropped(Kind.MODEL, folder)
    if is_labelled(path):
        return Dropped(Kind.LABELLED, path)
    return Dropped(Kind.CORPUS, path) if suffix in CORPUS_SUFFIXES else None


class DropTarget(QObject):
    """Lets files and folders be dropped anywhere on a window.

    Parameters
    ----------
    window, appearance
        The window, and how the sheet looks that is laid over it meanwhile.
    open_found
        Opens what was dropped.
    refuse
        Why something can't be opened here, in a sentence; empty where it can be.
    tell
        Says why something can't be opened, or what was left alone.

    Notes
    -----
    The events are taken where Qt hands them to the window as a whole: a line edit would else take
    a file for text.
    """

    def __init__(
        self,
        window: QWidget,
        appearance: Appearance,
        *,
        open_found: Callable[[Dropped], object],
        refuse: Callable[[Dropped], str],
        tell: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._window, self._tell = window, tell
        self._open_found, self._refuse = open_found, refuse
        self.sheet = DropSheet(window, appearance)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._listen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Show if watched is self._window:
                self._listen()
            case QEvent.Type.DragEnter | QEvent.Type.DragMove if isinstance(event, QDropEvent):
                return self._hold(event)
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                return self._drop(event)
            case QEvent.Type.DragLeave:
                self.sheet.hide()
        return False

    def _listen(self) -> None:
        """Take part in what the system tells the window; there is none before it is shown."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _hold(self, event: QDropEvent) -> bool:
        paths = paths_in(event)
        if not paths:
            return False
        if event.type() is QEvent.Type.DragEnter:
            try:
                self.sheet.say(self._meant(paths).promise)
            except BertscopeError as error:
                self.sheet.say(said(str(error)), refusing=True)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        self.sheet.hide()
        paths = paths_in(event)
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        try:
            dropped = self._meant(paths)
        except BertscopeError as error:
            self._tell(str(error))
            return True
        if dropped.note:
            self._tell(dropped.note)
        self._open_found(dropped)
        return True

    def _meant(self, paths: Sequence[Path]) -> Dropped:
        """What is dragged, if it can be opened here."""
        dropped = kind_of_all(paths)
        if refusal := self._refuse(dropped):
            raise BertscopeError(refusal)
        return dropped


def paths_in(event: QDropEvent) -> list[Path]:
    """The files and folders of this machine that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class DropSheet(QWidget):
    """Lies over a window while something is held over it, and says what letting go will do."""

    def __init__(self, window: QWidget, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._appearance = window, appearance
        self.words, self._refusing = "", False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str, *, refusing: bool = False) -> None:
        self.words, self._refusing = words, refusing
        self.setAccessibleName(words)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        palette, margin = theme.palette, theme.px(12)
        edge = palette.error if self._refusing else palette.segment_a
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(palette.ground, 0.94))
        painter.setPen(QPen(colour(edge), theme.px(2), Qt.PenStyle.DashLine))
        frame = self.rect().adjusted(margin, margin, -margin, -margin)
        painter.drawRoundedRect(frame, theme.px(12), theme.px(12))
        painter.setFont(theme.sans(15) if self._refusing else theme.bold(22))
        painter.setPen(colour(palette.text))
        inner = frame.adjusted(4 * margin, margin, -4 * margin, -margin)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, int(flags), self.words)
        painter.end()
