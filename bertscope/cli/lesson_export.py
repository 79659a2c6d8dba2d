"""`bertscope lesson export`: a lesson as a handout, or its pages as pictures.

The window starts it as a process of its own, which a cancel ends.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bertscope.cli.qt import qt_needed
from bertscope.errors import BertscopeError
from bertscope.events import Refused

if TYPE_CHECKING:
    from bertscope.gui.lesson.lesson import Lesson
    from bertscope.gui.presenting.events import Event

    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]


def add_export(verbs: "Verbs") -> None:
    """Add the verb to those of `bertscope lesson`."""
    export = verbs.add_parser(
        "export",
        help="a lesson as a PDF handout, or a picture of each page",
        description=(
            "Set every page of a lesson in a window that needs no screen, and write a handout "
            "(A4) or a PNG of 1920 x 1080 for each page. No training is begun."
        ),
    )
    export.add_argument("lesson", metavar="LESSON", help="the name of one, or its file")
    out = export.add_mutually_exclusive_group(required=True)
    out.add_argument("--pdf", type=Path, metavar="FILE")
    out.add_argument("--png", type=Path, metavar="FOLDER", help="a new one")
    export.add_argument("--language", default="en", metavar="L", help="such as de; else English")
    export.add_argument("--dark", action="store_true", help="the dark colours, of the pictures")
    export.add_argument("--engine", default="", metavar="COMMAND", help="reaches one elsewhere")
    export.add_argument("--json", action="store_true", help="for programs, a line an event")
    export.set_defaults(verb=run)


def run(arguments: argparse.Namespace) -> int:
    """Write what is asked for.

    Returns
    -------
    int
        0, or 1 where `--json` has told why it can't be made.

    Raises
    ------
    BertscopeError
        If it can't be made, and that isn't told as JSON.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # As by Ctrl+C, so that what is half made is taken away and the engine ends.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with qt_needed():
        from PySide6.QtCore import qInstallMessageHandler

        from bertscope.gui.application import make_application
        from bertscope.gui.demo import pass_on
        from bertscope.gui.language.chosen import speak
        from bertscope.gui.presenting.events import Made, Painted

    qInstallMessageHandler(pass_on)
    say = _say_json if arguments.json else _say
    try:
        make_application()
        speak(arguments.language)
        lesson, name = _lesson(arguments.lesson, arguments.language)
        _write(arguments, lesson, name, lambda pages: say(Painted(pages, len(lesson.pages))))
        say(Made(str(arguments.pdf or arguments.png)))
    except BertscopeError as error:
        if not arguments.json:
            raise
        say(Refused(str(error)))
        return 1
    except BrokenPipeError:
        return 1  # The window that wanted it is gone.
    finally:
        qInstallMessageHandler(None)
    return 0


def _write(
    arguments: argparse.Namespace, lesson: "Lesson", name: str, told: Callable[[int], None]
) -> None:
    from bertscope.gui.presenting.handout import write_handout
    from bertscope.gui.presenting.slides import write_slides

    if arguments.pdf is not None:
        write_handout(arguments.pdf, lesson, name, told, arguments.engine)
    else:
        dark, engine = arguments.dark, arguments.engine
        write_slides(arguments.png, lesson, name, told, dark=dark, engine=engine)


def _lesson(words: str, language: str) -> "tuple[Lesson, str]":
    """The lesson in a file, or the one of that name."""
    from bertscope.gui.lesson.reading import open_lesson
    from bertscope.gui.lesson.shelf import entries, entry_of

    path = Path(words)
    if path.is_file():
        return open_lesson(path), path.stem
    entry = entry_of(words)
    if entry is None:
        names = ", ".join(entry.name for entry in entries())
        raise BertscopeError(f"There is no lesson {words}: give a file, or one of {names}.")
    return entry.open(language), entry.name


def _say_json(event: "Event") -> None:
    sys.stdout.buffer.write(msgspec.json.encode(event) + b"\n")
    sys.stdout.buffer.flush()


def _say(event: "Event") -> None:
    from bertscope.gui.presenting.events import Made, Painted

    match event:
        case Painted():
            print(f"page {event.pages} of {event.of}")
        case Made():
            print(event.path)
