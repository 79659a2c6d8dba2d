"""The engine's answers, from requests written down."""

import errno
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from transformers import BertForPreTraining as TheirModel

from bertscope.engine import probe as engine_probe
from bertscope.engine.folder import load_model
from bertscope.engine.model import BertForPreTraining, Trace
from bertscope.engine.trainer import Trainer
from bertscope.recipe import Optimizer, Recipe
from bertscope.wire import messages as m
from bertscope.wire.active_run import ActiveRun
from bertscope.wire.models import Models
from tests.wire.small import (
    IDS,
    LENGTH,
    SEGMENTS,
    SOURCES,
    Script,
    heard,
    kept_to,
    make_corpus,
    make_model,
    make_recipe,
    make_tokenizer,
    probe,
    replace,
    serve,
)


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Has an entry for each forward pass that was looked at."""
    done, forward = [], BertForPreTraining.forward

    def counted(model: BertForPreTraining, *arguments: Any) -> Any:
        done.extend(1 for argument in arguments if isinstance(argument, Trace))
        return forward(model, *arguments)

    monkeypatch.setattr(BertForPreTraining, "forward", counted)
    return done


def steps(script: Script) -> list[int]:
    return [row.step for row in script.rows]


def trained_to(step: int) -> Any:
    return lambda script: bool(script.rows) and script.rows[-1].step >= step


# --- Looking ----------------------------------------------------------------------------------


def test_it_says_who_it_is_first(model: Path):
    script = serve(m.OpenModel(4, m.ModelRef(str(model))))
    ready, opened = script.replies
    assert isinstance(ready, m.Ready)
    assert (ready.protocol, ready.torch) == (m.PROTOCOL, torch.__version__)
    assert [device.name for device in ready.devices][-1] == "cpu"
    assert (opened.id, opened.model.name) == (4, "model")
    assert (opened.model.layers, opened.model.width, opened.model.heads) == (1, 16, 2)
    assert opened.model.vocabulary_size == len(make_tokenizer())
    assert opened.model.new_heads == []


def test_a_look_is_what_the_model_says(model: Path):
    (look,) = serve(probe(model, 9, wants=m.Wants(positions=[1]))).of(m.Look)
    assert (look.id, look.view, look.step) == (9, "main", None)
    rows = [a.numpy() for a in (look.token_rows, look.segment_rows, look.position_rows)]
    np.testing.assert_allclose(sum(rows), look.sum.numpy(), atol=1e-6)
    assert look.normalized.shape == (len(IDS), 16)
    assert [(p.position, p.chosen) for p in look.predictions] == [(1, False), (2, True)]
    # The independent source of the numbers: transformers on the same folder.
    theirs = TheirModel.from_pretrained(model)
    with torch.no_grad():
        said = theirs(torch.tensor([IDS]), token_type_ids=torch.tensor([SEGMENTS]))
    log_p = said.prediction_logits[0, 2].log_softmax(-1)
    assert look.mlm_loss == pytest.approx(float(-log_p[9]), abs=1e-5)
    assert look.predictions[1].top_ids == log_p.topk(5).indices.tolist()
    is_next = float(said.seq_relationship_logits[0].softmax(-1)[0])
    assert look.is_next_probability == pytest.approx(is_next, abs=1e-5)
    logits = said.seq_relationship_logits[0].numpy()
    np.testing.assert_allclose(look.nsp_logits.numpy(), logits, atol=1e-5)


def test_a_look_holds_what_was_wanted(model: Path):
    wants = m.Wants(
        top_k=3,
        thumbnails=4,
        layer=5,
        heads=[1, 9],
        hidden_states=True,
        neighbours_of=9,
        distribution_at=6,
    )
    (look,) = serve(probe(model, sources=SOURCES, wants=wants)).of(m.Look)
    length, vocabulary = len(IDS), len(make_tokenizer())
    assert [len(p.top_ids) for p in look.predictions] == [3]
    assert look.thumbnails.shape == (1, 2, 4, 4)
    np.testing.assert_allclose(look.blocks.numpy().sum((-2, -1)), 1, atol=1e-5)
    assert (look.heads.layer, look.heads.numbers) == (0, [1])
    assert look.heads.weights.shape == (1, length, length)
    assert look.heads.queries.shape == look.heads.keys.shape == (1, length, 8)
    np.testing.assert_allclose(look.heads.weights.numpy().sum(-1), 1, atol=1e-5)
    assert look.hidden_states.shape == (2, length, 16)
    np.testing.assert_array_equal(look.hidden_states.numpy()[-1, 0], look.c.numpy())
    assert look.pooled.shape == (16,)
    assert len(look.neighbours) == 10
    assert 9 not in {neighbour.token_id for neighbour in look.neighbours}
    assert look.distribution.shape == (vocabulary,)
    assert look.distribution.numpy().sum() == pytest.approx(1, abs=1e-5)


def test_what_was_not_wanted_makes_no_answer_longer(model: Path):
    (look,) = serve(probe(model, sources=SOURCES)).of(m.Look)
    whole = ("thumbnails", "blocks", "heads", "hidden_states", "neighbours", "distribution")
    assert {getattr(look, name) for name in whole} == {None}


def test_another_head_of_the_same_input_needs_no_second_pass(model: Path, passes: list[int]):
    script = serve(
        *(probe(model, n, wants=m.Wants(heads=[n])) for n in (0, 1)),
        probe(model, 2, wants=m.Wants(top_k=9, distribution_at=1)),
        probe(model, 3, ids=[*IDS[:-2], 11, 3]),
    )
    assert len(script.of(m.Look)) == 4
    assert len(passes) == 2


def test_the_vocabulary_as_a_map(model: Path):
    ref = m.ModelRef(str(model))
    (answer,) = serve(m.MapVocabulary(5, ref)).of(m.VocabularyMap)
    assert (answer.id, answer.model, answer.step) == (5, ref, None)
    assert answer.points.shape == (len(make_tokenizer()), 2)
    assert 0 < answer.shares[1] <= answer.shares[0] < 1


def test_a_sentence_of_a_corpus(tmp_path: Path):
    corpus = make_corpus(tmp_path / "corpus.txt")
    asked = [m.PickSentence(n, str(corpus), seed) for n, seed in enumerate((4, 4, 5, 6, 7))]
    script = serve(*asked, m.PickSentence(9, str(tmp_path / "missing.txt"), 1))
    texts = [answer.text for answer in script.of(m.Sentence)]
    assert texts[0] == texts[1]
    assert len(set(texts)) > 1
    assert all(text in corpus.read_text() for text in texts)
    (failed,) = script.of(m.Failed)
    assert failed.id == 9
    assert "missing.txt" in failed.sentence


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"ids": [], "segments": []}, "0 tokens"),
        ({"ids": [5] * 25, "segments": [0] * 25}, "shorten"),
        ({"ids": [10**6] * 7}, "not among"),
        ({"ids": [-1] * 7}, "not among"),
        ({"segments": [0, 1]}, "segment"),
        ({"labels": {99: 5}}, "positions 0 to 6"),
        ({"labels": {2: -1}}, "not among"),
        ({"wants": m.Wants(positions=[-1])}, "positions 0 to 6"),
        ({"wants": m.Wants(distribution_at=7)}, "positions 0 to 6"),
        ({"wants": m.Wants(neighbours_of=10**6)}, "not among"),
        ({"sources": [0, 1]}, "special (2)"),
        ({"nsp_label": 2}, "next-sentence label"),
    ],
)
def test_a_probe_that_cannot_be_is_a_sentence_and_the_next_is_answered(
    model: Path, changes: dict[str, Any], word: str
):
    script = serve(probe(model, 1, **changes), probe(model, 2))
    (failed,), (look,) = script.of(m.Failed), script.of(m.Look)
    assert failed.id == 1
    assert word in failed.sentence
    assert look.id == 2


def test_folders_that_hold_no_model_are_sentences(tmp_path: Path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "config.json").write_text('{"model_type": "roberta"}')
    names = ("missing", "empty", "other", "\0", "x" * 300)
    script = serve(
        *(m.OpenModel(i, m.ModelRef(str(tmp_path / name))) for i, name in enumerate(names)),
        probe(tmp_path / "missing", 7),
    )
    assert [failed.id for failed in script.of(m.Failed)] == [0, 1, 2, 3, 4, 7]
    assert all(sentence.endswith(".") for sentence in script.sentences)
    assert "roberta" in script.sentences[2]


def test_a_folder_written_anew_is_read_anew(model: Path):
    def rewritten(_: Script) -> bool:
        make_model(model, seed=8)
        return True

    ref = m.ModelRef(str(model))
    script = serve(
        m.OpenModel(1, ref), probe(model, 2), rewritten, m.OpenModel(3, ref), probe(model, 4)
    )
    before, after = (look.token_rows.numpy() for look in script.of(m.Look))
    assert not np.array_equal(before, after)


def test_a_model_once_opened_is_answered_for_when_its_folder_is_gone(model: Path):
    def gone(_: Script) -> bool:
        shutil.rmtree(model)
        return True

    script = serve(m.OpenModel(1, m.ModelRef(str(model))), gone, probe(model, 2))
    assert [look.id for look in script.of(m.Look)] == [2]


def test_the_model_used_last_stays_when_many_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folders = [make_model(tmp_path / str(i), seed=i) for i in range(4)]

    def gone(_: Script) -> bool:
        for folder in folders:
            shutil.rmtree(folder)
        return True

    monkeypatch.setattr("bertscope.wire.models.BYTES_KEPT", 0)
    opened = [m.OpenModel(i, m.ModelRef(str(folder))) for i, folder in enumerate(folders)]
    script = serve(
        *opened[:3],
        probe(folders[0], 10),
        opened[3],
        gone,
        probe(folders[0], 11),
        probe(folders[1], 12),
    )
    assert [look.id for look in script.of(m.Look)] == [10, 11]
    assert [failed.id for failed in script.of(m.Failed)] == [12]


def test_a_bert_of_random_weights_that_transformers_wrote(tmp_path: Path):
    from transformers import BertConfig as TheirConfig

    config = TheirConfig(
        vocab_size=len(make_tokenizer()),
        hidden_size=24,
        num_hidden_layers=3,
        num_attention_heads=3,
        intermediate_size=40,
        max_position_embeddings=32,
    )
    TheirModel(config).save_pretrained(tmp_path / "theirs")
    make_tokenizer().save(tmp_path / "theirs", model_max_length=32)
    theirs = tmp_path / "theirs"
    asked = probe(theirs, wants=m.Wants(thumbnails=48))
    script = serve(m.OpenModel(1, m.ModelRef(str(theirs))), asked)
    assert script.of(m.ModelOpened)[0].model.layers == 3
    assert script.of(m.Look)[0].thumbnails.shape == (3, 3, len(IDS), len(IDS))


# --- Training ---------------------------------------------------------------------------------


def test_a_run_from_its_first_word_to_its_model(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    script = serve(
        m.Train(3, recipe, str(run)),
        heard(m.RunPaused),
        probe(run, 5),
        m.EndRun(),
        probe(run, 6),
    )
    (started,) = script.of(m.RunStarted)
    assert (started.id, started.folder, started.step) == (3, str(run), 0)
    assert started.recipe == recipe
    assert started.words == m.Words.of(make_tokenizer(), LENGTH)
    assert started.model.ref == m.ModelRef(str(run))
    assert started.device.name == "cpu"
    assert 0.2 < started.random_share < 0.9
    assert steps(script) == list(range(7))
    first, last = script.rows[0], script.rows[-1]
    assert first.mlm_loss is None
    assert first.held_out_mlm_loss is not None
    assert last.held_out_mlm_loss is not None
    assert last.tokens > 0
    assert script.of(m.RunPaused) == [m.RunPaused(str(run), 6, finished=True)]
    assert script.of(m.RunEnded) == [m.RunEnded(str(run))]
    live, kept = script.of(m.Look)
    assert (live.step, kept.step) == (6, 6)
    # What was live is what was written, and what a run folder means once it is let go of.
    assert live.token_rows == kept.token_rows
    words = load_model(run / "model").model.state_dict()["bert.embeddings.word_embeddings.weight"]
    np.testing.assert_array_equal(words[IDS].numpy(), kept.token_rows.numpy())
    lines = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == list(range(7))
    assert lines[6]["mlm_loss"] == last.mlm_loss


def test_a_finished_run_is_saved_before_anyone_asks(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    seen = []

    def looked(_: Script) -> bool:
        seen.extend(path.name for path in (run / "checkpoints").iterdir())
        return True

    serve(m.Train(1, recipe, str(run)), heard(m.RunPaused), looked)
    assert seen == ["step-000006"]


def test_the_model_looked_at_is_the_one_that_learns(recipe: Recipe, tmp_path: Path):
    run = tmp_path / "run"
    script = serve(
        m.Train(1, recipe, str(run), goal=m.Goal(0)),
        heard(m.RunPaused),
        probe(run, 2),
        m.Play(m.Goal(2)),
        heard(m.RunPaused, 2),
        probe(run, 3),
    )
    before, after = script.of(m.Look)
    assert (before.step, after.step) == (0, 2)
    for name in ("token_rows", "segment_rows", "position_rows", "sum"):
        assert getattr(before, name) != getattr(after, name), name
    start = load_model(Path(recipe.start)).model.state_dict()
    rows = start["bert.embeddings.word_embeddings.weight"][IDS].numpy()
    np.testing.assert_array_equal(before.token_rows.numpy(), rows)


def test_a_step_is_looked_at_anew_and_a_pause_needs_no_second_pass(
    recipe: Recipe, tmp_path: Path, passes: list[int]
):
    run = tmp_path / "run"
    looks = [probe(run, n, wants=m.Wants(neighbours_of=5, heads=[0], top_k=n)) for n in range(4)]
    script = serve(
        m.Train(1, recipe, str(run), goal=m.Goal(1)),
        heard(m.RunPaused),
        *looks[:2],
        m.Play(m.Goal(1)),
        heard(m.RunPaused, 2),
        *looks[2:],
        m.MapVocabulary(9, m.ModelRef(str(run))),
    )
    first, second, third, fourth = script.of(m.Look)
    assert [look.step for look in script.of(m.Look)] == [1, 1, 2, 2]
    assert len(passes) == 2
    assert first.neighbours == second.neighbours != third.neighbours == fourth.neighbours
    assert first.heads.weights != third.heads.weights
    assert script.of(m.VocabularyMap)[0].step == 2


def test_play_pause_and_single_steps(recipe: Recipe, tmp_path: Path):
    run = str(tmp_path / "run")
    script = serve(
        m.Train(1, replace(recipe, steps=1000), run, goal=m.Goal(1)),
        heard(m.RunPaused),
        m.Play(m.Goal(1)),
        heard(m.RunPaused, 2),
        m.Play(m.Goal(3)),
        heard(m.RunPaused, 3),
        m.Play(m.Goal(0)),
        m.Play(),
        trained_to(9),
        m.Pause(),
        heard(m.RunPaused, 5),
        m.Pause(),
    )
    paused = [(message.step, message.finished) for message in script.of(m.RunPaused)]
    assert paused[:4] == [(1, False), (2, False), (5, False), (5, False)]
    assert paused[4][0] >= 9
    assert paused[5] == paused[4]
    assert steps(script) == list(range(paused[4][0] + 1))


def test_the_last_step_can_be_moved_while_it_runs_and_after(recipe: Recipe, tmp_path: Path):
    run = str(tmp_path / "run")
    script = serve(
        m.Train(1, replace(recipe, steps=100_000), run),
        trained_to(2),
        m.Change(replace(recipe, steps=1)),
        heard(m.RunPaused),
        m.Change(replace(recipe, steps=10**6)),
        m.Play(m.Goal(2)),
        heard(m.RunPaused, 2),
    )
    stopped, held = script.of(m.RunPaused)
    assert stopped.finished
    assert stopped.step >= 2
    assert (held.step, held.finished) == (stopped.step + 2, False)
    assert steps(script) == list(range(held.step + 1))


def test_a_change_during_the_preparation_counts_after_it(recipe: Recipe, tmp_path: Path):
    run = str(tmp_path / "run")
    script = serve(
        m.Train(1, replace(recipe, steps=1000), run),
        heard(m.Progress),
        m.Change(replace(recipe, steps=500)),
        heard(m.Progress, 2),
        m.Change(replace(recipe, steps=2)),
        heard(m.RunPaused),
    )
    assert script.of(m.RunStarted)[0].recipe.steps == 1000
    (changed,) = script.of(m.RunChanged)
    assert (changed.step, changed.recipe.steps) == (0, 2)
    assert script.of(m.RunPaused) == [m.RunPaused(run, 2, finished=True)]
    texts = [progress.text for progress in script.of(m.Progress)]
    assert texts.count("Reading the corpus") <= texts.index("Cutting into pieces")
    begun = [text for i, text in enumerate(texts) if i == 0 or text != texts[i - 1]]
    assert len(begun) == len(set(begun)), "a preparation began again"


def test_probes_between_micro_batches_see_whole_steps_and_change_nothing(
    recipe: Recipe, tmp_path: Path
):
    recipe = replace(recipe, micro_batch=2)

    class Typing(Script):
        """Asks again before every portion of work."""

        def take(self, patience: float | None) -> m.Request | None:
            request = super().take(patience)
            if request is None and len(self.of(m.Look)) < self.asked:
                raise AssertionError("a probe was not answered at once")
            if request is None and self.of(m.RunStarted) and self.turn():
                self.asked += 1
                return probe(tmp_path / "typed", self.asked)
            return request

        asked = 0
        turns = 0

        def turn(self) -> bool:
            self.turns += 1
            return self.turns % 2 == 0

    from bertscope.wire.server import EngineServer

    script = Typing(m.Train(1, recipe, str(tmp_path / "typed")), heard(m.RunPaused))
    EngineServer(script, script.send).serve()  # type: ignore[arg-type]
    at = [look.step for look in script.of(m.Look)]
    assert at == sorted(at)
    # Four micro-batches a step: some looks come in the middle of each.
    assert all(at.count(step) >= 2 for step in range(1, 6))
    by_step = {look.step: look.token_rows for look in script.of(m.Look)}
    for look in script.of(m.Look):
        assert look.token_rows == by_step[look.step], "weights moved in the middle of a step"
    serve(m.Train(1, recipe, str(tmp_path / "quiet")), heard(m.RunPaused))
    typed, quiet = (load_model(tmp_path / name / "model").model for name in ("typed", "quiet"))
    for (name, one), other in zip(
        typed.state_dict().items(), quiet.state_dict().values(), strict=True
    ):
        assert torch.equal(one, other), name


@pytest.mark.parametrize("micro_batch", [4, 8])
def test_a_run_restored_holds_where_it_was_left(recipe: Recipe, tmp_path: Path, micro_batch: int):
    recipe = replace(recipe, micro_batch=micro_batch)
    run = str(tmp_path / "run")
    serve(m.Train(1, recipe, run, goal=m.Goal(2)), heard(m.RunPaused))
    script = serve(
        m.Train(1, recipe, run, resume=True, goal=m.Goal(0)),
        heard(m.RunPaused),
        m.Play(m.Goal(1)),
        heard(m.RunPaused, 2),
    )
    assert script.of(m.RunStarted)[0].step == 2
    assert [paused.step for paused in script.of(m.RunPaused)] == [2, 3]
    assert steps(script) == [3]


def test_a_second_run_saves_the_first(recipe: Recipe, tmp_path: Path):
    first, second = tmp_path / "first", tmp_path / "second"
    script = serve(
        m.Train(1, replace(recipe, steps=1000), str(first)),
        trained_to(2),
        m.Train(2, recipe, str(second)),
        heard(m.RunPaused),
    )
    assert [ended.folder for ended in script.of(m.RunEnded)] == [str(first), str(second)]
    assert load_model(first / "model")
    assert load_model(second / "model")
    assert script.of(m.Failed) == []


def test_a_run_that_cannot_begin_leaves_the_one_at_hand_as_it_is(recipe: Recipe, tmp_path: Path):
    first = str(tmp_path / "first")
    script = serve(
        m.Train(1, recipe, first, goal=m.Goal(1)),
        heard(m.RunPaused),
        m.Train(2, recipe, first),
        m.Train(3, replace(recipe, steps=0), str(tmp_path / "second")),
        m.Train(4, replace(recipe, device="cuda:99"), str(tmp_path / "third")),
        m.Train(5, recipe, str(tmp_path / "fourth"), resume=True),
        m.Play(m.Goal(1)),
        heard(m.RunPaused, 2),
    )
    assert [failed.id for failed in script.of(m.Failed)] == [2, 3, 4, 5]
    assert [paused.step for paused in script.of(m.RunPaused)] == [1, 2]
    assert not (tmp_path / "second").exists()


def test_steering_without_a_run_is_a_sentence(model: Path):
    script = serve(
        m.Play(), m.Pause(), m.Change(Recipe()), m.SetBudget(5), m.EndRun(), probe(model, 1)
    )
    assert script.sentences == ["There is no run to steer: press play to start one."] * 4
    assert script.of(m.Look)


# --- What if ----------------------------------------------------------------------------------


def test_a_loss_that_is_no_number_stops_the_run_and_a_look_says_what_is_left(
    recipe: Recipe, tmp_path: Path
):
    run = tmp_path / "run"
    wild = replace(recipe, learning_rate=1e30, optimizer=Optimizer.ADAMW, warmup_steps=0)
    script = serve(m.Train(1, wild, str(run)), heard(m.RunFailed), probe(run, 2), m.Play())
    (failed,) = script.of(m.RunFailed)
    assert failed.folder == str(run)
    assert "lower learning rate" in failed.sentence
    assert steps(script) == list(range(failed.step + 1))
    look, play = script.of(m.Failed)
    assert look.id == 2
    assert "no numbers any more" in look.sentence
    assert "no run" in play.sentence


def test_a_run_whose_folder_is_deleted_holds_and_play_makes_it_again(
    recipe: Recipe, tmp_path: Path
):
    run = tmp_path / "run"

    def deleted(_: Script) -> bool:
        shutil.rmtree(run)
        return True

    script = serve(
        m.Train(1, recipe, str(run), goal=m.Goal(2)),
        kept_to(2),
        deleted,
        m.Play(),
        heard(m.RunPaused, 2),
        probe(run, 2),
        m.Play(),
        heard(m.RunPaused, 3),
    )
    _, held, finished = script.of(m.RunPaused)
    assert (held.step, finished.step) == (2, 6)
    assert "is gone" in held.sentence
    assert [look.step for look in script.of(m.Look)] == [2]
    assert steps(script) == list(range(7))
    assert load_model(run / "model")


def test_a_full_disk_holds_the_run_and_play_goes_on_without_a_gap(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    run = str(tmp_path / "run")
    opened, full = Path.open, [False]

    def open_(path: Path, mode: str = "r", *arguments: Any, **more: Any) -> Any:
        if full[0] and mode != "r" and path.name == "metrics.jsonl":
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return opened(path, mode, *arguments, **more)

    monkeypatch.setattr(Path, "open", open_)

    def disk_is(value: bool) -> Any:
        return lambda _: (full.__setitem__(0, value), True)[1]

    script = serve(
        m.Train(1, recipe, run, goal=m.Goal(2)),
        heard(m.RunPaused),
        disk_is(True),
        m.Play(),
        heard(m.RunPaused, 2),
        m.Play(),
        heard(m.RunPaused, 3),
        probe(run, 2),
        disk_is(False),
        m.Play(),
        heard(m.RunPaused, 4),
    )
    _, full_disk, still_full, finished = script.of(m.RunPaused)
    assert "free some space" in full_disk.sentence
    assert "free some space" in still_full.sentence
    assert full_disk.step == still_full.step == script.of(m.Look)[0].step
    assert (finished.finished, finished.sentence) == (True, "")
    assert script.of(m.RunFailed) == []
    assert steps(script) == list(range(7))
    lines = (tmp_path / "run" / "metrics.jsonl").read_text().splitlines()
    assert [json.loads(line)["step"] for line in lines] == list(range(7))


def test_a_run_that_cannot_be_saved_says_so_and_the_engine_ends_all_the_same(
    recipe: Recipe, tmp_path: Path
):
    run = tmp_path / "run"

    def spoiled(_: Script) -> bool:
        (run / "model").write_text("in the way")
        shutil.rmtree(run / "checkpoints", ignore_errors=True)
        (run / "checkpoints").write_text("in the way")
        return True

    script = serve(m.Train(1, recipe, str(run), goal=m.Goal(1)), heard(m.RunPaused), spoiled)
    assert isinstance(script.replies[-2], m.RunEnded)
    assert "can't be written" in script.replies[-1].sentence


def test_a_folder_that_cannot_be_written(recipe: Recipe, tmp_path: Path):
    (tmp_path / "file").write_text("a file")
    script = serve(
        m.Train(1, recipe, str(tmp_path / "file")),
        m.Train(2, recipe, str(tmp_path / "file" / "run")),
        heard(m.RunFailed),
    )
    assert "is a file" in script.of(m.Failed)[0].sentence
    assert "can't be written" in script.of(m.RunFailed)[0].sentence


def test_a_corpus_that_cannot_be_read_fails_the_run(recipe: Recipe, tmp_path: Path):
    missing = replace(recipe, corpus=str(tmp_path / "missing.txt"))
    script = serve(m.Train(1, missing, str(tmp_path / "run")), heard(m.RunFailed))
    assert "missing.txt" in script.of(m.RunFailed)[0].sentence
    assert script.of(m.RunStarted) == []
    assert not (tmp_path / "run").exists()


def raising(error: Exception) -> Any:
    def raises(*_: object, **__: object) -> None:
        raise error

    return raises


def test_too_little_memory_for_a_look_is_a_sentence_and_the_run_goes_on(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(engine_probe, "look", raising(torch.OutOfMemoryError("CUDA: none left")))
    run = str(tmp_path / "run")
    script = serve(m.Train(1, recipe, run), trained_to(0), probe(run, 2), heard(m.RunPaused))
    assert "not enough memory" in script.of(m.Failed)[0].sentence
    assert script.of(m.RunPaused)[0].finished


@pytest.mark.parametrize(
    "error", [torch.OutOfMemoryError("CUDA: none left"), MemoryError()], ids=["device", "machine"]
)
def test_too_little_memory_for_a_step_ends_the_run_with_advice(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
):
    monkeypatch.setattr(Trainer, "_train_step", _after(2, Trainer._train_step, error))
    script = serve(m.Train(1, recipe, str(tmp_path / "run")), heard(m.RunFailed))
    (failed,) = script.of(m.RunFailed)
    assert "memory" in failed.sentence
    assert "fewer pairs a micro-batch" in failed.sentence
    assert (failed.step, failed.spent, failed.micro_batch) == (2, True, recipe.micro_batch)


def test_a_device_that_is_lost_ends_the_run_and_asks_for_another_engine(
    recipe: Recipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    lost = torch.AcceleratorError("CUDA error: unspecified launch failure\nFor debugging, ...")
    monkeypatch.setattr(Trainer, "_train_step", _after(2, Trainer._train_step, lost))
    script = serve(m.Train(1, recipe, str(tmp_path / "run")), heard(m.RunFailed))
    (failed,) = script.of(m.RunFailed)
    assert "no longer answers (CUDA error: unspecified launch failure)" in failed.sentence
    assert "last checkpoint" in failed.sentence
    assert (failed.step, failed.spent, failed.micro_batch) == (2, True, 0)


def _after(step: int, train_step: Any, error: Exception) -> Any:
    def replaced(self: Trainer) -> Any:
        if self.step >= step:
            raise error
        return (yield from train_step(self))

    return replaced


def test_the_unexpected_in_a_look_is_told_and_logged_and_the_run_goes_on(
    recipe: Recipe,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setattr(engine_probe, "look", raising(ZeroDivisionError("a bug of ours")))
    run = str(tmp_path / "run")
    script = serve(m.Train(1, recipe, run), trained_to(0), probe(run, 2), heard(m.RunPaused))
    (failed,) = script.of(m.Failed)
    assert failed.id == 2
    assert "ZeroDivisionError" in failed.sentence
    assert "Engine log" in failed.sentence
    assert "a bug of ours" in capsys.readouterr().err
    assert script.of(m.RunPaused)[0].finished


def test_the_unexpected_in_training_ends_the_run_and_not_the_engine(
    recipe: Recipe,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setattr(Trainer, "_train_step", _after(1, Trainer._train_step, KeyError("odd")))
    run = tmp_path / "run"
    script = serve(m.Train(1, recipe, str(run)), heard(m.RunFailed), probe(run, 2))
    assert script.of(m.RunFailed)[0].step == 1
    assert "KeyError" in script.sentences[0]
    assert "odd" in capsys.readouterr().err
    assert [look.step for look in script.of(m.Look)] == [1]


def test_metrics_wait_no_longer_than_a_frame_of_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    # A step that takes long must not hold back the row of the one before it.
    monkeypatch.setattr("bertscope.wire.run_news.METRICS_SECONDS", 0.0)
    told: list[m.Message] = []
    run = ActiveRun(m.Train(1, make_recipe(tmp_path), str(tmp_path / "run")), told.append)
    run.advance()
    while not any(isinstance(message, m.Metrics) for message in told):
        run.advance()
    assert m.RunPaused not in map(type, told)
    run.abandon()


def test_a_run_that_never_ended_is_looked_at_by_its_last_checkpoint(tmp_path: Path) -> None:
    make_model(tmp_path / "run" / "checkpoints" / "step-000020")
    folder = str(tmp_path / "run")
    assert Models().open(folder).loaded.config.max_position_embeddings == LENGTH
