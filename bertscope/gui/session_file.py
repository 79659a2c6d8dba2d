"""The `.bertscope` file that keeps a session."""

from pathlib import Path
from typing import Any

import msgspec

from bertscope.errors import TextError
from bertscope.gui.language import tr
from bertscope.gui.state import Count, SessionState
from bertscope.run_folder import is_run

FILE_FORMAT = 4
FILE_SUFFIX = ".bertscope"


class SessionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a `.bertscope` file holds.

    Attributes
    ----------
    model
        Folder of the model or run, as the engine spells it; empty for the model that ships.
    is_run
        Whether it is a run, at the step in `state.view`.
    engine
        What was typed to reach the engine whose folder it is; empty for that of this machine.
    layout, is_own
        Where the panels stand, as the window writes it, and whether someone has shared out the
        room by hand; else each window shares it out by its own size.
    scrolled
        How far views are scrolled, in pixels to the right and down, by the name of their panel.
    """

    bertscope: int
    state: SessionState
    model: str = ""
    is_run: bool = False
    engine: str = ""
    layout: str = ""
    is_own: bool = True
    scrolled: dict[str, tuple[Count, Count]] = {}


def save_session(path: Path, file: SessionFile) -> None:
    """Write a `.bertscope` file, whole or not at all.

    Raises
    ------
    TextError
        If it can't be written.
    """
    content = msgspec.json.format(msgspec.json.encode(file), indent=2)
    draft = path.with_name(path.name + ".tmp")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise TextError(
            tr(
                "{path} can't be written ({error}): save it somewhere else.",
                path=path,
                error=error.strerror,
            )
        ) from error


def open_session(path: Path) -> SessionFile:
    """Read a `.bertscope` file.

    Raises
    ------
    TextError
        If it can't be read, is damaged, or comes from a newer bertscope.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise TextError(
            tr("{path} can't be read ({error}): choose another.", path=path, error=error.strerror)
        ) from error
    try:
        found = msgspec.json.decode(content, type=dict[str, Any])
        version = found.get("bertscope")
        if isinstance(version, int) and version > FILE_FORMAT:
            raise TextError(
                tr("{name} was saved by a newer bertscope: update this one.", name=path.name)
            )
        _bring_up(found)
        file = msgspec.convert(found, SessionFile, str_keys=True)
        file.state.rule.check()
        return file
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise TextError(
            tr("{name} is no session file, or it is damaged: nothing was changed.", name=path.name)
        ) from error


def _bring_up(found: dict[str, Any]) -> None:
    """Turn a file of an earlier format into one of this format.

    In the first one the head was part of the state; up to the second one nothing told a run from
    a model, but all were of this machine.
    """
    version, state, folder = found.get("bertscope"), found.get("state"), found.get("model")
    if version in (1, 2) and isinstance(folder, str) and folder:
        found["is_run"] = is_run(Path(folder))
    if version == 1 and isinstance(state, dict):
        layer, head = state.pop("layer", 0), state.pop("head", 0)
        state["view"] = {"layer": layer, "heads": [head]}
