"""The numbers of two models in one table."""

from bertscope.gui.compare.tables import side_by_side
from bertscope.gui.table import Table

COLUMNS = ("position", "p", "guess", "token")


def test_keys_stand_once_and_values_twice() -> None:
    a = Table(COLUMNS, [(2, 0.5, 1, "dog"), (2, 0.25, 2, "cat")])
    b = Table(COLUMNS, [(2, 0.75, 1, "cat"), (2, 0.125, 2, "cow")])
    joined = side_by_side(a, b, ("position", "guess"))
    assert joined.csv().splitlines() == [
        "position,guess,p A,p B,token A,token B",
        "2,1,0.5,0.75,dog,cat",
        "2,2,0.25,0.125,cat,cow",
    ]


def test_rows_of_one_model_alone_stay() -> None:
    a, b = Table(("index", "value"), [(0, 1.0)]), Table(("index", "value"), [(0, 2.0), (1, 3.0)])
    joined = side_by_side(a, b, ("index",))
    assert list(joined.rows) == [(0, 1.0, 2.0), (1, None, 3.0)]
    assert len(joined.rows) == 2
    assert list(side_by_side(b, a, ("index",)).rows) == [(0, 2.0, 1.0), (1, 3.0, None)]
