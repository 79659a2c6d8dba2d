"""The one invitation to the tour, on the first launch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bertscope.gui.language import marked, tr

if TYPE_CHECKING:
    from bertscope.gui.main_window import MainWindow

WORDS = marked("New here? The tour shows in seven stops how BERT learns, on this very window.")
ACCEPT, REFUSE = marked("Take the tour, two minutes"), marked("No, thanks")


def invite_once(window: MainWindow) -> None:
    """Invite to the tour, unless that was done on an earlier launch."""
    if not window.settings.invited:
        window.settings.invited = True
        window.settings.save()
        begin, refusal = lambda: window.tour.begin(), tr(REFUSE)
        window.banner.tell(tr(WORDS), tr(ACCEPT), begin, calm=True, refusal=refusal)
