"""One program trains a run at a time."""

from pathlib import Path

import pytest

from bertscope.engine.run_lock import RunLock, is_busy
from bertscope.errors import RunError
from bertscope.run_folder import LOCK


def test_a_run_is_busy_while_its_lock_is_held(tmp_path: Path):
    folder = tmp_path / "run"
    assert not is_busy(folder)
    lock = RunLock(folder)
    lock.take()
    lock.take()
    assert is_busy(folder)
    with pytest.raises(RunError, match="is being trained by another program: end it there"):
        RunLock(folder).take()
    (folder / "run.json").touch()
    lock.let_go()
    assert not is_busy(folder)
    RunLock(folder).take()


def test_looking_leaves_nothing_behind(tmp_path: Path):
    assert not is_busy(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_made_for_nothing_goes_and_one_that_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BERTSCOPE_HOME", str(tmp_path))
    own, new, among_runs = tmp_path / "own", tmp_path / "new", tmp_path / "runs" / "one"
    own.mkdir()
    among_runs.mkdir(parents=True)
    for folder in (own, new, among_runs):
        lock = RunLock(folder)
        lock.take()
        lock.let_go()
        lock.let_go()
    assert own.is_dir()
    assert not new.exists()
    assert not among_runs.exists()


def test_a_lock_whose_folder_was_deleted_is_taken_anew(tmp_path: Path):
    lock = RunLock(tmp_path)
    lock.take()
    (tmp_path / LOCK).unlink()
    lock.take()
    assert is_busy(tmp_path)


def test_a_folder_that_can_not_be_made_is_said(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(RunError, match="can't be written"):
        RunLock(tmp_path / "file" / "run").take()
