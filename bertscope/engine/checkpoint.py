"""Checkpoint folders that are whole or not there: ``step-000120/`` with a sha256 for every file.

A flipped bit loads silently from safetensors, and a process can be killed in mid-write. So the
files are written under another name and synced, the manifest last, and only then is the folder
given its name.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec

from bertscope.engine import disk

MANIFEST = "manifest.json"
KEPT = 2
_NAME = re.compile(r"step-(\d{6,})")
_TEMPORARY = ".tmp"
_DAMAGED = "damaged-"


class FileEntry(msgspec.Struct, frozen=True):
    """What the manifest says of a file; the size in bytes."""

    size: int
    sha256: str


def checkpoint_folder(parent: Path, step: int) -> Path:
    return parent / f"step-{step:06d}"


def step_of(folder: Path) -> int | None:
    """The step in a checkpoint folder's name, None for any other folder."""
    match = _NAME.fullmatch(folder.name)
    return int(match[1]) if match else None


def list_checkpoints(parent: Path) -> list[Path]:
    """The checkpoint folders, oldest step first, whole or not."""
    if not parent.is_dir():
        return []
    steps = {step: folder for folder in parent.iterdir() if (step := step_of(folder)) is not None}
    return [steps[step] for step in sorted(steps)]


def write_checkpoint(parent: Path, step: int, write_files: Callable[[Path], None]) -> Path:
    """Write a checkpoint and remove those older than the newest `KEPT`.

    Parameters
    ----------
    parent
        The folder of all checkpoints.
    write_files
        Writes the files into the empty folder it is given, synced.

    Raises
    ------
    OSError
        If it can't be written; the older ones are all still there.
    """
    final = checkpoint_folder(parent, step)
    if final.exists():
        if find_damage(final) is None:
            return final
        shutil.rmtree(final)
    for left_over in parent.glob(f"step-*{_TEMPORARY}"):
        shutil.rmtree(left_over, ignore_errors=True)
    temporary = final.with_name(final.name + _TEMPORARY)
    try:
        temporary.mkdir(parents=True)
        write_files(temporary)
        manifest = {
            path.name: FileEntry(path.stat().st_size, disk.sha256(path))
            for path in sorted(temporary.iterdir())
        }
        disk.write_file(temporary / MANIFEST, msgspec.json.encode(manifest))
        disk.sync_folder(temporary)
        disk.move(temporary, final)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    disk.sync_folder(parent)
    for old in list_checkpoints(parent)[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
    return final


def find_damage(folder: Path) -> str | None:
    """What is wrong with a checkpoint, None where it is whole."""
    try:
        content = (folder / MANIFEST).read_bytes()
        manifest = msgspec.json.decode(content, type=dict[str, FileEntry])
    except (OSError, msgspec.DecodeError):
        return f"its {MANIFEST} can't be read"
    for name, entry in manifest.items():
        path = folder / name
        if not path.is_file():
            return f"{name} is missing"
        if path.stat().st_size != entry.size or disk.sha256(path) != entry.sha256:
            return f"{name} is damaged"
    return None


def newest_whole(parent: Path) -> tuple[Path | None, list[str]]:
    """The newest whole checkpoint, and a sentence on each newer one that is damaged.

    The damaged are set aside under another name, so that they no longer count as checkpoints.
    """
    said: list[str] = []
    for folder in reversed(list_checkpoints(parent)):
        damage = find_damage(folder)
        if damage is None:
            return folder, said
        said.append(f"The checkpoint {folder.name} was passed over: {damage}.")
        set_aside(folder)
    return None, said


def set_aside(folder: Path) -> None:
    """Give a folder another name, under which it no longer counts as a checkpoint.

    Raises
    ------
    OSError
        If it can't be renamed.
    """
    aside = folder.with_name(_DAMAGED + folder.name)
    shutil.rmtree(aside, ignore_errors=True)
    folder.rename(aside)
