"""What the actor of lessons does to look at something, or in another way."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QTabBar

from bertscope.gui.lesson.lesson import Place
from bertscope.gui.state import Row, Vector
from tests.gui.lesson.actor_at_tokens import AtTokens
from tests.gui.lesson.actor_hands import LEFT, Hands


class AtViews:
    """Works the controls of the views."""

    def __init__(self, hands: Hands, tokens: AtTokens) -> None:
        self._hands, self._tokens, self._window = hands, tokens, hands.window

    def see(self, view: dict[str, Any]) -> None:
        """Bring each attribute of the view about that isn't so."""
        ways = self._ways(view)
        for name in view.keys() - ways.keys():
            raise LookupError(f"The actor has no way to see {name}")
        for name, act in ways.items():
            if name in view and getattr(self._window.session.view, name) != view[name]:
                act(view[name])

    def _ways(self, view: dict[str, Any]) -> dict[str, Callable[[Any], None]]:
        views, hands, tokens = self._window.views, self._hands, self._tokens
        attention, figure = views.attention_controls, views.figure_controls
        lines = {"lines": attention.lines, "matrix": attention.matrix}
        return {
            "stage": lambda stage: hands.click(figure.stages[stage]),
            "details": lambda _: hands.click(figure.details),
            "top_k": lambda count: hands.enter(views.prediction_controls.top_k, count),
            "asked": self._ask,
            "vector": self._look_closely,
            "layer": lambda layer: tokens.click_head(layer, view.get("heads", (0,))),
            "heads": lambda heads: tokens.click_head(self._layer(view), heads),
            "average": lambda _: hands.click(attention.mean),
            "specials": lambda _: hands.click(attention.specials),
            "form": lambda form: hands.click(lines[form]),
            "quarter": lambda quarter: hands.pick(attention.quarter, quarter),
            "link": lambda link: tokens.click_link(*link),
            "space": lambda space: hands.pick(views.map_controls.space, space),
            "projection": lambda way: hands.pick(views.map_controls.projection, way),
            "search": lambda words: hands.write(views.map_controls.search, words),
            "side": lambda side: hands.click(self._window.compare_bar.sides[side]),
        }

    def inspect(self, _: bool) -> None:
        """Look at some vector."""
        self._tokens.click_strip(Row.TOKEN, 1)

    def bring_forward(self, place: Place) -> None:
        """By its tab; many rolls have a button, and what has neither is in the menu View."""
        page, panel = self._window.page, self._window.page.panels.get(place.value)
        if place is Place.ROLLS:
            self._hands.click(self._window.views.mask_bar.rolls)
            return
        assert panel is not None, f"{place} is no panel"
        for bar in page.findChildren(QTabBar):
            for at in range(bar.count()):
                if bar.tabText(at) == panel.windowTitle() and bar.isVisible():
                    self._hands.bot.mouseClick(bar, LEFT, pos=bar.tabRect(at).center())
                    return
        panel.toggleViewAction().trigger()

    def _ask(self, asked: tuple[int, ...]) -> None:
        for position in asked:
            self._tokens.ask(position)

    def _layer(self, view: dict[str, Any]) -> int:
        return int(view.get("layer", self._window.session.view.layer))

    def _look_closely(self, vector: Vector) -> None:
        if vector.row is Row.HIDDEN:
            self._tokens.click_layer(vector.layer, vector.position)
        else:
            self._tokens.click_strip(vector.row, vector.position)
