"""Tables become files while the window goes on."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from bertscope.errors import BertscopeError
from bertscope.gui.busy import Busy
from bertscope.gui.language import tr
from bertscope.gui.table import Table

SLICE_S = 0.03
"""The window is kept waiting for so long at a time, and about one part of a table more."""


class TableWriter(QObject):
    """Writes one table at a time, a slice whenever the window has nothing else to do.

    Parameters
    ----------
    busy
        Tells how far it is, and can end it.

    Signals
    -------
    done(Path)
        The file is there.
    failed(str)
        Why it is not.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, busy: Busy) -> None:
        super().__init__(busy)
        self._busy = busy
        self._path = Path()
        self._shares: Iterator[float] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_writing(self) -> bool:
        return self._timer.isActive()

    def write(self, path: Path, table: Table) -> None:
        """Write a table; one that is still being written is given up."""
        self.cancel()
        self._path, self._shares = path, table.written(path)
        self._busy.begin(tr("writing {name} …", name=path.name), self.cancel)
        self._timer.start()
        self._go_on()

    def cancel(self) -> None:
        """Give it up; nothing is left of the file."""
        if self.is_writing:
            self._end()
        self._shares = iter(())  # Lets go of the draft.

    def _go_on(self) -> None:
        until = perf_counter() + SLICE_S
        try:
            for share in self._shares:
                if perf_counter() >= until:
                    self._busy.progress(share)
                    return
        except BertscopeError as error:
            self._end()
            self.failed.emit(str(error))
        else:
            self._end()
            self.done.emit(self._path)

    def _end(self) -> None:
        self._timer.stop()
        self._busy.end()
