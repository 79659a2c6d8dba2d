"""Where a training session is."""

from enum import StrEnum


class Phase(StrEnum):
    """Where the session is."""

    IDLE = "idle"
    PREPARING = "preparing"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    BROKEN = "broken"
