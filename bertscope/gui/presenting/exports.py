"""Handing a lesson out, on behalf of the window: another process makes it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from bertscope.events import Refused
from bertscope.gui.child import child_process, end_children, last_words
from bertscope.gui.language import marked, tr
from bertscope.gui.language.chosen import spoken
from bertscope.gui.lesson.writing import write_lesson
from bertscope.gui.presenting.drafts import draft_path, remove
from bertscope.gui.presenting.events import Made, Painted, event_of

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

PATIENCE_MS, QUIT_MS = 3000, 1000
"""So long it has to take away what is half made, and so long the program waits at its end."""
PDF, PNG = "--pdf", "--png"
TITLES = {
    PDF: marked("Save the lesson as a PDF handout"),
    PNG: marked("Save the pages as PNG"),
}
KINDS = {PDF: "PDF (*.pdf)", PNG: marked("Folder of PNG pictures (*)")}
NO_LESSON = marked("No lesson is open: begin one in the Lessons menu, then save it.")


class Exports(QObject):
    """Saves the lesson that is open; the window goes on meanwhile, and can cancel it.

    Parameters
    ----------
    command
        Program and arguments of `bertscope`, before its verb.

    Signals
    -------
    done(Path)
        The export is there.
    failed(str)
        Why it is not.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, window: MainWindow, command: list[str] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._command = command or [sys.executable, "-m", "bertscope"]
        self._process: QProcess | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._outcome: Made | Refused | None = None
        self.done.connect(lambda path: window.note(tr("The lesson is in {name}.", name=path.name)))
        self.failed.connect(window.tell)
        window.closed.connect(self._end_all)

    @property
    def is_under_way(self) -> bool:
        return self._process is not None

    def save_handout(self) -> None:
        """Ask where to, and make a PDF."""
        self._save(PDF)

    def save_slides(self) -> None:
        """Ask where to, and make a folder of pictures."""
        self._save(PNG)

    def _save(self, way: str) -> None:
        window = self._window
        if window.lessons.player.lesson is None:
            window.note(tr(NO_LESSON))
            return
        path = window.asking.file_to_save(tr(TITLES[way]), tr(KINDS[way]))
        if path is not None:
            self.make(way, path.with_suffix(".pdf") if way == PDF and not path.suffix else path)

    def make(self, way: str, path: Path) -> None:
        """Make it; one that is under way is given up."""
        self.cancel()
        window, lesson = self._window, self._window.lessons.player.lesson
        assert lesson is not None
        self._folder = tempfile.TemporaryDirectory(prefix="bertscope-", ignore_cleanup_errors=True)
        source = Path(self._folder.name) / "lesson.md"
        source.write_text(write_lesson(lesson), "utf-8")
        options = ["--language", spoken()]
        if window.appearance.theme.palette.is_dark and way == PNG:
            options.append("--dark")
        if window.engine.words:
            options += ["--engine", window.engine.words]
        self._outcome = None
        self._process = process = child_process(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(lambda code, _: self._finished(process, path, code))
        process.errorOccurred.connect(self._error)
        words = tr("painting {count} pages …", count=len(lesson.pages))
        window.busy.begin(words, self.cancel)
        verb = ["lesson", "export", str(source), way, str(path), "--json", *options]
        process.start(self._command[0], [*self._command[1:], *verb])

    def cancel(self) -> None:
        """Give it up; nothing is left of it."""
        process = self._process
        if process is not None:
            self._end()
            process.terminate()
            QTimer.singleShot(PATIENCE_MS, process, process.kill)

    # --- Hearing --------------------------------------------------------------------------------

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            match event_of(bytes(process.readLine().data())):
                case Painted(pages=pages, of=of):
                    self._window.busy.progress(pages / (of + 1))
                case Made() | Refused() as outcome:
                    self._outcome = outcome

    def _finished(self, process: QProcess, path: Path, code: int) -> None:
        process.deleteLater()
        remove(draft_path(path))  # Where it was ended by force it could not do so itself.
        if process is not self._process:
            return  # one that was cancelled
        self._read()
        self._end()
        match self._outcome:
            case Made():
                self.done.emit(path)
            case Refused(sentence=sentence):
                self.failed.emit(sentence)
            case _:
                why = tr(
                    "The lesson could not be saved ({reason}): try again.",
                    reason=last_words(process, code),
                )
                self.failed.emit(why)

    def _error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._process is not None:
            self._end()
            program = self._command[0]
            self.failed.emit(
                tr("{program} could not be started: install bertscope again.", program=program)
            )

    def _end(self) -> None:
        self._process = None
        self._window.busy.end()
        if self._folder is not None:
            self._folder.cleanup()

    def _end_all(self) -> None:
        """Leave no process behind when the window goes."""
        self.cancel()
        end_children(self, QUIT_MS)
