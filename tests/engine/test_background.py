import threading

import pytest

from bertscope.engine.background import Background


def test_work_goes_on_while_one_waits():
    go = threading.Event()
    background = Background(lambda: go.wait(10) and "done")
    assert not background.wait(0.01)
    go.set()
    assert background.wait(10)
    assert background.result() == "done"


def test_what_the_work_raises_is_raised_where_its_result_is_fetched():
    def fail() -> None:
        raise ValueError("no")

    background = Background(fail)
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            background.result()
