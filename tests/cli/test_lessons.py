"""`bertscope lesson`."""

from pathlib import Path

from bertscope.places import lessons_folder
from tests.cli.conftest import Bertscope

GOOD = '+++\ntitle = "Good"\n+++\n# One\n```do\nsay = "x"\nuntil.rolls = 1\n```\n# Two\n'


def test_lessons_are_checked(bertscope_: Bertscope, tmp_path: Path):
    good, bad = tmp_path / "good.lesson.md", tmp_path / "bad.lesson.md"
    good.write_text(GOOD)
    bad.write_text(GOOD.replace("rolls", "rols"))
    said = bertscope_("lesson", "check", good)
    assert (said.code, said.out) == (0, f"{good}: Good, 2 pages, 1 task\n")
    said = bertscope_("lesson", "check", bad, tmp_path / "none.md", good)
    first, second, third = said.out.splitlines()
    assert said.code == 1
    assert first.startswith(f"{bad}, line 7: there is no `rols` here")
    assert second.startswith("none.md can't be read")
    assert third.startswith(f"{good}: Good")


def test_lessons_are_listed(bertscope_: Bertscope):
    lessons_folder().mkdir(parents=True)
    (lessons_folder() / "mine.lesson.md").write_text(GOOD)
    (lessons_folder() / "odd.lesson.md").write_text("# no head")
    said = bertscope_("lesson", "list")
    mine, odd = said.out.splitlines()[-2:]
    assert said.code == 0
    assert mine.split(maxsplit=1) == ["mine", "Good · your own"]
    assert odd.split(maxsplit=1)[1].startswith("odd.lesson.md, line 1: ")


def test_a_way_must_be_chosen(bertscope_: Bertscope):
    assert "check|list" in bertscope_("lesson").err
