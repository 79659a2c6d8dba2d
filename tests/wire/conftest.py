"""Small things to serve."""

from pathlib import Path

import pytest
import torch

from bertscope.recipe import Recipe
from tests.wire.small import make_model, make_recipe


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return make_model(tmp_path / "model", seed=7)


@pytest.fixture
def recipe(tmp_path: Path) -> Recipe:
    return make_recipe(tmp_path)
