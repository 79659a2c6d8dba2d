"""What a fine-tuned model answers to one input, and how much each token counts for it.

Axes: L length, K classes.
"""

from collections.abc import Sequence

import torch

from bertscope.engine.model import HeadedBert
from bertscope.engine.passes import Pass
from bertscope.looks import Answer, Span
from bertscope.task import Kind, Task
from bertscope.text.tasks.spans import best_spans

SPANS = 10
_LONGEST = Task(data="").longest_answer
_OF_PASSAGE = 1


def answer_of(
    seen: Pass,
    model: HeadedBert,
    segments: Sequence[int],
    sources: Sequence[int],
    label: int | None,
    *,
    attribution: bool,
) -> Answer:
    """The answer of a model that was fine-tuned.

    Parameters
    ----------
    seen
        Its forward pass.
    segments, sources, label
        As of `bertscope.engine.probe.look`. Without sources the passage is all of segment 1 but
        its last token, which is [SEP].
    attribution
        Whether it is wanted how much each token counts.

    Raises
    ------
    ModelError
        If the gradients are no numbers.
    """
    kind = model.config.kind
    assert kind is not None
    assert seen.answer is not None
    match kind:
        case Kind.CLASSIFICATION:
            return _class(seen, model, label, attribution)
        case Kind.REGRESSION:
            slopes = seen.attribution(model, [(0,)]) if attribution else []
            return Answer(kind, logits=seen.answer.tolist(), attribution=slopes)
        case Kind.QA:
            return _span(seen, model, _passage(segments, sources), attribution)


def _class(seen: Pass, model: HeadedBert, label: int | None, attribution: bool) -> Answer:
    assert seen.answer is not None
    logits_K = seen.answer
    log_p_K = logits_K.log_softmax(-1)
    said = int(logits_K.argmax())
    return Answer(
        Kind.CLASSIFICATION,
        labels=list(model.config.classes),
        logits=logits_K.tolist(),
        probabilities=log_p_K.exp().tolist(),
        said=said,
        label=label,
        loss=None if label is None else float(-log_p_K[label]),
        attribution=seen.attribution(model, [(said,)]) if attribution else [],
    )


def _span(seen: Pass, model: HeadedBert, passage: list[bool], attribution: bool) -> Answer:
    assert seen.answer is not None
    # No answer can stand where there is neither [CLS] nor passage.
    outside_L = torch.tensor([False, *(not inside for inside in passage[1:])])
    starts_L, ends_L = seen.answer.masked_fill(outside_L[:, None], -torch.inf).unbind(-1)
    spans = best_spans(starts_L, ends_L, passage, longest=_LONGEST, count=SPANS)
    return Answer(
        Kind.QA,
        starts=starts_L.softmax(-1).tolist(),
        ends=ends_L.softmax(-1).tolist(),
        spans=spans,
        said=0,
        attribution=seen.attribution(model, _places(spans[0])) if attribution else [],
    )


def _places(span: Span) -> list[tuple[int, ...]]:
    """Where in (L, 2) the logits stand that a span's score is the sum of."""
    return [(span.start, 0), (span.end, 1)]


def _passage(segments: Sequence[int], sources: Sequence[int]) -> list[bool]:
    """Which tokens are of the passage; [CLS] is none of them."""
    if sources:
        inside = [source == _OF_PASSAGE for source in sources]
    else:
        inside = [segment == 1 for segment in segments]
        inside[-1] = False
    return [False, *inside[1:]]
