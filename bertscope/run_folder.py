"""What lies in a run's folder, for all who read it; the engine alone writes there.

::

    run.json                  recipe, versions, time, model
    metrics.jsonl             one line a step
    checkpoints/step-000120/  a model folder, and what resuming needs beside it
    model/                    the model at the last clean stop, in Hugging Face's layout
    tensorboard/              the metrics for TensorBoard, where they are wanted
"""

from pathlib import Path

import msgspec

from bertscope.errors import RunError
from bertscope.recipe import Recipe

RUN = "run.json"
METRICS = "metrics.jsonl"
CHECKPOINTS = "checkpoints"
MODEL = "model"
CONFIG = "config.json"
TENSORBOARD = "tensorboard"


def newest_model(folder: Path) -> Path:
    """The model folder of the run's last saved step: that of a checkpoint, else ``model/``."""
    checkpoints = (folder / CHECKPOINTS).glob("step-*[0-9]")
    return max(checkpoints, key=lambda path: (len(path.name), path.name), default=folder / MODEL)


def model_of(folder: Path) -> Path:
    """The model folder that a folder means: itself, or that of a run's last saved step."""
    inner = newest_model(folder)
    is_model = (folder / CONFIG).exists() or not (inner / CONFIG).exists()
    return folder if is_model else inner


class StepRow(msgspec.Struct, frozen=True):
    """The metrics of one step: losses in nats, accuracies 0 to 1; held-out values alone at step 0.

    A line of ``metrics.jsonl`` holds these and more.
    """

    step: int
    mlm_loss: float | None = None
    nsp_loss: float | None = None
    mlm_accuracy: float | None = None
    nsp_accuracy: float | None = None
    held_out_mlm_loss: float | None = None
    held_out_nsp_loss: float | None = None
    held_out_mlm_accuracy: float | None = None
    held_out_nsp_accuracy: float | None = None
    held_out_nsp_decoy_accuracy: float | None = None
    tokens: int = 0
    pairs: int = 0
    seconds: float = 0.0


class _Description(msgspec.Struct, frozen=True):
    recipe: Recipe


def is_run(folder: Path) -> bool:
    return (folder / RUN).is_file()


def read_recipe(folder: Path) -> Recipe:
    """What the run was made with.

    Raises
    ------
    RunError
        If there is no run, or its description is damaged.
    """
    path = folder / RUN
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Description).recipe
    except (OSError, msgspec.MsgspecError) as error:
        raise RunError(f"{path} can't be read: choose the folder of a run.") from error


def read_metrics(folder: Path) -> list[StepRow]:
    """The steps done so far; a line that is still being written is left out.

    Raises
    ------
    RunError
        If the file can't be read.
    """
    path = folder / METRICS
    try:
        lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
        return [msgspec.json.decode(line, type=StepRow) for line in lines]
    except (OSError, msgspec.MsgspecError) as error:
        raise RunError(f"{path} is damaged: its curves can't be shown.") from error
