"""`bertscope fetch`, from a Hub on this machine that speaks to the real huggingface_hub."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import BertForPreTraining

from bertscope import hub as words
from bertscope.cli import hub_models
from bertscope.engine.config import BertConfig
from bertscope.engine.folder import load_model, save_model
from bertscope.engine.model import new_model
from tests.cli.conftest import PATIENCE, Said, child, child_environment, run_child
from tests.hub_server import COMMIT, LocalHub, local_hub
from tests.wire.small import make_tokenizer

NAME = "anna/small-bert"
WEIGHTS = "model.safetensors"


@pytest.fixture
def hub() -> Iterator[LocalHub]:
    with local_hub() as served:
        yield served


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "hf"


@pytest.fixture
def fetch(hub: LocalHub, cache: Path) -> Any:
    """Calls `bertscope fetch` as a process of its own; nothing it says may be a traceback."""

    def call(*arguments: object, **changes: str | None) -> Said:
        said = run_child("fetch", *arguments, **{**hub.variables(cache), **changes})
        assert "Traceback" not in said.out + said.err
        return said

    return call


@pytest.fixture
def refused(fetch: Any) -> Any:
    """As `fetch`, for what can't be: its sentence."""

    def call(*arguments: object, **changes: str | None) -> str:
        said = fetch(*arguments, **changes)
        assert (said.code, said.out) == (1, "")
        (line,) = said.err.strip().splitlines()
        assert line.startswith("bertscope: ")
        assert line.endswith(".")
        return line

    return call


def events(said: Said) -> list[dict[str, Any]]:
    return [json.loads(line) for line in said.out.splitlines()]


def make_wide_model(folder: Path) -> Path:
    """One whose weights come in several pieces."""
    tokenizer = make_tokenizer()
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=256,
        max_position_embeddings=24,
    )
    save_model(folder, new_model(config, 1), config, tokenizer)
    assert (folder / WEIGHTS).stat().st_size > 4 * hub_models.CHUNK_BYTES
    return folder


# --- What is loaded ---------------------------------------------------------------------------


def test_a_model_comes_whole_and_opens(fetch: Any, hub: LocalHub, model: Path, cache: Path) -> None:
    hub.add(NAME, model, README__md=b"words", pytorch_model__bin=b"a pickle")
    said = fetch(NAME)
    assert said.code == 0, said.err
    folder = Path(said.out.splitlines()[-1])
    assert folder.is_relative_to(cache)
    assert words.model_name(folder) == NAME
    assert {path.name for path in folder.iterdir()} == {path.name for path in model.iterdir()}
    assert not hub.loaded("pytorch_model.bin")
    theirs = BertForPreTraining.from_pretrained(folder).state_dict()
    ours = load_model(folder).model.state_dict()
    assert all(torch.equal(value, theirs[name]) for name, value in ours.items())


def test_the_window_is_told_the_size_then_the_progress_then_the_folder(
    fetch: Any, hub: LocalHub, model: Path
) -> None:
    hub.add(NAME, model)
    sized, *loading, fetched = events(fetch("--json", NAME))
    total = sum(path.stat().st_size for path in model.iterdir())
    config = (model / "config.json").stat().st_size
    assert (sized["event"], sized["total"], sized["cached"]) == ("sized", total, config)
    assert {file["name"]: file["bytes"] for file in sized["files"]} == {
        path.name: path.stat().st_size for path in model.iterdir()
    }
    assert {event["event"] for event in loading} == {"loading"}
    done = [event["done"] for event in loading]
    assert done == sorted(done)
    assert done[-1] <= total
    assert fetched["event"] == "fetched"


def test_its_size_alone_loads_no_weights(fetch: Any, hub: LocalHub, model: Path) -> None:
    hub.add(NAME, model)
    (sized,) = events(fetch("--json", "--size", NAME))
    assert sized["event"] == "sized"
    assert not hub.loaded(WEIGHTS)
    assert hub.loaded("config.json")  # to see that it is a BERT


def test_what_is_here_is_not_loaded_again(fetch: Any, hub: LocalHub, model: Path) -> None:
    hub.add(NAME, model)
    fetch(NAME)
    before = len(hub.asked)
    sized, *_, fetched = events(fetch("--json", NAME))
    assert sized["cached"] == sized["total"]
    assert Path(fetched["folder"], WEIGHTS).is_file()
    assert [line.split()[0] for line in hub.asked[before:]] == ["GET", "HEAD"]


def test_weights_in_several_files(fetch: Any, hub: LocalHub, tmp_path: Path, model: Path) -> None:
    theirs = BertForPreTraining.from_pretrained(model)
    theirs.save_pretrained(tmp_path / "shards", max_shard_size="8KB")
    for name in ("vocab.txt", "tokenizer.json", "tokenizer_config.json"):
        (tmp_path / "shards" / name).write_bytes((model / name).read_bytes())
    assert not (tmp_path / "shards" / WEIGHTS).exists()
    hub.add(NAME, tmp_path / "shards")
    folder = Path(fetch(NAME).out.splitlines()[-1])
    ours, first = load_model(folder).model.state_dict(), load_model(model).model.state_dict()
    assert all(torch.equal(value, first[name]) for name, value in ours.items())


def test_a_revision_and_an_address(fetch: Any, hub: LocalHub, model: Path) -> None:
    hub.add(NAME, model)
    address = f"{hub.address}/{NAME}/tree/{COMMIT}"
    folders = {
        fetch(*asked).out.splitlines()[-1]
        for asked in [(NAME, "--revision", COMMIT), (f"{NAME}@{COMMIT}",), (address,)]
    }
    assert len(folders) == 1
    assert hub.asked.count(f"GET api/models/{NAME}/revision/{COMMIT}") == 3


def test_without_the_network_what_is_here_still_opens(
    fetch: Any, refused: Any, hub: LocalHub, model: Path
) -> None:
    hub.add(NAME, model)
    folder = fetch(NAME).out.splitlines()[-1]
    for changes in ({"HF_HUB_OFFLINE": "1"}, {"HF_ENDPOINT": "http://127.0.0.1:9"}):
        assert fetch(NAME, **changes).out.splitlines()[-1] == folder


# --- What can't be had ------------------------------------------------------------------------


def test_another_architecture_is_refused_before_its_weights(
    refused: Any, hub: LocalHub, model: Path
) -> None:
    hub.add(NAME, model, config__json=b'{"model_type": "roberta"}')
    assert "This is a roberta model, not BERT" in refused(NAME)
    assert not hub.loaded(WEIGHTS)


def test_one_for_a_task_that_can_t_be_shown_is_refused(
    refused: Any, hub: LocalHub, model: Path
) -> None:
    config = json.loads((model / "config.json").read_bytes())
    config["architectures"] = ["BertForTokenClassification"]
    hub.add(NAME, model, config__json=json.dumps(config).encode())
    assert "BertForTokenClassification" in refused(NAME)
    assert not hub.loaded(WEIGHTS)


def test_a_pickle_is_never_loaded(refused: Any, hub: LocalHub, model: Path) -> None:
    hub.add(NAME, model, model__safetensors=None, pytorch_model__bin=b"a pickle")
    said = refused(NAME)
    assert "can run code" in said
    assert f'from_pretrained("{NAME}").save_pretrained(' in said
    assert not hub.loaded("pytorch_model.bin")


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"model__safetensors": None}, "no weights in safetensors"),
        ({"vocab__txt": None, "tokenizer__json": None}, "no vocabulary"),
        ({"config__json": None}, "no config.json"),
        ({"config__json": b"{"}, "damaged"),
        ({"config__json": b"[]"}, "damaged"),
    ],
)
def test_a_model_that_is_not_whole(
    refused: Any, hub: LocalHub, model: Path, changes: dict[str, bytes | None], what: str
) -> None:
    hub.add(NAME, model, **changes)
    assert what in refused(NAME)


@pytest.mark.parametrize(
    ("status", "code", "what"),
    [
        (401, "RepoNotFound", "There is no anna/small-bert on the Hub, or it is private"),
        (403, "GatedRepo", "only to those who ask"),
        (403, "", "error 403"),
        (429, "", "wait some minutes"),
        (503, "", "try again later"),
    ],
)
def test_the_hub_refuses(refused: Any, hub: LocalHub, status: int, code: str, what: str) -> None:
    hub.refusals[NAME] = (status, code)
    assert what in refused(NAME)


def test_names_that_are_none(refused: Any, hub: LocalHub, model: Path) -> None:
    hub.add(NAME, model)
    assert "There is no anna/other on the Hub" in refused("anna/other")
    assert "is no name of a model" in refused("a name of many words")
    assert "is no name of a model" in refused("one/too/many")
    assert "is no name of a model" in refused("")
    assert "has no revision nowhere" in refused(NAME, "--revision", "nowhere")


def test_no_network_is_said(refused: Any) -> None:
    said = refused(NAME, HF_ENDPOINT="http://127.0.0.1:9")
    assert "check the network" in said
    assert "127.0.0.1:9" in said


def test_offline_is_said(refused: Any, hub: LocalHub) -> None:
    assert "HF_HUB_OFFLINE" in refused(NAME, HF_HUB_OFFLINE="1")
    assert not hub.asked


def test_without_the_package_it_says_what_to_install(
    refused: Any, hub: LocalHub, tmp_path: Path
) -> None:
    (tmp_path / "none" / "huggingface_hub").mkdir(parents=True)
    missing = "raise ModuleNotFoundError('none', name='huggingface_hub')"
    (tmp_path / "none" / "huggingface_hub" / "__init__.py").write_text(missing)
    path = os.pathsep.join([str(tmp_path / "none"), child_environment()["PYTHONPATH"]])
    assert "pip install 'bertscope[hub]'" in refused(NAME, PYTHONPATH=path)


@pytest.mark.skipif(sys.platform == "win32", reason="ulimit is the shell's of Unix")
def test_a_full_disk_is_said(hub: LocalHub, tmp_path: Path, cache: Path) -> None:
    hub.add(NAME, make_wide_model(tmp_path / "wide"))
    done = subprocess.run(
        ["sh", "-c", f'ulimit -f 32; exec "$1" -m bertscope fetch {NAME}', "sh", sys.executable],
        env=child_environment(**hub.variables(cache), PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 1
    assert "There is no room to write" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_more_than_the_disk_holds_is_refused_before(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "none" / "hub"))
    files = [words.HubFile(WEIGHTS, 1 << 60, cached=False)]
    with pytest.raises(hub_models.HubError, match="no room"):
        hub_models.load(hub_models.HubModel(NAME, COMMIT, files), print)


# --- What breaks off --------------------------------------------------------------------------


def test_a_connection_that_breaks_is_taken_up_again(
    fetch: Any, hub: LocalHub, tmp_path: Path
) -> None:
    wide = make_wide_model(tmp_path / "wide")
    hub.add(NAME, wide)
    hub.breaks[WEIGHTS] = 1
    said = fetch(NAME)
    assert said.code == 0, said.err
    loaded = Path(said.out.splitlines()[-1], WEIGHTS)
    assert loaded.read_bytes() == (wide / WEIGHTS).read_bytes()
    assert len(hub.loaded(WEIGHTS)) == 2


def test_loading_that_fails_can_be_gone_on_with(
    fetch: Any, refused: Any, hub: LocalHub, model: Path
) -> None:
    hub.add(NAME, model)
    hub.failing[WEIGHTS] = 500
    said = fetch(NAME, "--json")
    assert said.code == 1
    assert "error 500" in events(said)[-1]["sentence"]
    hub.failing.clear()
    assert fetch(NAME).code == 0
    assert len(hub.loaded("vocab.txt")) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGTERM")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_cancel_leaves_whole_files_alone(
    fetch: Any, hub: LocalHub, tmp_path: Path, cache: Path, number: int
) -> None:
    # A shell may let what it runs in the background ignore it, and children take that over.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    hub.add(NAME, make_wide_model(tmp_path / "wide"))
    gate = hub.gates[WEIGHTS] = threading.Event()
    small = sum(path.stat().st_size for path in (tmp_path / "wide").glob("[ctv]*"))
    with child("fetch", "--json", NAME, **hub.variables(cache)) as process:
        assert hub.halfway.wait(PATIENCE)
        process.send_signal(number)
        out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert "fetched" not in out
    assert not err
    assert not list(cache.rglob("*.incomplete"))
    gate.set()
    sized, *_, fetched = events(fetch("--json", NAME))
    assert sized["cached"] == small
    assert load_model(Path(fetched["folder"])).config.hidden_size == 64


def test_a_window_that_is_gone_ends_it(hub: LocalHub, tmp_path: Path, cache: Path) -> None:
    hub.add(NAME, make_wide_model(tmp_path / "wide"))
    gate = hub.gates[WEIGHTS] = threading.Event()
    with child("fetch", "--json", NAME, **hub.variables(cache)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        process.stdout = None
        gate.set()
        process.wait(PATIENCE)
        assert process.returncode == 1
    assert not list(cache.rglob("*.incomplete"))


# --- In words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "name", "revision"),
    [
        (" bert-base-uncased ", "bert-base-uncased", None),
        ("a/b@refs/pr/1", "a/b", "refs/pr/1"),
        ("https://the.hub/a/b", "a/b", None),
        ("https://the.hub/a/b/?x=1#y", "a/b", None),
        ("https://the.hub/a/b/tree/main", "a/b", "main"),
        ("http://the.hub/bert-base-uncased/", "bert-base-uncased", None),
    ],
)
def test_names_as_people_have_them(typed: str, name: str, revision: str | None) -> None:
    assert hub_models.name_and_revision(typed) == (name, revision)


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 kB"), (25_757, "26 kB"), (4_430_000, "4.4 MB"), (438e6, "438 MB"), (1.34e9, "1.3 GB")],
)
def test_sizes_in_words(count: float, said: str) -> None:
    assert words.size(int(count)) == said


def test_folders_of_the_cache_are_called_by_the_models_name(tmp_path: Path) -> None:
    folder = tmp_path / "hub" / "models--google--bert_uncased" / "snapshots" / COMMIT
    assert words.model_name(folder) == "google/bert_uncased"
    assert words.model_name(tmp_path / "models--x") == "models--x"
