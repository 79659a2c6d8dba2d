"""Pre-training's subject: pairs of sentences with masked words, and whether B follows A."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import reduce
from math import log
from operator import add

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bertscope.engine.batches import MicroBatch, cut_batch, pairs_a_pass
from bertscope.engine.config import BertConfig
from bertscope.engine.distributed import Ranks
from bertscope.engine.model import BertForPreTraining, HeadedBert, Outputs
from bertscope.engine.objective import LossWeights, Objective, measure
from bertscope.engine.reports import HeldOut
from bertscope.engine.subject import HELD_OUT, Looking, Rows, Subject, Work, draw
from bertscope.errors import CorpusError
from bertscope.recipe import Recipe
from bertscope.text.pairs import PairRows


@dataclass(frozen=True, eq=False)
class MaskedRows:
    """The pairs of an epoch, masked as a step wants them."""

    pairs: PairRows
    seed: int

    @property
    def lengths(self) -> NDArray[np.int64]:
        return self.pairs.lengths

    def __len__(self) -> int:
        return len(self.pairs)

    def work(self, own: NDArray[np.int64], rows: Rows, device: torch.device) -> Work:
        batch = self.pairs.batch(own, rows.mask, seed=self.seed, epoch=rows.epoch)
        return Work(
            cut_batch(batch, rows.micro_batch, device),
            len(batch.chosen_M),
            len(batch.labels_B),
            int(batch.lengths_B.sum()),
        )


class MaskedPairs(Subject):
    """What masked LM and next sentence prediction are trained on.

    Parameters
    ----------
    rows
        Gives the pairs of an epoch.
    held_out
        Pairs to measure on; `Recipe.held_out_pairs` of them are used.
    decoys
        More of them, half of which have a decoy for B: as many are used.
    seed
        Of masks, and of which pairs are measured on.
    """

    SUMS = 4

    def __init__(
        self,
        rows: Callable[[int], PairRows],
        held_out: PairRows,
        seed: int,
        decoys: PairRows | None = None,
    ) -> None:
        self._rows = rows
        self._seed = seed
        self._pools = [held_out] if decoys is None else [held_out, decoys]
        self._work: list[list[MicroBatch]] = []
        self._ranks = Ranks()
        self._device = torch.device("cpu")

    def rows(self, epoch: int) -> MaskedRows:
        return MaskedRows(_required(self._rows(epoch)), self._seed)

    def micro_batch_size(
        self, recipe: Recipe, config: BertConfig, device: torch.device, *, interactive: bool
    ) -> int:
        return pairs_a_pass(recipe, config, device, interactive=interactive)

    def hold_out(
        self, recipe: Recipe, micro_batch: int, device: torch.device, ranks: Ranks
    ) -> None:
        self._ranks, self._device = ranks, device
        self._work = [self._drawn(pool, recipe, micro_batch) for pool in self._pools]

    def _drawn(self, pairs: PairRows, recipe: Recipe, micro_batch: int) -> list[MicroBatch]:
        """They keep the masks that this recipe draws."""
        _required(pairs)
        drawn = draw(self._seed, HELD_OUT).permutation(len(pairs))[: recipe.held_out_pairs]
        own = self._ranks.share(drawn, pairs.lengths, micro_batch)
        batch = pairs.batch(own, recipe.mask, seed=self._seed, epoch=0)
        return cut_batch(batch, micro_batch, self._device)

    def judge(self, model: HeadedBert, part: MicroBatch, recipe: Recipe) -> Objective:
        assert isinstance(model, BertForPreTraining)
        mlm_MV, nsp_B2 = model(part.ids_BL, part.segments_BL, part.lengths_B, part.chosen_M)
        outputs = Outputs(mlm_MV.float(), nsp_B2.float())
        return measure(outputs, part.targets_M, part.labels_B, LossWeights.of(recipe))

    def tally(self, sums: Tensor, chosen: int, pairs: int, recipe: Recipe) -> Objective:
        mlm_sum, nsp_sum, mlm_correct, nsp_correct = sums.unbind()
        weights = LossWeights.of(recipe)
        return Objective(mlm_sum, nsp_sum, mlm_correct, nsp_correct, chosen, pairs, weights)

    def evaluate(
        self, model: HeadedBert, recipe: Recipe, looking: Looking
    ) -> Generator[None, None, HeldOut]:
        held_out, *decoys = self._work
        numbers = yield from self._measure(held_out, model, recipe, looking)
        mlm_loss, nsp_loss, loss, mlm_accuracy, nsp_accuracy = numbers
        nsp_decoy_accuracy = None
        for work in decoys:
            *_, nsp_decoy_accuracy = yield from self._measure(work, model, recipe, looking)
        return HeldOut(
            mlm_loss=mlm_loss,
            nsp_loss=nsp_loss,
            mlm_accuracy=mlm_accuracy,
            nsp_accuracy=nsp_accuracy,
            nsp_decoy_accuracy=nsp_decoy_accuracy,
            loss=loss,
        )

    def _measure(
        self, work: list[MicroBatch], model: HeadedBert, recipe: Recipe, looking: Looking
    ) -> Generator[None, None, list[float]]:
        """`Objective.numbers` on pairs that are not trained on."""
        parts: list[Objective] = []
        for part in work:
            yield
            with looking():
                parts.append(self.judge(model, part, recipe))
        if self._ranks.alone:
            whole = reduce(add, parts)
        else:
            counts = [part.chosen for part in parts], [part.pairs for part in parts]
            chosen, pairs = self._ranks.total(*map(sum, counts))
            sums = self._ranks.total_sums([part.sums for part in parts], self.SUMS, self._device)
            whole = self.tally(sums, chosen, pairs, recipe)
        numbers: list[float] = torch.stack(whole.numbers()).tolist()
        return numbers

    def loss_of_guessing(self, config: BertConfig) -> float:
        return log(2 * config.vocab_size)


def _required(rows: PairRows) -> PairRows:
    if not len(rows):
        raise CorpusError("The corpus is too small to make pairs of: choose a longer text.")
    return rows
