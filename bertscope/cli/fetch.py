"""`bertscope fetch`: a BERT from the Hub, into the Hub's own cache.

The window starts it as a process of its own, which a cancel ends.
"""

import signal
import sys
import time
from collections.abc import Callable

import msgspec
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from bertscope import hub
from bertscope.cli.hub_models import HubModel, load, look_up, name_and_revision, require_package
from bertscope.errors import BertscopeError
from bertscope.events import Refused

TOLD_EVERY_SECONDS = 0.1


def run(words: str, revision: str | None, *, size_only: bool, as_json: bool) -> int:
    """Load a model, or only tell its size.

    Parameters
    ----------
    words
        Its name, its name with ``@revision``, or its address.

    Returns
    -------
    int
        0, or 1 where it can't be had: why is said.
    """
    # As by Ctrl+C, so that what is half loaded is taken away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    say = _say_json if as_json else _say
    try:
        require_package()
        name, of_the_name = name_and_revision(words)
        model = look_up(name, revision or of_the_name)
        say(hub.Sized(name, model.total, model.cached, model.files))
        if not size_only:
            folder = _load_telling(model) if as_json else _load_showing(model)
            say(hub.Fetched(folder))
    except BertscopeError as error:
        say(Refused(str(error)))
        return 1
    except BrokenPipeError:
        return 1  # The window that wanted it is gone.
    return 0


def _say_json(event: hub.Event) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(event) + b"\n")
    sys.stdout.buffer.flush()


def _say(event: hub.Event) -> None:
    match event:
        case hub.Sized():
            for file in event.files:
                print(f"{hub.size(file.bytes):>9}  {file.name}{' (here)' * file.cached}")
            print(
                f"{hub.size(event.total):>9}  in all, {hub.size(event.cached)} of it here already"
            )
        case hub.Fetched():
            print(event.folder)
        case Refused():
            print(f"bertscope: {event.sentence}", file=sys.stderr)


def _load_telling(model: HubModel) -> str:
    """Load with a line for the window every tenth of a second."""
    return str(load(model, _seldom(lambda done: _say_json(hub.Loading(done, model.total)))))


def _load_showing(model: HubModel) -> str:
    """Load with a bar where there is a terminal."""
    console = Console(stderr=True)
    columns = BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=model.total)
        return str(load(model, lambda done: bar.update(task, completed=done)))


def _seldom(told: Callable[[int], None]) -> Callable[[int], None]:
    """Hands on the first number, then at most one in each tenth of a second."""
    last = -TOLD_EVERY_SECONDS

    def now_and_then(done: int) -> None:
        nonlocal last
        if time.monotonic() - last >= TOLD_EVERY_SECONDS:
            last = time.monotonic()
            told(done)

    return now_and_then
