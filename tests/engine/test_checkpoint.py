"""A checkpoint is whole or it doesn't count, whatever happens to disk and process."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bertscope.engine import disk
from bertscope.engine.checkpoint import (
    KEPT,
    MANIFEST,
    find_damage,
    list_checkpoints,
    newest_whole,
    step_of,
    write_checkpoint,
)

CONTENT = bytes(range(256)) * 200


def write_two(folder: Path) -> None:
    disk.write_file(folder / "weights", CONTENT)
    disk.write_file(folder / "state", b"{}")


@pytest.fixture
def parent(tmp_path: Path) -> Path:
    for step in (10, 20):
        write_checkpoint(tmp_path, step, write_two)
    return tmp_path


def test_the_newest_are_kept(parent: Path):
    write_checkpoint(parent, 1_000_000, write_two)
    assert [step_of(folder) for folder in list_checkpoints(parent)] == [20, 1_000_000]
    assert KEPT == 2
    newest, said = newest_whole(parent)
    assert newest == parent / "step-1000000"
    assert said == []
    assert sorted(path.name for path in newest.iterdir()) == [MANIFEST, "state", "weights"]


@pytest.mark.parametrize("place", [0, 25_000, len(CONTENT) - 1])
def test_a_single_flipped_bit_is_found_and_the_checkpoint_passed_over(parent: Path, place: int):
    path = parent / "step-000020" / "weights"
    flipped = bytearray(CONTENT)
    flipped[place] ^= 1
    path.write_bytes(flipped)
    newest, said = newest_whole(parent)
    assert newest == parent / "step-000010"
    assert said == ["The checkpoint step-000020 was passed over: weights is damaged."]
    # It no longer counts, so the next ones don't push out the whole one.
    write_checkpoint(parent, 15, write_two)
    assert [step_of(folder) for folder in list_checkpoints(parent)] == [10, 15]


@pytest.mark.parametrize("name", ["weights", "state", MANIFEST])
@pytest.mark.parametrize("how", ["missing", "empty", "longer"])
def test_other_damage_is_found(parent: Path, name: str, how: str):
    path = parent / "step-000020" / name
    content = path.read_bytes()
    path.unlink()
    if how != "missing":
        path.write_bytes(b"" if how == "empty" else content + b"x")
    assert name in str(find_damage(path.parent))
    assert newest_whole(parent)[0] == parent / "step-000010"


def test_where_all_are_damaged_there_is_none(parent: Path):
    for folder in list_checkpoints(parent):
        (folder / MANIFEST).unlink()
    newest, said = newest_whole(parent)
    assert newest is None
    assert len(said) == 2
    assert newest_whole(parent / "nowhere") == (None, [])


def test_a_step_written_again_is_left_or_mended(parent: Path):
    path = parent / "step-000020" / "weights"
    before = path.stat().st_ino
    write_checkpoint(parent, 20, write_two)
    assert path.stat().st_ino == before
    path.write_bytes(b"")
    write_checkpoint(parent, 20, write_two)
    assert find_damage(path.parent) is None


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """As if the disk were full: no file of this process may grow beyond `size` bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_older_ones_and_nothing_half_written(parent: Path):
    with largest_file(10_000), pytest.raises(OSError, match="File too large") as caught:
        write_checkpoint(parent, 30, write_two)
    assert sorted(path.name for path in parent.iterdir()) == ["step-000010", "step-000020"]
    assert all(find_damage(folder) is None for folder in list_checkpoints(parent))
    assert "no room" in disk.cannot_write(parent, caught.value)


def test_room_is_looked_for_before_a_long_write(tmp_path: Path):
    disk.require_room(tmp_path, 1)
    with pytest.raises(OSError, match="No space left"):
        disk.require_room(tmp_path, 1 << 62)


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path):
    path = tmp_path / "file"
    disk.replace_file(path, b"old")
    with largest_file(10), pytest.raises(OSError, match="File too large"):
        disk.replace_file(path, b"new" * 10)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals that stop a process")
@pytest.mark.parametrize("ready", ["weights", MANIFEST])
def test_a_process_killed_in_mid_write_leaves_the_older_ones(parent: Path, ready: str):
    """The child stops itself right after it has written a file; then it is killed."""
    code = f"""
        import os, signal
        from pathlib import Path
        from bertscope.engine import disk
        from bertscope.engine.checkpoint import write_checkpoint
        write = disk.write_file
        def stop_after(path, data):
            write(path, data)
            if path.name == {ready!r}:
                os.kill(os.getpid(), signal.SIGSTOP)
        disk.write_file = stop_after
        write_checkpoint(
            Path({str(parent)!r}), 30, lambda f: disk.write_file(f / "weights", bytes(99))
        )
    """
    child = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)])
    os.waitpid(child.pid, os.WUNTRACED)
    assert (parent / "step-000030.tmp" / ready).exists()
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert newest_whole(parent) == (parent / "step-000020", [])
    write_checkpoint(parent, 25, write_two)
    assert newest_whole(parent) == (parent / "step-000025", [])
    assert not list(parent.glob("*.tmp"))
