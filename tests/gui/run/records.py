"""Runs that a test can reckon with."""

import numpy as np

from bertscope.gui.run.record import RunRecord
from bertscope.recipe import Recipe
from bertscope.run_folder import COLUMNS, RunEvent


def record_of(
    steps: int,
    name: str = "one",
    *,
    recipe: Recipe | None = None,
    events: tuple[RunEvent, ...] = (),
) -> RunRecord:
    """A run whose losses fall evenly: masked LM from 7 to 3, next sentence from 0.7 to 0.3.

    Held-out values are there at step 0 and at every tenth; every fifth step is kept.
    """
    record = RunRecord(f"/runs/{name}", recipe or Recipe(steps=100))
    at = np.arange(steps + 1)
    share = at / max(1, steps)
    columns = {
        "step": at,
        "mlm_loss": 7 - 4 * share,
        "nsp_loss": 0.7 - 0.4 * share,
        "mlm_accuracy": share / 2,
        "nsp_accuracy": 0.5 + share / 4,
        "held_out_mlm_loss": 7.5 - 4 * share,
        "held_out_nsp_loss": 0.75 - 0.4 * share,
        "held_out_mlm_accuracy": share / 4,
        "held_out_nsp_accuracy": 0.5 + 0.3 * share,
        "seconds": np.full(len(at), 0.5),
    }
    table = np.full((len(at), len(COLUMNS)), np.nan)
    for column, values in columns.items():
        table[:, COLUMNS.index(column)] = values
        if column.startswith("held"):
            table[at % 10 != 0, COLUMNS.index(column)] = np.nan
    table[0, [COLUMNS.index(name) for name in COLUMNS[1:5]]] = np.nan
    record.history.append(table)
    record.events = list(events)
    record.kept = list(range(0, steps + 1, 5))
    return record
