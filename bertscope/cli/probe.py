"""`bertscope probe`: what one look at a model returns, as numbers or as a picture."""

import argparse
import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from bertscope.cli.qt import qt_needed
from bertscope.errors import BertscopeError, TextError
from bertscope.looks import Prediction, Wants
from bertscope.places import DEFAULT_MODEL
from bertscope.text.masking import Action, Chosen, MaskPlan, MaskRule, draw_plan
from bertscope.text.pair import Pair, Source
from bertscope.text.reader import Reader

if TYPE_CHECKING:
    from bertscope.engine.looks import Look

ARRAYS = (
    "token_rows",
    "segment_rows",
    "position_rows",
    "sum",
    "normalized",
    "hidden_states",
    "attention",
    "mlm_logits",
    "nsp_logits",
)
PICTURES = (".png", ".svg")


@dataclass(frozen=True)
class Probed:
    """A pair, its mask plan, and what a model said of it."""

    reader: Reader
    a: str
    b: str
    pair: Pair
    plan: MaskPlan
    nsp_label: int | None
    look: "Look"
    new_heads: tuple[str, ...] = ()


def run(arguments: argparse.Namespace) -> int:
    """Look once and write what is seen.

    Raises
    ------
    BertscopeError
        If the model, the pair, the masks or the file can't be used.
    """
    out: Path = arguments.out
    if out.suffix.lower() not in (".json", ".npz", *PICTURES):
        raise BertscopeError(f"{out.name}: choose a name that ends in .json, .npz, .png or .svg.")
    if not out.parent.is_dir():
        raise BertscopeError(f"There is no folder {out.parent}: make it or choose another place.")
    probed = probe(arguments)
    for note in notes_on(probed):
        print(f"bertscope: note: {note}", file=sys.stderr)
    try:
        if out.suffix.lower() == ".json":
            out.write_bytes(msgspec.json.format(msgspec.json.encode(numbers_of(probed)), indent=2))
        elif out.suffix.lower() == ".npz":
            arrays = {name: getattr(probed.look, name) for name in ARRAYS}
            found = {name: array for name, array in arrays.items() if array is not None}
            out.write_bytes(_packed(found))
        else:
            _write_picture(out, probed, dark=arguments.dark)
    except OSError as error:
        raise BertscopeError(
            f"{out} can't be written ({error.strerror}): choose another place."
        ) from error
    return 0


def _packed(arrays: dict[str, Any]) -> bytes:
    # Not by its name: numpy would append .npz to one that ends in .NPZ.
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def notes_on(probed: Probed) -> list[str]:
    """What the numbers alone don't tell, a sentence each."""
    notes = []
    pair, reader = probed.pair, probed.reader
    if pair.cut_a or pair.cut_b:
        notes.append(
            f"the pair is longer than the model's {reader.max_length} positions, so the last "
            f"{pair.cut_a} tokens of A and {pair.cut_b} of B are left out."
        )
    if probed.new_heads:
        notes.append(
            f"the model has no {' and no '.join(probed.new_heads)}: what comes from there comes "
            "from random weights."
        )
    return notes


def probe(arguments: argparse.Namespace) -> Probed:
    """Read the pair as the model does, mask it, and look."""
    from bertscope.engine.probe import look
    from bertscope.engine.snapshot_files import load_named

    loaded = load_named(arguments.model or DEFAULT_MODEL)
    reader = Reader(loaded.tokenizer, loaded.config.max_position_embeddings)
    pair = reader.read(arguments.a, arguments.b)
    plan = _plan(arguments, reader, pair)
    nsp_label = int(arguments.not_next) if pair.has_b else None
    seen = look(
        loaded.model,
        ids=plan.apply(pair.ids),
        segments=pair.segments,
        labels={p: pair.ids[p] for p in plan.positions},
        nsp_label=nsp_label,
        wants=Wants(top_k=arguments.top_k, hidden_states=True, attribution=True),
        whole=True,
    )
    return Probed(reader, arguments.a, arguments.b, pair, plan, nsp_label, seen, loaded.new_heads)


def _plan(arguments: argparse.Namespace, reader: Reader, pair: Pair) -> MaskPlan:
    tokenizer = reader.tokenizer
    if arguments.roll is not None:
        return draw_plan(
            MaskRule(),
            pair.ids,
            pair.words,
            mask_id=tokenizer.mask_id,
            vocabulary_size=len(tokenizer),
            key=(arguments.roll,),
        )
    plan = MaskPlan()
    for position in _positions(arguments.mask, pair):
        plan = plan.with_choice(position, Chosen(Action.MASK, tokenizer.mask_id))
    return plan


def _positions(words: str, pair: Pair) -> list[int]:
    try:
        positions = [int(word) for word in words.split(",") if word.strip()]
    except ValueError:
        raise TextError(f"--mask {words}: give positions as numbers, such as 2,8.") from None
    for position in positions:
        if position not in pair.maskable:
            have = ", ".join(f"{i} {pair.tokens[i]}" for i in pair.maskable)
            raise TextError(f"Position {position} can't be masked: choose among {have or 'none'}.")
    return positions


def numbers_of(probed: Probed) -> dict[str, Any]:
    """What the ``.json`` file holds."""
    pair, look, vocabulary = probed.pair, probed.look, probed.reader.tokenizer.vocabulary
    ids = probed.plan.apply(pair.ids)
    losses = [loss for loss in (look.mlm_loss, look.nsp_loss) if loss is not None]
    return {
        "a": probed.a,
        "b": probed.b,
        "tokens": pair.tokens,
        "ids": pair.ids,
        "segments": pair.segments,
        "positions": pair.positions,
        "spans": [
            None if source is Source.SPECIAL else span
            for source, span in zip(pair.sources, pair.spans, strict=True)
        ],
        "cut_a": pair.cut_a,
        "cut_b": pair.cut_b,
        "mask_plan": [
            {
                "position": position,
                "action": choice.action.value,
                "original": pair.tokens[position],
                "token": vocabulary[choice.token_id],
                "id": choice.token_id,
            }
            for position, choice in sorted(probed.plan.chosen.items())
        ],
        "model_ids": ids,
        "model_tokens": [vocabulary[i] for i in ids],
        "predictions": [_prediction(p, vocabulary) for p in look.predictions],
        "nsp_label": probed.nsp_label,
        "is_next_probability": look.is_next_probability if pair.has_b else None,
        "mlm_loss": look.mlm_loss,
        "nsp_loss": look.nsp_loss,
        "loss": sum(losses) if losses else None,
        "answer": look.answer,
    }


def _prediction(prediction: "Prediction", vocabulary: tuple[str, ...]) -> dict[str, Any]:
    return {
        "position": prediction.position,
        "original": vocabulary[prediction.original_id],
        "probability": prediction.original_probability,
        "rank": prediction.rank,
        "loss": prediction.loss,
        "top": [
            {"token": vocabulary[i], "probability": p}
            for i, p in zip(prediction.top_ids, prediction.top_probabilities, strict=True)
        ],
    }


def _write_picture(out: Path, probed: Probed, *, dark: bool) -> None:
    """The figure as the window draws it."""
    from bertscope.wire.messages import ModelRef, Probe
    from bertscope.wire.replies import look_message

    with qt_needed():
        from bertscope.gui.picture import write_picture

    # Qt would only say that it failed, this says why.
    out.open("ab").close()
    request = Probe(id=0, view="", model=ModelRef(""), ids=[], segments=[])
    write_picture(
        out,
        probed.reader,
        (probed.a, probed.b),
        probed.plan,
        probed.nsp_label,
        look_message(request, probed.look, None),
        dark=dark,
    )
