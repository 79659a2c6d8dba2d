import numpy as np
import torch

from bertscope.engine.batches import cut_batch, pairs_a_pass, training_flops
from bertscope.engine.config import BertConfig
from bertscope.recipe import Recipe
from bertscope.text.masking import MaskRule
from bertscope.text.pairs import PairRows

CPU, GPU = torch.device("cpu"), torch.device("cuda:0")


def test_the_parts_hold_the_batch_and_nothing_more(pair_rows: PairRows):
    batch = pair_rows.batch(np.arange(10), MaskRule(), seed=1, epoch=0)
    parts = cut_batch(batch, 3, CPU)
    assert [len(part.ids_BL) for part in parts] == [3, 3, 3, 1]
    whole, seen = [], []
    width = batch.ids_BL.shape[1]
    for b, length in enumerate(batch.lengths_B):
        here = batch.chosen_M // width == b
        whole.append(
            (
                batch.ids_BL[b, :length].tolist(),
                batch.segments_BL[b, :length].tolist(),
                int(batch.labels_B[b]),
                (batch.chosen_M[here] % width).tolist(),
                batch.targets_M[here].tolist(),
            )
        )
    for part in parts:
        lengths = part.lengths_B
        if lengths is None:
            lengths = torch.full((len(part.ids_BL),), part.ids_BL.shape[1])
        assert int(lengths.max()) == part.ids_BL.shape[1]
        for b, length in enumerate(lengths.tolist()):
            here = part.chosen_M // part.ids_BL.shape[1] == b
            seen.append(
                (
                    part.ids_BL[b, :length].tolist(),
                    part.segments_BL[b, :length].tolist(),
                    int(part.labels_B[b]),
                    (part.chosen_M[here] % part.ids_BL.shape[1]).tolist(),
                    part.targets_M[here].tolist(),
                )
            )
    assert sorted(seen) == sorted(whole)


def test_positions_rise_however_rows_were_drawn(pair_rows: PairRows):
    """The last layer's dropout is drawn in their order, in one process as in many."""
    rows = np.array([7, 2, 9, 0, 4, 8])
    for size in (2, 6):
        batch = pair_rows.batch(rows, MaskRule(rate=0.4), seed=1, epoch=0)
        for part in cut_batch(batch, size, CPU):
            assert part.chosen_M.tolist() == sorted(part.chosen_M.tolist())


def test_flops_are_those_that_pytorch_counts(config: BertConfig):
    """torch.utils.flop_counter counts the products of a forward pass."""
    from torch.utils.flop_counter import FlopCounterMode

    from bertscope.engine.model import new_model

    model = new_model(config, 0).eval()
    ids = torch.zeros(1, 20, dtype=torch.long)
    with FlopCounterMode(display=False) as counter:
        model(ids, ids, None, torch.tensor([1, 5, 7]))
    assert 3 * counter.get_total_flops() == training_flops(config, np.array([20]), chosen=3)


def test_small_models_need_few_parts_and_large_ones_many():
    tiny, base = (
        BertConfig.from_preset(name, vocab_size=8192, max_position_embeddings=128)
        for name in ("tiny", "base")
    )
    recipe = Recipe(batch_size=64, max_length=32)
    assert pairs_a_pass(recipe, tiny, CPU) == 22
    assert pairs_a_pass(recipe, base, CPU) == 1
    assert pairs_a_pass(recipe, base, CPU, interactive=False) == 16
    assert pairs_a_pass(recipe, base, GPU) == 64


def test_a_given_size_holds_and_parts_are_as_equal_as_can_be():
    config = BertConfig()
    assert pairs_a_pass(Recipe(batch_size=64, micro_batch=48), config, CPU) == 32
    assert pairs_a_pass(Recipe(batch_size=8, micro_batch=100), config, GPU) == 8
