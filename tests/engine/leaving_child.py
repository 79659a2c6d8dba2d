"""One of the processes that meet, make an optimizer and part; each tells which threads it has."""

import json
import sys
import time
from contextlib import suppress
from pathlib import Path

import torch
from torch import nn

from bertscope.engine.distributed import joined


def main(out: Path) -> None:
    """Write the names of its threads while it is one of many, and when it is alone again."""
    torch.set_num_threads(1)
    with joined() as ranks:
        torch.optim.AdamW(nn.Linear(2, 2).parameters())
        assert ranks.total(1) == (ranks.world,)
        met = threads()
    (out / f"{ranks.rank}.json").write_text(json.dumps({"met": met, "parted": left()}))


def threads() -> list[str]:
    """As Linux names them."""
    found = []
    for name in Path("/proc/self/task").glob("*/comm"):
        with suppress(OSError):  # It has ended since.
            found.append(name.read_text().strip())
    return found


def left() -> list[str]:
    """The threads that stay; Linux lists one that has been waited for a moment longer."""
    deadline = time.monotonic() + 10
    while any("gloo" in name for name in threads()) and time.monotonic() < deadline:
        time.sleep(0.01)
    return threads()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
