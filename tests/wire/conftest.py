"""Small things to serve."""

import math
from pathlib import Path

import pytest
import torch

from bertscope.recipe import Recipe
from tests.wire.small import make_model, make_recipe


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(autouse=True)
def _no_checkpoint_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where training holds, how old its last checkpoint is is a matter of the machine's speed."""
    monkeypatch.setattr("bertscope.engine.run_writer.HOLD_SECONDS", math.inf)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return make_model(tmp_path / "model", seed=7)


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    return make_recipe(tmp_path)
