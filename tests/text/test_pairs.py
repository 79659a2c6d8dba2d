"""Pairs by google-research/bert's rules, judged by a slow list-based telling of the same rules."""

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.errors import CorpusError
from bertscope.text.masking import MaskRule, Unit, draw_plan
from bertscope.text.pairs import (
    CutCorpus,
    PairRows,
    cut_documents,
    make_decoy_pairs,
    make_pairs,
)
from bertscope.text.tokenizer import WordPieceTokenizer

PAD, CLS, SEP, MASK = 0, 2, 3, 4
VOCABULARY_SIZE = 10_000_000


def _corpus(lengths: list[list[int]]) -> CutCorpus:
    """Documents of sentences of so many tokens; every token has an id of its own, from 10."""
    flat = [length for document in lengths for length in document]
    total = sum(flat)
    return CutCorpus(
        ids=np.arange(10, 10 + total, dtype=np.int32),
        continues=np.arange(total) % 3 == 2,
        sentence_offsets=np.cumsum([0, *flat]),
        document_offsets=np.cumsum([0, *map(len, lengths)]),
        pad_id=PAD,
        unk_id=1,
        cls_id=CLS,
        sep_id=SEP,
        mask_id=MASK,
        vocabulary_size=VOCABULARY_SIZE,
    )


def _rows(rows: PairRows) -> list[tuple[list[int], list[int], int]]:
    """A, B and label of every row, after a look at its special tokens."""
    found = []
    for i in range(len(rows)):
        ids = rows.ids[rows.offsets[i] : rows.offsets[i + 1]].tolist()
        b_start = int(rows.b_start[i])
        assert ids[0] == CLS
        assert ids[b_start - 1] == ids[-1] == SEP
        assert ids.count(SEP) == 2
        found.append((ids[1 : b_start - 1], ids[b_start:-1], int(rows.labels[i])))
    return found


def _documents_of(corpus: CutCorpus) -> np.ndarray:
    """For each token the number of its document."""
    ends = corpus.sentence_offsets[corpus.document_offsets]
    return np.repeat(np.arange(len(ends) - 1), np.diff(ends))


DOCUMENTS = st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=8), min_size=2, max_size=8)


@given(lengths=DOCUMENTS, max_length=st.integers(5, 40), seed=st.integers(0, 2**63))
def test_what_holds_for_every_pair(lengths: list[list[int]], max_length: int, seed: int) -> None:
    corpus = _corpus(lengths)
    rows = make_pairs(corpus, max_length=max_length, seed=seed, epoch=0)
    document_of = _documents_of(corpus)
    assert rows.lengths.max() <= max_length
    for a, b, label in _rows(rows):
        assert a, b
        # Neighbouring ids are neighbouring tokens: each side is one unbroken piece of text.
        assert a == list(range(a[0], a[-1] + 1))
        assert b == list(range(b[0], b[-1] + 1))
        same = document_of[a[0] - 10] == document_of[b[0] - 10]
        assert document_of[a[0] - 10] == document_of[a[-1] - 10]
        assert document_of[b[0] - 10] == document_of[b[-1] - 10]
        assert same == (label == 0)
        if label == 0:
            assert b[0] > a[-1]
            if len(a) + len(b) + 3 < max_length:
                assert b[0] == a[-1] + 1


@given(lengths=DOCUMENTS, seed=st.integers(0, 99))
def test_each_sentence_is_used_once_where_nothing_is_truncated(
    lengths: list[list[int]], seed: int
) -> None:
    corpus = _corpus(lengths)
    rows = make_pairs(corpus, max_length=2000, seed=seed, epoch=0)
    used: list[int] = []
    for a, b, label in _rows(rows):
        used += a + (b if label == 0 else [])
    # Sentences that a random B displaced went back and are drawn again.
    assert sorted(used) == corpus.ids.tolist()


def _slow_pairs(lengths: list[list[int]], room: int, rng: random.Random) -> tuple[float, float]:
    """The share of random pairs and the mean row length, by lists."""
    labels, sizes = [], []
    for number, document in enumerate(lengths):
        target = rng.randint(2, room) if rng.random() < 0.1 else room
        waiting = list(document)
        while waiting:
            chunk = [waiting.pop(0)]
            while waiting and sum(chunk) < target:
                chunk.append(waiting.pop(0))
            cut = rng.randint(1, len(chunk) - 1) if len(chunk) > 1 else 1
            size_a, size_b = sum(chunk[:cut]), sum(chunk[cut:])
            is_random = len(chunk) == 1 or rng.random() < 0.5
            if is_random:
                waiting = chunk[cut:] + waiting
                other = rng.choice([d for i, d in enumerate(lengths) if i != number])
                size_b = 0
                for sentence in other[rng.randrange(len(other)) :]:
                    size_b += sentence
                    if size_b >= target - size_a:
                        break
            labels.append(is_random)
            sizes.append(min(room, size_a + size_b) + 3)
    return sum(labels) / len(labels), sum(sizes) / len(sizes)


@pytest.mark.parametrize("max_length", [24, 64])
def test_random_share_and_lengths_are_those_of_the_rules(max_length: int) -> None:
    shape = random.Random(1)
    lengths = [[shape.randint(4, 14) for _ in range(shape.randint(3, 12))] for _ in range(1500)]
    rows = make_pairs(_corpus(lengths), max_length=max_length, seed=0, epoch=0)
    share, size = _slow_pairs(lengths, max_length - 3, random.Random(2))
    assert rows.random_share == pytest.approx(share, abs=0.025)
    assert rows.lengths.mean() == pytest.approx(size, rel=0.02)
    assert 0.55 < rows.random_share < 0.75


def test_truncation_takes_from_front_and_back_alike() -> None:
    rows = make_pairs(_corpus([[100]] * 400), max_length=53, seed=0, epoch=0)
    assert rows.random_share == 1.0
    assert set(rows.lengths.tolist()) == {53}
    fronts = [(a[0] - 10) % 100 for a, _, _ in _rows(rows)]
    assert {len(a) for a, _, _ in _rows(rows)} == {25}
    # 75 of A's tokens go, half of them from the front.
    assert np.mean(fronts) == pytest.approx(37.5, abs=4 * (75 / 4 / 400) ** 0.5)


def test_the_key_decides_and_an_epoch_is_a_new_draw() -> None:
    corpus = _corpus([[5, 6, 7, 4]] * 30)
    rows = make_pairs(corpus, max_length=32, seed=1, epoch=2)
    again = make_pairs(corpus, max_length=32, seed=1, epoch=2)
    assert np.array_equal(rows.ids, again.ids)
    assert np.array_equal(rows.labels, again.labels)
    for seed, epoch in ((1, 3), (2, 2), (12, 0)):
        assert _rows(make_pairs(corpus, max_length=32, seed=seed, epoch=epoch)) != _rows(rows)


def test_documents_come_in_a_new_order() -> None:
    corpus = _corpus([[5, 6]] * 50)
    rows = make_pairs(corpus, max_length=64, seed=0, epoch=0)
    order = [a[0] for a, _, _ in _rows(rows)]
    assert order != sorted(order)
    # A document's own pairs stay together, all 50 documents are there.
    assert len({(start - 10) // 11 for start in order}) == 50


def test_words_are_numbered_through_the_row() -> None:
    corpus = _corpus([[7, 8, 3], [9, 2, 6], [5, 5]])
    rows = make_pairs(corpus, max_length=14, seed=3, epoch=0)
    for i in range(len(rows)):
        row = slice(rows.offsets[i], rows.offsets[i + 1])
        ids, words = rows.ids[row].tolist(), rows.words[row].tolist()
        b_start = int(rows.b_start[i])
        expected, number = [], -1
        for position, token_id in enumerate(ids):
            if token_id in (CLS, SEP):
                expected.append(-1)
                continue
            first_of_side = position in (1, b_start)
            number += first_of_side or not corpus.continues[token_id - 10]
            expected.append(int(number))
        assert words == expected


@pytest.mark.parametrize("unit", list(Unit))
def test_a_batch_holds_the_rows_masked(unit: Unit) -> None:
    rows = make_pairs(_corpus([[5, 6, 7, 4]] * 30), max_length=32, seed=1, epoch=2)
    rule = MaskRule(rate=0.3, unit=unit)
    indices = [7, 0, len(rows) - 1]
    batch = rows.batch(indices, rule, seed=5, epoch=2)
    width = int(rows.lengths[indices].max())
    assert batch.ids_BL.shape == batch.segments_BL.shape == (3, width)
    assert batch.lengths_B.tolist() == rows.lengths[indices].tolist()
    assert batch.labels_B.tolist() == rows.labels[indices].tolist()
    chosen, targets = [], []
    for b, i in enumerate(indices):
        row = slice(rows.offsets[i], rows.offsets[i + 1])
        ids = rows.ids[row].tolist()
        plan = draw_plan(
            rule,
            ids,
            rows.words[row].tolist(),
            mask_id=MASK,
            vocabulary_size=VOCABULARY_SIZE,
            key=(5, 2, i),
        )
        padding = [PAD] * (width - len(ids))
        b_start = int(rows.b_start[i])
        assert batch.ids_BL[b].tolist() == plan.apply(ids) + padding
        assert batch.segments_BL[b].tolist() == (
            [0] * b_start + [1] * (len(ids) - b_start) + [0] * len(padding)
        )
        chosen += [b * width + position for position in plan.positions]
        targets += [ids[position] for position in plan.positions]
    assert batch.chosen_M.tolist() == chosen == sorted(chosen)
    assert batch.targets_M.tolist() == targets
    for array in vars(batch).values():
        assert array.dtype == np.int64


def test_a_rows_masks_do_not_depend_on_its_neighbours() -> None:
    rows = make_pairs(_corpus([[5, 6, 7, 4]] * 30), max_length=32, seed=1, epoch=0)
    alone = rows.batch([3], MaskRule(), seed=0, epoch=0)
    among = rows.batch(np.array([9, 3, 1]), MaskRule(), seed=0, epoch=0)
    length = int(alone.lengths_B[0])
    assert among.ids_BL[1, :length].tolist() == alone.ids_BL[0].tolist()
    other_epoch = rows.batch([3], MaskRule(), seed=0, epoch=1)
    assert other_epoch.ids_BL.tolist() != alone.ids_BL.tolist()


def test_without_masking_nothing_is_chosen() -> None:
    rows = make_pairs(_corpus([[5, 6], [3, 4]]), max_length=32, seed=1, epoch=0)
    batch = rows.batch([0], MaskRule(rate=0.0), seed=0, epoch=0)
    assert len(batch.chosen_M) == len(batch.targets_M) == 0
    assert rows.batch([], MaskRule(), seed=0, epoch=0).ids_BL.shape == (0, 0)


def test_documents_are_cut_as_the_tokenizer_cuts(tokenizer: WordPieceTokenizer) -> None:
    told: list[float] = []
    documents = [["My dog is playing.", "\x00"], ["\x00"], ["he ¤", "likes", "my dog"], []]
    corpus = cut_documents(tokenizer, documents, told.append)
    tokens = [tokenizer.vocabulary[i] for i in corpus.ids]
    assert " ".join(tokens) == "my dog is play ##ing . he [UNK] likes my dog"
    assert corpus.continues.tolist() == [token.startswith("##") for token in tokens]
    assert corpus.sentence_offsets.tolist() == [0, 6, 8, 9, 11]
    assert corpus.document_offsets.tolist() == [0, 1, 4]
    assert corpus.unknown_share == pytest.approx(1 / 11)
    assert corpus.mask_id == tokenizer.mask_id
    assert corpus.vocabulary_size == len(tokenizer)
    assert told[-1] == 1.0


def test_progress_comes_chunk_by_chunk(tokenizer: WordPieceTokenizer) -> None:
    told: list[float] = []
    corpus = cut_documents(tokenizer, [["my dog", "he likes"]] * 6000, told.append)
    assert len(corpus.ids) == 24_000
    assert len(told) >= 3
    assert told == sorted(told)


def test_too_little_to_pair_is_refused_in_words(tokenizer: WordPieceTokenizer) -> None:
    for documents in ([], [["\x00"]], [["my dog", "he likes"]], [["my dog"], ["\x00"]]):
        corpus = cut_documents(tokenizer, documents)
        assert corpus.unknown_share == 0.0
        with pytest.raises(CorpusError, match="two documents"):
            make_pairs(corpus, max_length=32, seed=0, epoch=0)
    with pytest.raises(CorpusError, match="at least 5"):
        make_pairs(_corpus([[1], [1]]), max_length=4, seed=0, epoch=0)


# --- The statistics of the published rules ----------------------------------------------------


def _margin(chance: float, count: int) -> float:
    """Four standard errors of a share."""
    return float(4 * (chance * (1 - chance) / count) ** 0.5)


@pytest.mark.parametrize(("short", "least"), [(0.0, 20), (1.0, 2)])
def test_no_document_aims_short_or_all_do(short: float, least: int) -> None:
    """Where all sentences are one token and B is next, A and B are together the whole chunk."""
    corpus = _corpus([[1] * 40] * 2000)
    rows = make_pairs(corpus, max_length=23, seed=0, epoch=0, short=short)
    begins = [(a, b) for a, b, label in _rows(rows) if label == 0 and (a[0] - 10) % 40 == 0]
    sizes = np.array([len(a) + len(b) for a, b in begins])
    assert len(sizes) > 800
    assert set(sizes.tolist()) == set(range(least, 21))
    # Every length alike: the mean of all is in their middle.
    assert sizes.mean() == pytest.approx((least + 20) / 2, abs=0.8)


@pytest.mark.parametrize("room", [5, 20])
def test_a_tenth_of_the_documents_aims_short(room: int) -> None:
    """The target is L - 3, or with chance 0.1 anything from 2 to that, each alike.

    Where all sentences are one token, the chunk at a document's beginning is as long as the
    target; where B is next, A and B together are the chunk.
    """
    documents = 8000
    rows = make_pairs(_corpus([[1] * 30] * documents), max_length=room + 3, seed=0, epoch=0)
    begins = [(a, b) for a, b, label in _rows(rows) if label == 0 and (a[0] - 10) % 30 == 0]
    sizes = np.array([len(a) + len(b) for a, b in begins])
    assert len(sizes) == pytest.approx(documents / 2, rel=0.05)
    # One of the room - 1 lengths that a short target may have is that of the others.
    share = 0.1 * (room - 2) / (room - 1)
    assert np.mean(sizes < room) == pytest.approx(share, abs=_margin(share, len(sizes)))
    short = sizes[sizes < room]
    for size in range(2, room):
        margin = _margin(1 / (room - 2), len(short))
        assert np.mean(short == size) == pytest.approx(1 / (room - 2), abs=margin)


def test_b_is_random_half_the_time_and_always_where_the_chunk_is_one_sentence() -> None:
    several = make_pairs(_corpus([[1] * 200] * 300), max_length=23, seed=0, epoch=0)
    # Each random pair gives back what B would have been, so chunks of one sentence are rare here.
    assert several.random_share == pytest.approx(0.5, abs=0.03)
    long = make_pairs(_corpus([[25] * 10] * 300), max_length=23, seed=0, epoch=0)
    assert long.random_share > 0.98
    alone = make_pairs(_corpus([[3]] * 300), max_length=23, seed=0, epoch=0)
    assert alone.random_share == 1.0


def test_a_ends_behind_each_sentence_of_the_chunk_alike() -> None:
    """``a_end = randint(1, n - 1)``: seen on chunks of all of 8 sentences of a document."""
    counts = np.zeros(8)
    for epoch in range(4):
        for a, b, label in _rows(
            make_pairs(_corpus([[1] * 8] * 3000), max_length=200, seed=0, epoch=epoch)
        ):
            if label == 0 and len(a) + len(b) == 8:
                counts[len(a)] += 1
    # With short targets some chunks end earlier, but a whole one is cut anywhere alike.
    total = counts.sum()
    assert total > 4000
    assert counts[0] == 0
    assert np.abs(counts[1:] / total - 1 / 7).max() < _margin(1 / 7, int(total))


def test_a_random_b_starts_at_any_sentence_of_any_other_document() -> None:
    corpus = _corpus([[1] * 5] * 8)
    starts = np.zeros((8, 40))
    document_of = _documents_of(corpus)
    for epoch in range(400):
        for a, b, label in _rows(make_pairs(corpus, max_length=6, seed=0, epoch=epoch)):
            if label == 1:
                starts[document_of[a[0] - 10], b[0] - 10] += 1
    for document, counts in enumerate(starts):
        own = document_of == document
        assert counts[own].sum() == 0
        share = counts[~own] / counts.sum()
        assert np.abs(share - 1 / 35).max() < _margin(1 / 35, int(counts.sum())) * 1.2


def test_what_a_random_b_displaced_is_drawn_again_in_order() -> None:
    corpus = _corpus([[2, 3, 1, 4, 2, 3, 2, 5, 1]] * 200)
    rows = make_pairs(corpus, max_length=12 + 3, seed=0, epoch=0)
    document_of = _documents_of(corpus)
    reached: dict[int, int] = {}
    for a, b, label in _rows(rows):
        document = int(document_of[a[0] - 10])
        if len(a) + len(b) < 12:  # Nothing was truncated.
            start = reached.get(document)
            assert start is None or a[0] == start
        # The next pair starts right behind what was used, where that is whole.
        reached.pop(document, None)
        if len(a) + len(b) < 12:
            reached[document] = (b if label == 0 else a)[-1] + 1


def test_the_longer_side_is_truncated_and_b_at_a_tie() -> None:
    # The first document's sentence is A for the second's long one, and the other way round.
    for a_length, b_length, kept in ((30, 5, (12, 5)), (5, 30, (5, 12)), (30, 30, (9, 8))):
        rows = make_pairs(_corpus([[a_length], [b_length]]), max_length=20, seed=0, epoch=0)
        found = {a[0] >= 10 + a_length: (len(a), len(b)) for a, b, _ in _rows(rows)}
        assert found[False] == kept


def test_tokens_go_from_the_front_as_often_as_from_the_back_of_b_too() -> None:
    rows = make_pairs(_corpus([[100]] * 600), max_length=53, seed=1, epoch=0)
    for side in (0, 1):
        fronts = np.array([(pair[side][0] - 10) % 100 for pair in _rows(rows)])
        gone = np.array([100 - len(pair[side]) for pair in _rows(rows)])
        # Each token that goes is a coin of its own: the variance is that of a binomial.
        assert fronts.sum() / gone.sum() == pytest.approx(0.5, abs=_margin(0.5, int(gone.sum())))
        assert np.var(fronts) == pytest.approx(gone[0] / 4, rel=0.3)


# --- Decoys -----------------------------------------------------------------------------------


def _with_decoys(lengths: list[list[int]], decoys: list[list[int]]) -> CutCorpus:
    """Documents of sentences of so many tokens, each with its decoy; all tokens differ."""
    numbers = np.arange(len(lengths))
    return replace(_corpus([*lengths, *decoys]), chosen=numbers, decoys=numbers + len(lengths))


def _sentences_of(corpus: CutCorpus) -> np.ndarray:
    """For each token the number of its sentence in its document."""
    lengths = np.diff(corpus.sentence_offsets)
    starts = corpus.document_offsets[:-1]
    in_document = np.arange(len(lengths)) - np.repeat(starts, np.diff(corpus.document_offsets))
    return np.repeat(in_document, lengths)


@given(
    documents=st.lists(
        st.tuples(
            st.lists(st.integers(1, 9), min_size=1, max_size=7),
            st.lists(st.integers(1, 9), min_size=1, max_size=7),
        ),
        min_size=2,
        max_size=6,
    ),
    max_length=st.integers(5, 60),
    seed=st.integers(0, 99),
)
def test_a_b_that_is_not_next_stands_in_its_place_in_the_decoy(
    documents: list[tuple[list[int], list[int]]], max_length: int, seed: int
) -> None:
    lengths, decoys = [own for own, _ in documents], [decoy for _, decoy in documents]
    corpus, count = _with_decoys(lengths, decoys), len(lengths)
    rows = make_pairs(corpus, max_length=max_length, seed=seed, epoch=0, decoys=1.0)
    document_of, sentence_of = _documents_of(corpus), _sentences_of(corpus)
    for a, b, label in _rows(rows):
        own, other = int(document_of[a[0] - 10]), int(document_of[b[0] - 10])
        assert own < count
        if label == 0:
            assert own == other
            continue
        assert other not in {own, *range(count, count + own), *range(count + own + 1, 2 * count)}
        if len(a) + len(b) + 3 >= max_length:
            continue
        # Nothing was truncated, so it is known where A ends and B starts.
        place = int(sentence_of[a[-1] - 10]) + 1
        if place < len(lengths[own]) and place < len(decoys[own]):
            assert other == own + count
            assert int(sentence_of[b[0] - 10]) == place
        else:
            assert other < count


def test_as_many_come_from_decoys_as_are_asked_for() -> None:
    lengths = [[3] * 12] * 800
    corpus = _with_decoys(lengths, lengths)
    document_of = _documents_of(corpus)
    for wanted in (0.25, 0.8):
        rows = make_pairs(corpus, max_length=15, seed=0, epoch=0, decoys=wanted)
        # A that ends its document has nothing behind it that a decoy could stand for.
        inside = [
            b
            for a, b, label in _rows(rows)
            if label == 1 and (a[-1] - 10) // 3 % 12 < 11 and len(a) + len(b) < 12
        ]
        share = np.mean([document_of[b[0] - 10] >= len(lengths) for b in inside])
        assert share == pytest.approx(wanted, abs=_margin(wanted, len(inside)))


def test_decoys_that_are_not_asked_for_change_nothing() -> None:
    lengths = [[4, 5, 6, 3]] * 40
    corpus = _with_decoys(lengths, lengths)
    without = replace(corpus, decoys=None)
    expected = make_pairs(without, max_length=24, seed=3, epoch=1)
    for rows in (
        make_pairs(corpus, max_length=24, seed=3, epoch=1, decoys=0.0),
        make_pairs(without, max_length=24, seed=3, epoch=1, decoys=1.0),
    ):
        for name in ("ids", "offsets", "b_start", "labels", "words"):
            assert np.array_equal(getattr(rows, name), getattr(expected, name)), name
    with_them = make_pairs(corpus, max_length=24, seed=3, epoch=1, decoys=1.0)
    assert not np.array_equal(with_them.ids, expected.ids)


def test_a_decoy_that_says_the_same_is_none() -> None:
    """What follows by the words would be labelled as not following."""
    lengths = [[3] * 6] * 60
    corpus = _with_decoys(lengths, lengths)
    half = len(corpus.ids) // 2
    ids = corpus.ids.copy()
    # Every other document is the same as its decoy.
    same = np.flatnonzero(_documents_of(corpus)[:half] % 2 == 0)
    ids[half + same] = ids[same]
    rows = make_pairs(replace(corpus, ids=ids), max_length=200, seed=0, epoch=0, decoys=1.0)
    found = {0: 0, 1: 0}
    for a, b, label in _rows(rows):
        if label == 1 and (a[-1] - 10) % 18 < 17:  # A doesn't end its document.
            own = (a[0] - 10) // 18
            assert b[0] != a[-1] + 1
            assert (b[0] - 10 >= half) == (own % 2 == 1)
            found[own % 2] += 1
    assert min(found.values()) > 5


def test_to_measure_on_half_are_next_and_the_others_are_all_from_decoys() -> None:
    lengths = [[4, 5, 3, 6, 4, 5]] * 300
    corpus = _with_decoys(lengths, lengths)
    rows = make_decoy_pairs(corpus, max_length=30, seed=1)
    assert rows is not None
    document_of, sentence_of = _documents_of(corpus), _sentences_of(corpus)
    for a, b, label in _rows(rows):
        own, other = int(document_of[a[0] - 10]), int(document_of[b[0] - 10])
        assert other == own + label * len(lengths)
        if len(a) + len(b) < 27:
            assert sentence_of[b[0] - 10] == sentence_of[a[-1] - 10] + 1
    assert rows.lengths.max() <= 30
    assert rows.random_share == pytest.approx(0.5, abs=0.1)

    again = make_decoy_pairs(corpus, max_length=30, seed=1)
    other_seed = make_decoy_pairs(corpus, max_length=30, seed=2)
    assert again is not None
    assert other_seed is not None
    assert np.array_equal(again.ids, rows.ids)
    assert not np.array_equal(other_seed.ids, rows.ids)


def test_without_decoys_there_is_nothing_to_measure_on() -> None:
    assert make_decoy_pairs(_corpus([[5, 6, 4]] * 30), max_length=32, seed=0) is None
    # Of one sentence a document nothing goes on.
    alone = _with_decoys([[5]] * 9, [[5]] * 9)
    assert make_decoy_pairs(alone, max_length=32, seed=0) is None


def test_the_decoys_of_a_part_of_a_corpus() -> None:
    corpus = _corpus([[3, 4], [5], [6, 7, 8], [1, 2]])
    assert corpus.decoy_ranges() is None
    part = replace(corpus, chosen=np.array([2, 0]), decoys=np.array([3, 1]))
    for found, expected in (
        (part.document_ranges(), ([3, 0], [6, 2])),
        (part.decoy_ranges(), ([6, 2], [8, 3])),
    ):
        assert found is not None
        assert [side.tolist() for side in found] == list(expected)
