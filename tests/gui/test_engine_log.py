"""What the engine writes to stderr becomes lines, however it is cut."""

from bertscope.gui.engine_log import KEPT_LINES, LAST_LINES, EngineLog


def test_a_line_in_two_portions_is_one() -> None:
    log = EngineLog()
    log.feed(b"one\ntw")
    assert log.lines == ["one"]
    log.feed(b"o\n")
    assert log.lines == ["one", "two"]


def test_a_last_line_without_an_end_is_kept_once() -> None:
    log = EngineLog()
    log.feed(b"Killed")
    log.end()
    log.end()
    assert log.lines == ["Killed"]


def test_only_the_last_lines_are_kept() -> None:
    log = EngineLog()
    log.feed("".join(f"{n}\n" for n in range(KEPT_LINES + 5)).encode())
    log.note("It ended.")
    assert len(log.lines) == KEPT_LINES
    assert log.lines[-2:] == [str(KEPT_LINES + 4), "It ended."]
    assert log.last_words.count("\n") == LAST_LINES - 1


def test_what_is_no_text_does_no_harm() -> None:
    log = EngineLog()
    log.feed(b"\xff\xfe\n")
    assert len(log.lines) == 1
