"""Looks at models: which one is meant, and what is seen of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bertscope.wire import messages as m
from bertscope.wire.models import KeptModel
from bertscope.wire.replies import look_message, map_message

if TYPE_CHECKING:
    from bertscope.engine.passes import Memory

VIEWS_REMEMBERED = 3
"""What a look leaves behind can be hundreds of megabytes."""


class Looking:
    """Answers what is asked of models.

    Parameters
    ----------
    aim
        Gives the model that is meant.
    """

    def __init__(self, aim: Callable[[m.ModelRef], KeptModel]) -> None:
        self._aim = aim
        self._memories: dict[str, Memory] = {}

    def look(self, probe: m.Probe) -> m.Look:
        """What is seen of a pair.

        Raises
        ------
        ModelError
            If the pair doesn't fit the model, or there is no such model.
        """
        from bertscope.engine.probe import look

        aimed_at = self._aim(probe.model)
        seen = look(
            aimed_at.loaded.model,
            ids=probe.ids,
            segments=probe.segments,
            labels=probe.labels,
            nsp_label=probe.nsp_label,
            label=probe.label,
            sources=probe.sources,
            wants=probe.wants,
            memory=self._memory_of(probe.view),
            step=aimed_at.step,
        )
        return look_message(probe, seen, aimed_at.step)

    def map(self, request: m.MapVocabulary) -> m.VocabularyMap:
        """Where all token embeddings lie in a plane.

        Raises
        ------
        ModelError
            If there is no such model.
        """
        from bertscope.engine.vocabulary_map import map_table

        aimed_at = self._aim(request.model)
        plane = map_table(aimed_at.loaded.model.bert.embeddings.word_embeddings.weight)
        return map_message(request, plane, aimed_at.step)

    def forget(self) -> None:
        """Keep nothing of what was seen, as when weights are let go of."""
        self._memories.clear()

    def _memory_of(self, view: str) -> "Memory":
        """What the last look of the same view left: two models looked at in turn keep theirs."""
        from bertscope.engine.passes import Memory

        memory = self._memories.pop(view, None) or Memory()
        self._memories[view] = memory
        while len(self._memories) > VIEWS_REMEMBERED:
            del self._memories[next(iter(self._memories))]
        return memory
