"""Which files hold the parts of labelled data: train, dev and test."""

from dataclasses import dataclass
from pathlib import Path

from bertscope import places
from bertscope.errors import TaskError
from bertscope.task import BUILT_IN_TASKS, Task
from bertscope.text.tasks import squad, tables
from bertscope.text.tasks.problems import listed

SUFFIXES = (*tables.SUFFIXES, squad.SUFFIX)
_TRAIN = ("train", "training")
_DEV = ("dev", "validation", "valid", "val", "dev_matched", "validation_matched")
_TEST = ("test", "test_matched")
"""What a part's file may be called, the first that is there; or something longer such as
``train-v2.0``."""
_SIGNS = "-_. "
_FORMATS = "a .tsv, .csv or .jsonl file, or a .json file as SQuAD's"


@dataclass(frozen=True)
class Parts:
    """The files of labelled data; None for a part that has none.

    Attributes
    ----------
    name
        Of the data for people.
    """

    name: str
    train: Path
    dev: Path | None = None
    test: Path | None = None


def find_parts(task: Task) -> Parts:
    """The files that a task is read from.

    Raises
    ------
    TaskError
        If there is none, or a folder doesn't tell which is which.
    BertscopeError
        If the resources that ship are missing.
    """
    dev = check_file(Path(task.dev)) if task.dev else None
    if task.data in BUILT_IN_TASKS:
        folder = places.resources() / "tasks" / task.data
        parts = _of_folder(folder, BUILT_IN_TASKS[task.data])
    else:
        path = Path(task.data)
        is_folder = bool(task.data) and _is_folder(path)
        parts = _of_folder(path, path.name) if is_folder else _of_file(path, task.data)
    return Parts(parts.name, parts.train, dev or parts.dev, parts.test)


def stamp_of(task: Task) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file that a task is read from is another one, or written anew.

    Raises
    ------
    TaskError, BertscopeError
        As `find_parts`.
    """
    parts = find_parts(task)
    files = [file for file in (parts.train, parts.dev, parts.test) if file is not None]
    return tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files)


def check_file(path: Path) -> Path:
    """It, if it is a file of a format that can hold labelled data.

    Raises
    ------
    TaskError
        If it isn't.
    """
    try:
        is_file = path.is_file()
    except OSError as error:
        raise TaskError(f"{path} can't be read: check its permissions.") from error
    if not is_file:
        raise TaskError(f"There is no file {path}: choose {_FORMATS}.")
    if tables.suffix_of(path) not in SUFFIXES:
        raise TaskError(f"{path} can't hold labelled data: choose {_FORMATS}.")
    return path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:
        raise TaskError(f"{path} can't be read: check its permissions.") from error


def _of_file(path: Path, name: str) -> Parts:
    if not name:
        raise TaskError(f"There is no labelled data: choose {_FORMATS}.")
    if not path.suffix and not path.exists():
        raise TaskError(
            f"There is no labelled data {name!r}: choose {listed(tuple(BUILT_IN_TASKS))}, a .tsv, "
            ".csv or .jsonl file, or a .json file as SQuAD's, or a folder of such files."
        )
    return Parts(_stem(check_file(path)), path)


def _of_folder(folder: Path, name: str) -> Parts:
    try:
        files = sorted(
            path
            for path in folder.iterdir()
            if tables.suffix_of(path) in SUFFIXES and path.is_file()
        )
    except OSError as error:
        raise TaskError(f"{folder} can't be read: check its permissions.") from error
    train = files[0] if len(files) == 1 else _part(folder, files, _TRAIN)
    if train is None:
        raise TaskError(
            f"There is no training data in {folder}: choose a folder with a file train.tsv, .csv, "
            ".jsonl or .json in it, or a file itself."
        )
    others = [file for file in files if file != train]
    return Parts(name, train, _part(folder, others, _DEV), _part(folder, others, _TEST))


def _part(folder: Path, files: list[Path], names: tuple[str, ...]) -> Path | None:
    for belongs in (str.__eq__, _begins):
        for name in names:
            found = [file for file in files if belongs(_stem(file).lower(), name)]
            if len(found) > 1:
                one, other = (file.name for file in found[:2])
                raise TaskError(f"{folder} has both {one} and {other}: choose one of the files.")
            if found:
                return found[0]
    return None


def _begins(stem: str, name: str) -> bool:
    return len(stem) > len(name) and stem.startswith(name) and stem[len(name)] in _SIGNS


def _stem(file: Path) -> str:
    """Its name without the format, of a packed file too."""
    return Path(file.name[: -len(".gz")] if file.name.lower().endswith(".gz") else file.name).stem
