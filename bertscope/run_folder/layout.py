"""Where things lie in a run's folder; the engine alone writes there.

::

    run.json                  recipe and its changes, versions, time, model
    about.json                what someone has called it and noted; may be missing
    metrics.jsonl             one line a step
    events.jsonl              one line for each thing that happened
    snapshots/                config and vocabulary, and the weights at a step in each
      step-000120.safetensors
    checkpoints/step-000120/  a model folder, and what resuming needs beside it
    model/                    the model at the last clean stop, in Hugging Face's layout
    tensorboard/              the metrics for TensorBoard, where they are wanted
    run.lock                  held by the process that trains it
"""

import os
import re
from pathlib import Path

RUN = "run.json"
ABOUT = "about.json"
METRICS = "metrics.jsonl"
EVENTS = "events.jsonl"
SNAPSHOTS = "snapshots"
CHECKPOINTS = "checkpoints"
MODEL = "model"
CONFIG = "config.json"
TENSORBOARD = "tensorboard"
LOCK = "run.lock"
_SNAPSHOT = re.compile(r"step-(\d{6,})\.safetensors")
_SAVED = re.compile(r"step-(\d{6,})(\.safetensors)?")


def is_run(folder: Path) -> bool:
    return (folder / RUN).is_file()


def newest_model(folder: Path) -> Path:
    """The model folder of the run's last saved step: that of a checkpoint, else ``model/``."""
    checkpoints = (folder / CHECKPOINTS).glob("step-*[0-9]")
    return max(checkpoints, key=lambda path: (len(path.name), path.name), default=folder / MODEL)


def model_of(folder: Path) -> Path:
    """The model folder that a folder means: itself, or that of a run's last saved step."""
    inner = newest_model(folder)
    is_model = (folder / CONFIG).exists() or not (inner / CONFIG).exists()
    return folder if is_model else inner


def words_of(folder: Path) -> Path:
    """Where config and vocabulary of a run's model are, even while it has no checkpoint yet."""
    inner = newest_model(folder)
    return inner if (inner / CONFIG).exists() else folder / SNAPSHOTS


def undated(name: str) -> str:
    """A run folder's name without the time it was made at, which stands in front."""
    return re.sub(r"^\d{4}-\d\d-\d\d-\d{6} ", "", name)


def kept_steps(folder: Path) -> list[int]:
    """The steps of a run whose weights are kept for looking, rising."""
    found = (_SNAPSHOT.fullmatch(path.name) for path in (folder / SNAPSHOTS).glob("step-*"))
    return sorted(int(match[1]) for match in found if match)


def snapshot_file(folder: Path, step: int) -> Path:
    """Where the weights of a run at a step are."""
    return folder / SNAPSHOTS / f"step-{step:06d}.safetensors"


def source_of(folder: Path) -> Path:
    """What a folder's model is read from: as `model_of`, else a run's newest kept weights."""
    path = model_of(folder)
    if not (path / CONFIG).exists() and (steps := kept_steps(folder)):
        return snapshot_file(folder, steps[-1])
    return path


def step_in(source: Path) -> int | None:
    """The step of a run that a checkpoint's folder or a file of kept weights is of."""
    match = _SAVED.fullmatch(source.name)
    return int(match[1]) if match and source.parent.name in (CHECKPOINTS, SNAPSHOTS) else None


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder; what is being removed meanwhile counts or not."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += Path(place, name).lstat().st_size
            except OSError:
                continue
    return total
