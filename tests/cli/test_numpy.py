"""Beside a window numpy computes with one thread."""

import subprocess
import sys

import pytest

COUNT = """
import contextlib, os
from bertscope.cli import BLAS_THREADS, main
with contextlib.suppress(SystemExit):
    main(["--version"])
import numpy as np
np.ones((600, 600)) @ np.ones((600, 600))
print("threads", len(os.listdir("/proc/self/task")), os.environ.get(BLAS_THREADS))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts threads in /proc")
def test_products_have_one_thread_and_children_are_free_to_use_all() -> None:
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", COUNT],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines()[-1:] == ["threads 1 None"], done.stderr
