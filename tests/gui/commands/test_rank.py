"""What is found for some letters, and what comes first."""

from hypothesis import given
from hypothesis import strategies as st

from bertscope.gui.commands.rank import rank

LETTERS = st.text("abcdeé -", min_size=1, max_size=6)


def order(query: str, *words: str) -> list[str]:
    ranks = {each: rank(query, each) for each in words}
    fitting = {each: fits.score for each, fits in ranks.items() if fits}
    return sorted(fitting, key=lambda each: -fitting[each])


class TestRank:
    def test_letters_must_come_in_order(self) -> None:
        assert rank("rlm", "Roll masks")
        assert rank("mr", "Roll masks") is None
        assert rank("rollx", "Roll masks") is None

    def test_starts_of_words_come_first(self) -> None:
        assert order("rm", "Forum", "Roll masks") == ["Roll masks", "Forum"]

    def test_letters_in_a_row_come_first(self) -> None:
        assert order("text", "To exit now, twice", "Larger text")[0] == "Larger text"

    def test_earlier_places_come_first(self) -> None:
        assert order("save", "Open or save", "Save session")[0] == "Save session"

    def test_parts_may_stand_in_any_order(self) -> None:
        fits = rank("mask roll", "Roll masks")
        assert fits
        assert sorted(fits.places) == [0, 1, 2, 3, 5, 6, 7, 8]

    def test_the_menu_counts_but_less(self) -> None:
        by_menu, by_words = rank("view", "Dark", "View"), rank("view", "Head view", "View")
        assert by_menu
        assert by_words
        assert by_menu.score < by_words.score
        assert not by_menu.places

    def test_an_empty_query_takes_all_alike(self) -> None:
        assert rank("", "Roll masks") == rank(" ", "Undo")

    @given(LETTERS, LETTERS)
    def test_it_fits_just_where_each_part_is_a_subsequence(self, query: str, words: str) -> None:
        def is_in(part: str) -> bool:
            rest = iter(words)
            return all(letter in rest for letter in part)

        fits = rank(query, words)
        assert (fits is not None) == all(is_in(part) for part in query.split())
        if fits is not None:
            assert {words[place] for place in fits.places} == set(query.replace(" ", ""))
