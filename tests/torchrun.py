"""Starts a module in several processes, as torchrun does on one machine."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.cli.conftest import Said, child_environment

PATIENCE = 300.0
"""A deadline: some processes that each import PyTorch take long where others keep it busy."""


@contextmanager
def torchrun(module: str, *words: object, processes: int = 2) -> Iterator["subprocess.Popen[str]"]:
    """Behind `--`, for torchrun takes what looks like its own options: --start."""
    launcher = (sys.executable, "-m", "torch.distributed.run", "--standalone")
    with subprocess.Popen(
        [*launcher, "--nproc-per-node", str(processes), "-m", "--", module, *map(str, words)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=child_environment(OMP_NUM_THREADS="1", PYTHONUNBUFFERED="1"),
    ) as process:
        try:
            yield process
        finally:
            # It ends its own children; killed, it could not.
            process.terminate()


def run_torchrun(module: str, *words: object, processes: int = 2) -> Said:
    with torchrun(module, *words, processes=processes) as process:
        out, err = process.communicate(timeout=PATIENCE)
    return Said(process.returncode, out, err)
