"""Writing lessons: what is opened in the editor, saved, handed on, and kept as a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bertscope.errors import BertscopeError
from bertscope.gui.language import marked, tr
from bertscope.gui.language.chosen import spoken
from bertscope.gui.lesson.capture import scene_of
from bertscope.gui.lesson.lesson import Page
from bertscope.gui.lesson.reading import text_of
from bertscope.gui.lesson.shelf import SUFFIX, Entry, entry_of, keep
from bertscope.gui.lesson.writing import write_lesson, write_page
from bertscope.gui.lesson_editor.drafts import (
    draft_bytes,
    draft_of,
    drop_draft,
    read_draft,
    write_whole,
)
from bertscope.gui.lesson_editor.pages import new_lesson
from bertscope.gui.lesson_editor.writing_desk import WritingDesk

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

DRAFT_MS = 1000
"""A draft is written when nothing has been typed for so long."""
KINDS = marked("Lessons (*{suffix})")
SAVED = marked("Saved among your own lessons, in the menu Lessons.")
NEW, CAPTURED = marked("New lesson"), marked("This is how it looks")

TITLE = marked("{name} – Lesson editor")
DRAFT_TITLE = marked("{name} (draft, not saved) – Lesson editor")


class LessonEditor(QObject):
    """The editor, on behalf of the window; made when it is first wanted.

    What is typed is kept as a draft until it is saved: closing asks nothing and loses nothing.

    Attributes
    ----------
    desk
        Its window.
    entry
        The lesson that is written, as the shelf has it; None for one that was never saved.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.entry: Entry | None = None
        self._saved: str | None = None  # Until something is opened.
        self._draft: bytes | None = None  # As this window has read or written it last.
        self.desk = desk = WritingDesk(window.appearance, window)
        self._drafting = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._drafting.timeout.connect(self.keep_draft)
        desk.typed.connect(self._drafting.start)
        desk.typed.connect(self._name)
        desk.closed.connect(self.keep_draft)
        window.closed.connect(desk.close)
        desk.save_wanted.connect(self.save)
        desk.export_wanted.connect(self.export)
        desk.state_wanted.connect(self.add_state)
        desk.back_wanted.connect(lambda: desk.source.replace(self._saved or ""))
        desk.show_wanted.connect(self._show_in_window)

    # --- Opening --------------------------------------------------------------------------------

    def edit(self, entry: Entry | None) -> None:
        """Write on a lesson, or on a new one; where there is a draft of it, on that."""
        if not self._is_open_on(entry):
            self.keep_draft()
            try:
                saved = text_of(entry.file(spoken())) if entry else new_lesson()
            except BertscopeError as error:
                self._window.tell(str(error))
                return
            self.entry, self._saved = entry, saved.replace("\r\n", "\n").replace("\r", "\n")
            draft, self._draft = read_draft(entry), draft_bytes(entry)
            self.desk.begin(self._saved if draft is None else draft)
            self._drafting.stop()
            self._name()
        self.desk.show()
        self.desk.raise_()
        self.desk.activateWindow()
        self.desk.source.setFocus()

    def edit_open(self) -> None:
        """Write on the lesson that is read in the window, at its page; else on a new one."""
        lessons = self._window.lessons
        if not lessons.is_open:
            self.edit(None)
            return
        try:
            self.edit(self._entry_read())
        except BertscopeError as error:
            self._window.tell(str(error))
        else:
            self.desk.contents.chosen.emit(lessons.player.number)

    def _entry_read(self) -> Entry | None:
        """That of the lesson in the window; of one that isn't on the shelf a copy comes there."""
        player = self._window.lessons.player
        if self.desk.isVisible() and player.name == self.name:
            return self.entry  # It is shown from here, perhaps before it was ever saved.
        assert player.lesson is not None
        found = entry_of(player.name)
        return found or keep(player.name, write_lesson(player.lesson).encode("utf-8"))

    def _is_open_on(self, entry: Entry | None) -> bool:
        return self.desk.isVisible() and self.entry == entry

    # --- What the buttons do --------------------------------------------------------------------

    @property
    def name(self) -> str:
        """What the lesson is called here."""
        return self.entry.name if self.entry else tr(NEW)

    @property
    def is_unsaved(self) -> bool:
        return self.desk.text != self._saved

    def save(self) -> None:
        """Keep the lesson among the user's own; one that ships becomes a copy of the user's own."""
        desk, before = self.desk, self.entry
        text = desk.text
        desk.read()
        try:
            if before is not None and before.own:
                write_whole(before.file(), text)
            else:
                title = desk.lesson.head.title if desk.lesson else self.name
                self.entry = keep(title, text.encode("utf-8"))
        except BertscopeError as error:
            desk.tell(str(error), calm=False)
            return
        self._saved = text
        self._drafting.stop()
        self._drop_draft(before)
        self._name()
        if desk.lesson is not None:
            desk.tell(tr(SAVED), calm=True)

    def export(self) -> None:
        """Write the lesson as one file, wherever the user likes."""
        kinds = tr(KINDS, suffix=SUFFIX)
        path = self._window.asking.file_to_save(tr("Export the lesson"), kinds)
        if path is None:
            return
        try:
            write_whole(path, self.desk.text)
        except BertscopeError as error:
            self.desk.tell(str(error), calm=False)
        else:
            self.desk.tell(tr("Exported as {name}.", name=path.name), calm=True)

    def add_state(self) -> None:
        """Put the window as it stands behind the page that is written on."""
        lesson = self.desk.lesson
        scenes = [page.scene for page in lesson.pages] if lesson else []
        mentioned = {name for scene in scenes for name in scene.view}
        mentioned |= {"rule" for scene in scenes if scene.rule.said}
        page = Page(tr(CAPTURED), "", scene_of(self._window, mentioned))
        self.desk.add_page(write_page(page), self.desk.page + 1)

    def capture(self) -> None:
        """Open the editor with the window as it stands as one more page."""
        if not self.desk.isVisible():
            self.edit_open()
        self.add_state()

    def _show_in_window(self) -> None:
        self.desk.read()
        if self.desk.lesson is not None:
            self._window.lessons.play(self.desk.lesson, self.name, max(0, self.desk.page))

    # --- Drafts ---------------------------------------------------------------------------------

    def keep_draft(self) -> None:
        """Write down what isn't saved yet; where all is, there is no draft."""
        self._drafting.stop()
        content = self.desk.text.encode("utf-8")
        if self._saved is None or content == self._draft:
            return
        if not self.is_unsaved:
            self._drop_draft(self.entry)
            return
        try:
            if self._is_draft_of_another(self.entry):
                self._keep_apart(content)
            else:
                write_whole(draft_of(self.entry), self.desk.text)
                self._draft = content
        except BertscopeError as error:
            self._window.tell(str(error))

    def _is_draft_of_another(self, entry: Entry | None) -> bool:
        """Whether another window has written a draft of the same lesson meanwhile."""
        return draft_bytes(entry) not in (None, self._draft)

    def _keep_apart(self, content: bytes) -> None:
        """Both texts are kept: this one becomes a lesson of its own."""
        self.entry = keep(self.name, content)
        self._saved, self._draft = self.desk.text, None
        self._name()
        self.desk.tell(tr(SAVED), calm=True)

    def _drop_draft(self, entry: Entry | None) -> None:
        """There is no draft of this window's any more; that of another one stays."""
        if not self._is_draft_of_another(entry):
            drop_draft(entry)
        self._draft = None

    def _name(self) -> None:
        """Say in the title which lesson it is and whether there is something to save."""
        unsaved = self.is_unsaved
        title = DRAFT_TITLE if unsaved else TITLE
        self.desk.setWindowTitle(tr(title, name=self.name))
        self.desk.back.setEnabled(unsaved)
        self.desk.save.setEnabled(unsaved or self.entry is None)
