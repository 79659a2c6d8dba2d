"""`bertscope export`: a model as a folder of its own, also in half the bytes."""

import sys
from pathlib import Path

from bertscope.errors import BertscopeError


def run(model: Path, out: Path, precision: str) -> int:
    """Write the model of a folder or of a run's last saved step to a new folder.

    Raises
    ------
    BertscopeError
        If it can't be read or written, or there is something in the folder already.
    """
    import torch

    from bertscope.engine.folder import save_model
    from bertscope.engine.snapshot_files import load_named

    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise BertscopeError(f"{out} is there already: choose a new folder.")
    loaded = load_named(model)
    if loaded.new_heads:
        missing = " and no ".join(loaded.new_heads)
        raise BertscopeError(
            f"{model} has no {missing}, and what would be written in its place is random: train "
            "the model first."
        )
    dtype = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}[precision]
    if any(not value.to(dtype).isfinite().all() for value in loaded.model.state_dict().values()):
        raise BertscopeError(f"{model} has weights that {precision} can't hold: choose bf16.")
    save_model(out, loaded.model, loaded.config, loaded.tokenizer, dtype)
    size = sum(path.stat().st_size for path in out.iterdir())
    sys.stdout.write(f"{out}: {size / 1e6:.1f} MB in {precision}\n")
    return 0
