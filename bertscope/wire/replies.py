"""What the engine knows, as messages."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bertscope import __version__
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.engine.folder import LoadedModel
    from bertscope.engine.probe import Look, Prediction
    from bertscope.engine.trainer import StepMetrics


def ready_message() -> m.Ready:
    """Who the engine is and what it can compute on."""
    import torch

    from bertscope.engine.devices import available_devices

    return m.Ready(
        protocol=m.PROTOCOL,
        version=__version__,
        torch=str(torch.__version__),
        pid=os.getpid(),
        devices=[m.DeviceInfo(device.name, device.label) for device in available_devices()],
    )


def model_info(ref: m.ModelRef, loaded: "LoadedModel") -> m.ModelInfo:
    """What a model is."""
    config = loaded.config
    return m.ModelInfo(
        ref=ref,
        name=Path(ref.folder).name,
        layers=config.num_hidden_layers,
        width=config.hidden_size,
        heads=config.num_attention_heads,
        parameters=sum(parameter.numel() for parameter in loaded.model.parameters()),
        vocabulary_size=config.vocab_size,
        max_length=config.max_position_embeddings,
        new_heads=list(loaded.new_heads),
    )


def look_message(probe: m.Probe, seen: "Look", step: int | None) -> m.Look:
    """What was seen, as the answer to a probe."""
    return m.Look(
        id=probe.id,
        view=probe.view,
        model=probe.model,
        step=step,
        token_rows=m.Array.of(seen.token_rows),
        segment_rows=m.Array.of(seen.segment_rows),
        position_rows=m.Array.of(seen.position_rows),
        sum=m.Array.of(seen.sum),
        normalized=m.Array.of(seen.normalized),
        predictions=[_prediction(p) for p in seen.predictions],
        is_next_probability=seen.is_next_probability,
        mlm_loss=seen.mlm_loss,
        nsp_loss=seen.nsp_loss,
        attention=m.Array.of(seen.attention) if probe.attention else None,
    )


def _prediction(prediction: "Prediction") -> m.Prediction:
    return m.Prediction(
        prediction.position,
        list(prediction.top_ids),
        list(prediction.top_probabilities),
        prediction.original_id,
        prediction.original_probability,
        prediction.rank,
        prediction.loss,
    )


def step_row(metrics: "StepMetrics") -> m.StepRow:
    """The metrics of a step."""
    held_out = metrics.held_out
    return m.StepRow(
        step=metrics.step,
        mlm_loss=metrics.mlm_loss,
        nsp_loss=metrics.nsp_loss,
        mlm_accuracy=metrics.mlm_accuracy,
        nsp_accuracy=metrics.nsp_accuracy,
        held_out_mlm_loss=held_out.mlm_loss if held_out else None,
        held_out_nsp_loss=held_out.nsp_loss if held_out else None,
        held_out_mlm_accuracy=held_out.mlm_accuracy if held_out else None,
        held_out_nsp_accuracy=held_out.nsp_accuracy if held_out else None,
        held_out_nsp_decoy_accuracy=held_out.nsp_decoy_accuracy if held_out else None,
        tokens=metrics.tokens,
        pairs=metrics.pairs,
        seconds=metrics.seconds,
    )
