"""Steps as an engine would tell them."""

from collections.abc import Mapping

import numpy as np

from bertscope.gui.slow.story import Story
from bertscope.text.masking import MaskRule
from bertscope.text.reader import Reader
from bertscope.wire import messages as m
from tests.gui.conftest import WIDTH, look_for


def step_story(
    reader: Reader,
    a: str = "my dog is cute",
    b: str = "he likes playing",
    masks: Mapping[int, str] | None = None,
    *,
    number: int = 1,
    own: bool = True,
    nsp_label: int | None = 0,
) -> m.StepStory:
    """A step on a pair; `masks` says what is put at the chosen positions."""
    pair, vocabulary = reader.read(a, b), reader.tokenizer.ids
    ids, labels = list(pair.ids), {}
    for position, put in ({2: "[MASK]"} if masks is None else masks).items():
        labels[position], ids[position] = ids[position], vocabulary[put]
    nsp_label = nsp_label if b else None
    wants = m.Wants(hidden_states=True)
    ref = m.ModelRef("/runs/1", 7)
    probe = m.Probe(number, "story", ref, ids, list(pair.segments), labels, nsp_label, [], wants)
    look = look_for(probe, 7)
    slope = np.linspace(-1, 1, len(ids) * WIDTH, dtype=np.float32).reshape(len(ids), WIDTH)
    return m.StepStory(
        id=number,
        model=ref,
        step=1 if own else 8,
        own=own,
        row=0,
        rows=1 if own else 64,
        ids=ids,
        segments=list(pair.segments),
        labels=labels,
        nsp_label=nsp_label,
        before=look,
        after=look_for(probe, 8),
        mlm_loss=4.5,
        nsp_loss=0.5,
        loss=5.0,
        mlm_weight=1.0,
        nsp_weight=1.0,
        row_gradient=m.Array.of(slope),
        groups=[
            m.WeightGroup("embeddings", 1000, 0.5, 0.01, 10.0),
            m.WeightGroup("layer 1", 2000, 1.5, 0.02, 20.0),
        ],
        gradient=1.58,
        clip=1.0,
        learning_rate=3e-3,
        matrix_learning_rate=2e-2,
        optimizer="muon",
        weights=[m.OneWeight("bert.embeddings.word_embeddings.weight", (5, 3), 0.1, -0.2, 0.103)],
    )


def told_story(reader: Reader, *args: object, **kwargs: object) -> Story:
    """The same as the window tells it."""
    return Story(step_story(reader, *args, **kwargs), reader, MaskRule())  # type: ignore[arg-type]
