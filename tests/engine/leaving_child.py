"""One of the processes that meet, make an optimizer and part; each tells which threads it has."""

import json
import sys
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
    (out / f"{ranks.rank}.json").write_text(json.dumps({"met": met, "parted": threads()}))


def threads() -> list[str]:
    """As Linux names them."""
    return [name.read_text().strip() for name in Path("/proc/self/task").glob("*/comm")]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
