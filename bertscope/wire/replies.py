"""What the engine knows, as messages."""

import os
import socket
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bertscope import __version__, places
from bertscope.engine.config import BertConfig
from bertscope.hub import model_name
from bertscope.run_folder import COLUMNS, Description, StepRow
from bertscope.wire import messages as m

if TYPE_CHECKING:
    from bertscope.engine.folder import LoadedModel
    from bertscope.engine.looks import Floats, Heads, Look
    from bertscope.engine.reports import StepMetrics
    from bertscope.engine.training import TrainingSession
    from bertscope.engine.vocabulary_map import Plane


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
        host=socket.gethostname(),
        runs=str(places.runs_folder()),
    )


def model_info(ref: m.ModelRef, loaded: "LoadedModel") -> m.ModelInfo:
    """What a model is."""
    parameters = sum(parameter.numel() for parameter in loaded.model.parameters())
    return _info(ref, loaded.config, parameters, loaded.new_heads)


def run_model_info(ref: m.ModelRef, run: Description) -> m.ModelInfo:
    """What a run's model is, without reading its weights.

    Raises
    ------
    ModelError
        If the run's description is of no BERT.
    """
    return _info(ref, BertConfig.from_dict(run.model), run.parameters)


def _info(
    ref: m.ModelRef, config: BertConfig, parameters: int, new_heads: Sequence[str] = ()
) -> m.ModelInfo:
    return m.ModelInfo(
        ref=ref,
        name=model_name(places.located(ref.folder)),
        layers=config.num_hidden_layers,
        width=config.hidden_size,
        heads=config.num_attention_heads,
        parameters=parameters,
        vocabulary_size=config.vocab_size,
        max_length=config.max_position_embeddings,
        new_heads=list(new_heads),
        task=config.kind,
        labels=list(config.classes),
    )


def words_of(loaded: "LoadedModel") -> m.Words:
    """What it takes to turn sentences into a model's input."""
    return m.Words.of(loaded.tokenizer, loaded.config.max_position_embeddings)


def started_message(
    number: int, folder: str, run: "TrainingSession", loaded: "LoadedModel"
) -> m.RunStarted:
    """A run that is prepared, as the answer to the request of that number."""
    return m.RunStarted(
        id=number,
        folder=folder,
        model=model_info(m.ModelRef(folder), loaded),
        device=m.DeviceInfo(run.device.name, run.device.label),
        step=run.step,
        recipe=run.recipe,
        words=words_of(loaded),
        random_share=run.random_share,
        notes=list(run.notes),
        facts=run.facts,
    )


def look_message(probe: m.Probe, seen: "Look", step: int | None) -> m.Look:
    """What was seen, as the answer to a probe."""
    return m.Look(
        id=probe.id,
        view=probe.view,
        model=probe.model,
        step=step,
        layers=seen.layers,
        token_rows=m.Array.of(seen.token_rows),
        segment_rows=m.Array.of(seen.segment_rows),
        position_rows=m.Array.of(seen.position_rows),
        sum=m.Array.of(seen.sum),
        normalized=m.Array.of(seen.normalized),
        c=m.Array.of(seen.c),
        pooled=_array(seen.pooled),
        nsp_logits=_array(seen.nsp_logits),
        predictions=list(seen.predictions),
        is_next_probability=seen.is_next_probability,
        mlm_loss=seen.mlm_loss,
        nsp_loss=seen.nsp_loss,
        thumbnails=_array(seen.thumbnails),
        blocks=_array(seen.blocks),
        heads=_heads(seen.heads) if seen.heads else None,
        hidden_states=_array(seen.hidden_states),
        neighbours=None if seen.neighbours is None else [m.Neighbour(*n) for n in seen.neighbours],
        distribution=_array(seen.distribution),
        answer=seen.answer,
    )


def _array(floats: "Floats | None") -> m.Array | None:
    return None if floats is None else m.Array.of(floats)


def _heads(heads: "Heads") -> m.Heads:
    return m.Heads(
        layer=heads.layer,
        numbers=list(heads.numbers),
        weights=m.Array.of(heads.weights),
        queries=m.Array.of(heads.queries),
        keys=m.Array.of(heads.keys),
    )


def map_message(request: m.MapVocabulary, plane: "Plane", step: int | None) -> m.VocabularyMap:
    """A map of the vocabulary, as the answer to the wish for one."""
    return m.VocabularyMap(
        id=request.id,
        model=request.model,
        step=step,
        points=m.Array.of(plane.points_V2.numpy()),
        shares=plane.shares,
    )


def step_row(metrics: "StepMetrics") -> StepRow:
    """The metrics of a step."""
    values: dict[str, Any] = metrics.flat()
    return StepRow(**{name: values[name] for name in COLUMNS if name in values})
