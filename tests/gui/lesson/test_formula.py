"""Formulas as they stand in a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.lesson.formula import FORMULA, Height, Run, read_formula, spoken


def shown(source: str) -> str:
    """A formula with marks for what is slanted, below and above."""
    signs = {Height.LINE: "{}", Height.BELOW: "_({})", Height.ABOVE: "^({})"}
    return "".join(signs[r.height].format(r.words) for r in read_formula(source))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("E_{dog} + E_A", "E_(dog) + E_(A)"),
        ("x_i=a-b", "x_(i) = a − b"),
        ("-\\log p(w|c)", "−log p(w|c)"),
        ("-(1/M) · (ln p_1 + … + ln p_M)", "−(1/M)·(ln p_(1) + … + ln p_(M))"),
        ("P(IsNext) w_{is next} a b", "P(IsNext)w_(is next)ab"),
        ("e^{x_0} − h_{l-1}", "e^(x)^(₀) − h_(l)_(−1)"),
        ("10^{-4}", "10^(−4)"),
        ("\\frac{1}{N}", "1 / N"),
        ("\\frac{a+b}{c}", "(a + b) / c"),
        ("\\sqrt{d_k}", "√d_(k)"),
        ("\\sum_i p_i \\cdot \\ln p_i", "∑_(i)p_(i)·ln p_(i)"),
        ("\\alpha \\le \\beta", "α ≤ β"),
        ("\\text{is next}", "is next"),
        ("\\unknown", " unknown "),
        ("", ""),
    ],
)
def test_signs_and_places(source: str, words: str) -> None:
    assert shown(source).strip() == words.strip()


def test_variables_are_slanted_and_words_are_not() -> None:
    assert read_formula("E_{dog}") == (
        Run("E", Height.LINE, is_slanted=True),
        Run("dog", Height.BELOW),
    )


def test_it_can_be_heard() -> None:
    assert spoken("E_{dog} + E_A") == "E_dog + E_A"
    assert spoken("h_{l-1}") == "h_l−1"


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("it is $E_A$ and $E_B$.", ["E_A", "E_B"]),
        ("$$L = a$$", ["L = a"]),
        ("it costs $5 or $6", []),
        ("`$x$` and ``a $y$ b``", []),
        ("```\n$x$\n```\n$z$", ["z"]),
        ("\\$a$", []),
        ("$ a$ and $a $", []),
    ],
)
def test_what_of_a_text_is_one(markdown: str, found: list[str]) -> None:
    assert [f["inner"] for f in FORMULA.finditer(markdown) if f["inner"]] == found


@given(st.text(alphabet="abE_^{}\\ +-=0frac,", max_size=30))
def test_anything_can_be_read(source: str) -> None:
    assert all(run.words for run in read_formula(source))
