"""What lies in a run's folder, as those read it who don't write it."""

from pathlib import Path

from bertscope.run_folder import CHECKPOINTS, MODEL, newest_model


def test_the_newest_model_is_that_of_the_last_checkpoint(tmp_path: Path) -> None:
    assert newest_model(tmp_path) == tmp_path / MODEL
    for step in ("000120", "999999", "1000000", "1000020.tmp"):
        (tmp_path / CHECKPOINTS / f"step-{step}").mkdir(parents=True)
    assert newest_model(tmp_path).name == "step-1000000"
