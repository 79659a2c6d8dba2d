"""How the engine fares."""

import time

import psutil

from bertscope.wire.vitals import Pulse


def busy(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def test_the_share_is_that_of_the_time_since_it_was_told():
    pulse = Pulse("cpu")
    with pulse.computing():
        busy(0.01)
    first = pulse.take("run")
    busy(0.01)
    assert (first.folder, first.computing > 0) == ("run", True)
    assert pulse.take("run").computing == 0
    assert first.memory > psutil.Process().memory_info().rss / 5


def test_a_gpu_that_cannot_be_asked_is_no_reason_to_fail():
    vitals = Pulse("cuda:99").take("run")
    assert (vitals.device_memory, vitals.device_memory_total, vitals.device_use) == (None,) * 3
