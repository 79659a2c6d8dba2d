"""The labelled data of one's own that was trained on last."""

from collections.abc import Sequence

import msgspec

from bertscope.task import Columns, Kind, Task

MOST = 5


class OwnData(msgspec.Struct, frozen=True):
    """Data as it was read.

    Attributes
    ----------
    engine
        What is typed to reach the engine whose machine it is on; empty for this machine.
    data, dev, kind, columns, skip_malformed
        Those of its `Task`.
    """

    engine: str
    data: str
    dev: str = ""
    kind: Kind | None = None
    columns: Columns = Columns()
    skip_malformed: bool = False

    @classmethod
    def of(cls, engine: str, task: Task) -> "OwnData":
        return cls(engine, task.data, task.dev, task.kind, task.columns, task.skip_malformed)

    @property
    def task(self) -> Task:
        return Task(
            data=self.data,
            dev=self.dev,
            kind=self.kind,
            columns=self.columns,
            skip_malformed=self.skip_malformed,
        )


def newest_data(own: Sequence[OwnData], visited: OwnData) -> list[OwnData]:
    """The list with `visited` on top, once, and no longer than it may be for its engine."""
    others = [o for o in own if (o.engine, o.data) != (visited.engine, visited.data)]
    of_engine = [visited, *(o for o in others if o.engine == visited.engine)][:MOST]
    return [*of_engine, *(o for o in others if o.engine != visited.engine)]
