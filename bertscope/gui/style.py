"""The style sheet: how Qt's own controls look in a theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bertscope.places import resources

if TYPE_CHECKING:
    from bertscope.gui.theme import Theme

_LENGTH = re.compile(r"(\d+)dp")
PLAY, STEP = 46, 34
"""Design pixels of the round buttons of the transport."""


def style_sheet(theme: Theme) -> str:
    """The style sheet of a theme.

    Lengths are written in design pixels, ``8dp``, and become the window's here; a line that
    separates stays one pixel at every text size.
    """
    sheet = _STYLE.format(
        p=theme.palette,
        mono=theme.mono().family(),
        icons=(resources() / "icons").as_posix(),
        shade="dark" if theme.palette.is_dark else "light",
        round=theme.px(PLAY) // 2,
        small_round=theme.px(STEP) // 2,
    )
    return _LENGTH.sub(lambda length: f"{theme.px(int(length[1]))}px", sheet)


_PAGE = """
QMainWindow, QWidget#page, QScrollArea#page {{ background: {p.ground}; border: none; }}
QDialog, QMessageBox {{ background: {p.ground}; }}
QFrame#card {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 8dp; }}
QFrame#bar {{ background: {p.card}; border: none; border-bottom: 1px solid {p.line}; }}
QFrame#banner {{ background: {p.card}; border: 1px solid {p.error}; border-radius: 8dp; }}
QFrame#banner[calm="true"] {{ border-color: {p.edge}; }}
QLabel {{ background: transparent; }}
QLabel[role="muted"] {{ color: {p.muted}; font-size: 12dp; }}
QLabel[role="title"], QLabel[role="panel"] {{ font-weight: 600; }}
QLabel[role="heading"] {{ font-weight: 600; font-size: 18dp; }}
QLabel[role="title-page"] {{ font-weight: 600; font-size: 26dp; }}
QLabel[role="caption"] {{ font-size: 20dp; }}
QLabel[role="large"] {{ font-size: 16dp; }}
QLabel[role="mono"] {{ font-family: "{mono}"; }}
QLabel[role="step"] {{ font-family: "{mono}"; font-size: 22dp; }}
QLabel[role="key"] {{
    font-size: 14dp; font-weight: 500; background: {p.chip}; border: 1px solid {p.edge};
    border-radius: 4dp; padding: 1dp 6dp;
}}
QStatusBar {{ background: {p.card}; border-top: 1px solid {p.line}; color: {p.muted}; }}
QStatusBar::item {{ border: none; }}
QToolTip {{
    background: {p.card}; color: {p.text}; border: 1px solid {p.edge}; padding: 6dp;
}}
"""

# Header and body of a panel are two widgets that look like one card.
_PANELS = """
QFrame#panelHeader {{
    background: {p.card}; border: 1px solid {p.line}; border-bottom: none;
    border-top-left-radius: 8dp; border-top-right-radius: 8dp;
}}
QFrame#panelHeader[flat="true"] {{
    border: 1px solid {p.line}; border-right: none; border-top-right-radius: 0;
    border-bottom-left-radius: 8dp;
}}
QFrame#panelBody[flat="true"] {{
    border: 1px solid {p.line}; border-left: none; border-bottom-left-radius: 0;
    border-top-right-radius: 8dp;
}}
QFrame#panelBody {{
    background: {p.card}; border: 1px solid {p.line}; border-top: none;
    border-bottom-left-radius: 8dp; border-bottom-right-radius: 8dp;
}}
QDockWidget {{ background: {p.ground}; border: none; }}
QMainWindow::separator {{ background: transparent; width: 8dp; height: 8dp; }}
QMainWindow::separator:hover {{ background: {p.edge}; margin: 3dp; border-radius: 1dp; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:horizontal {{ width: 8dp; }}
QSplitter::handle:vertical {{ height: 8dp; }}
QSplitter::handle:hover {{ background: {p.edge}; }}
QTabBar {{ background: transparent; font-size: 12dp; }}
QTabBar::tab {{
    background: transparent; border: none; border-bottom: 2dp solid transparent;
    color: {p.muted}; padding: 3dp 8dp; margin: 2dp 2dp 0 2dp;
}}
QTabBar::tab:hover {{ color: {p.text}; background: {p.chip}; }}
QTabBar::tab:focus {{ background: {p.chip}; }}
QTabBar::tab:selected {{ color: {p.text}; border-bottom: 2dp solid {p.segment_a}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {p.line}; }}
QScrollBar {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:horizontal {{ height: 8dp; }}
QScrollBar:vertical {{ width: 8dp; }}
QScrollBar::handle {{
    background: {p.edge}; border-radius: 2dp; min-width: 26dp; min-height: 26dp; margin: 1dp;
}}
QScrollBar::handle:hover {{ background: {p.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""

_MENUS = """
QMenuBar {{ background: {p.card}; border: none; padding: 2dp 8dp; }}
QMenuBar::item {{ background: transparent; padding: 4dp 10dp; border-radius: 4dp; }}
QMenuBar::item:selected {{ background: {p.chip}; }}
QMenu {{ background: {p.card}; border: 1px solid {p.edge}; padding: 4dp; }}
QMenu::item {{ padding: 4dp 22dp; border-radius: 4dp; background: transparent; }}
QMenu::item:selected {{ background: {p.chip}; }}
QMenu::item:disabled {{ color: {p.muted}; }}
QMenu::item:disabled:selected {{ background: transparent; }}
QMenu::separator {{ height: 1px; background: {p.line}; margin: 4dp 8dp; }}
QMenu::indicator {{ width: 12dp; height: 12dp; left: 6dp; }}
QMenu::indicator:checked {{ image: url("{icons}/tick-{shade}.svg"); }}
QMenu::right-arrow {{ image: url("{icons}/chevron-right-{shade}.svg"); width: 12dp; height: 12dp; }}
"""

# A spin box styled with padding and NoButtons gives its text a width of 1 pixel (Qt 6.11), so the
# buttons are there, with no width.
_INPUTS = """
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit, QTextEdit {{
    background: {p.card}; border: 1px solid {p.edge}; border-radius: 4dp; padding: 3dp 6dp;
    selection-background-color: {p.segment_a}; selection-color: {p.card};
}}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus {{
    border: 2px solid {p.segment_a}; padding: 2dp 5dp;
}}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {{
    color: {p.muted}; background: {p.ground}; border-color: {p.line};
}}
QLineEdit {{ placeholder-text-color: {p.muted}; }}
QLineEdit#a, QLineEdit#b {{
    font-size: 16dp; padding: 6dp 10dp; border-top-left-radius: 0; border-bottom-left-radius: 0;
}}
QLineEdit#a {{ border-left: 4dp solid {p.segment_a}; }}
QLineEdit#b {{ border-left: 4dp solid {p.segment_b}; }}
QLineEdit#search {{ font-size: 16dp; padding: 8dp 10dp; }}
QLineEdit#a:focus, QLineEdit#b:focus {{ padding: 5dp 9dp 5dp 10dp; }}
QLineEdit#search:focus {{ padding: 7dp 9dp; }}
QSpinBox, QDoubleSpinBox {{ font-family: "{mono}"; }}
QAbstractSpinBox > QLineEdit, QComboBox > QLineEdit {{
    border: none; padding: 0; background: transparent; font-family: "{mono}";
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QComboBox::drop-down {{ border: none; width: 20dp; }}
QComboBox::down-arrow {{
    image: url("{icons}/chevron-{shade}.svg"); width: 12dp; height: 12dp;
}}
QListView {{
    background: {p.card}; border: 1px solid {p.line}; border-radius: 4dp; outline: none;
    selection-background-color: {p.chip}; selection-color: {p.text};
}}
QListView::item {{ padding: 3dp 6dp; }}
QListView::item:hover, QListView::item:selected {{ background: {p.chip}; color: {p.text}; }}
QTableView {{
    background: {p.card}; border: 1px solid {p.line}; border-radius: 4dp; outline: none;
    selection-background-color: {p.chip}; selection-color: {p.text};
}}
QTableView::item {{ padding: 2dp 8dp; border: none; }}
QTableView::item:selected {{ background: {p.chip}; color: {p.text}; }}
QHeaderView {{ background: {p.card}; border: none; }}
QHeaderView::section {{
    background: {p.card}; border: none; border-bottom: 1px solid {p.line}; color: {p.muted};
    padding: 4dp 8dp; font-size: 12dp;
}}
QComboBox QAbstractItemView {{
    background: {p.card}; border: 1px solid {p.edge}; selection-background-color: {p.chip};
    selection-color: {p.text}; outline: none;
}}
QSlider::groove:horizontal {{ height: 4dp; background: {p.line}; border-radius: 2dp; }}
QSlider::sub-page:horizontal {{ background: {p.muted}; border-radius: 2dp; }}
QSlider::handle:horizontal {{
    background: {p.muted}; width: 12dp; margin: -4dp 0; border-radius: 5dp;
}}
QSlider::handle:horizontal:hover {{ background: {p.text}; }}
QSlider::handle:horizontal:focus {{ background: {p.segment_a}; }}
QCheckBox, QRadioButton {{ spacing: 6dp; background: transparent; }}
QCheckBox:disabled, QRadioButton:disabled, QLabel:disabled {{ color: {p.muted}; }}
QCheckBox::indicator {{
    width: 14dp; height: 14dp; border: 1px solid {p.edge}; border-radius: 3dp;
    background: {p.card};
}}
QCheckBox::indicator:focus {{ border: 2px solid {p.segment_a}; }}
QCheckBox::indicator:checked {{
    background: {p.segment_a}; border-color: {p.segment_a};
    image: url("{icons}/check-{shade}.svg");
}}
QCheckBox::indicator:checked:focus {{ border-color: {p.text}; }}
QCheckBox::indicator:disabled {{ border-color: {p.line}; background: {p.ground}; }}
"""

# The borders of a button that has the focus are wider, so its padding is narrower by as much.
_BUTTONS = """
QPushButton, QToolButton {{
    background: {p.card}; border: 1px solid {p.line}; border-radius: 6dp; padding: 4dp 12dp;
}}
QPushButton:hover, QToolButton:hover {{ background: {p.chip}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {p.line}; }}
QPushButton:checked, QToolButton:checked {{
    background: {p.chip}; border: 1px solid {p.segment_a}; font-weight: 600;
}}
QPushButton[meaning="nsp"]:checked {{ border-color: {p.segment_b}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {p.muted}; background: {p.ground}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {p.segment_a}; padding: 3dp 11dp; }}
QFileDialog QToolButton, QFileDialog QToolButton:focus {{ padding: 2dp; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[role="header"] {{
    background: transparent; border: 1px solid transparent; border-radius: 4dp; padding: 0 3dp;
    color: {p.muted}; min-width: 14dp; min-height: 20dp; max-height: 20dp; font-size: 12dp;
}}
QToolButton[role="header"]:hover {{ background: {p.chip}; color: {p.text}; }}
QToolButton[role="header"]:checked {{
    background: {p.chip}; color: {p.text}; border-color: {p.segment_a};
}}
QToolButton[role="header"]:focus {{ border: 1px solid {p.segment_a}; }}
QToolButton[role="small"] {{
    background: {p.card}; border: 1px solid {p.line}; border-radius: 4dp; padding: 0 3dp;
    min-width: 14dp; min-height: 20dp; max-height: 20dp; font-size: 12dp;
}}
QToolButton[role="small"]:hover {{ background: {p.chip}; }}
QToolButton[role="small"]:checked {{
    background: {p.chip}; border-color: {p.segment_a}; font-weight: 400;
}}
QToolButton[role="small"]:disabled {{ color: {p.muted}; background: {p.ground}; }}
QToolButton[role="small"]:focus {{ border: 1px solid {p.segment_a}; }}
QPushButton[role="segment"] {{
    background: {p.card}; border: 1px solid {p.line}; border-radius: 0; padding: 2dp 8dp;
    font-size: 12dp; color: {p.muted}; margin-right: -1px;
}}
QPushButton[role="segment"][end="first"] {{
    border-top-left-radius: 5dp; border-bottom-left-radius: 5dp;
}}
QPushButton[role="segment"][end="last"] {{
    border-top-right-radius: 5dp; border-bottom-right-radius: 5dp; margin-right: 0;
}}
QPushButton[role="segment"]:hover {{ color: {p.text}; background: {p.chip}; }}
QPushButton[role="segment"]:checked {{
    background: {p.chip}; color: {p.text}; border: 1px solid {p.line};
    border-bottom: 2px solid {p.segment_a}; font-weight: 600;
}}
QPushButton[role="segment"]:focus {{ border: 1px solid {p.segment_a}; }}
QToolButton[role="switch"] {{ border-radius: 0; color: {p.muted}; margin-right: -1px; }}
QToolButton[role="switch"][end="first"] {{
    border-top-left-radius: 6dp; border-bottom-left-radius: 6dp;
}}
QToolButton[role="switch"][end="last"] {{
    border-top-right-radius: 6dp; border-bottom-right-radius: 6dp; margin-right: 0;
}}
QToolButton[role="switch"]:checked {{
    color: {p.text}; border: 1px solid {p.line}; border-bottom: 2px solid {p.segment_a};
    padding-bottom: 3dp;
}}
QToolButton[role="switch"]:focus {{ border: 2px solid {p.segment_a}; }}
QPushButton[role="link"] {{
    background: transparent; border: none; padding: 0 4dp; color: {p.segment_a_ink};
}}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: 1px solid {p.segment_a}; }}
QProgressBar {{
    background: {p.track}; border: none; border-radius: 2dp; max-height: 4dp; min-height: 4dp;
}}
QProgressBar::chunk {{ background: {p.token}; border-radius: 2dp; }}
"""

_OVERLAYS = """
QFrame#sheet {{ background: {p.card}; border: 1px solid {p.edge}; border-radius: 10dp; }}
QFrame#sheet QScrollArea, QWidget#sheetPage {{ background: transparent; border: none; }}
QFrame#sheet QListView {{ border: none; background: transparent; }}
"""

# What looks otherwise in one place only; a style sheet of its own there would have Qt polish all
# that is in it twice.
_PLACES = """
QToolButton#reset, QToolButton#play, QToolButton#step {{
    background: {p.card}; border-radius: {small_round}px; padding: 0;
}}
QToolButton#play {{ background: {p.text}; border-radius: {round}px; }}
QToolButton#reset[lit="true"] {{ background: {p.segment_a}; }}
QToolButton#reset:focus, QToolButton#play:focus, QToolButton#step:focus {{
    border: 2px solid {p.segment_a};
}}
QToolButton#reset:disabled, QToolButton#play:disabled, QToolButton#step:disabled {{
    background: {p.track};
}}
QPushButton#fold {{ text-align: left; }}
QWidget#recipe QAbstractSpinBox, QWidget#recipe QComboBox, QWidget#recipe QPushButton {{
    padding: 1dp 6dp;
}}
QWidget#recipe QAbstractSpinBox:focus, QWidget#recipe QComboBox:focus,
QWidget#recipe QPushButton:focus {{ padding: 0 5dp; }}
QWidget#recipe QLabel[role="after"] {{
    color: {p.segment_a_ink}; font-size: 12dp; padding-right: 8dp;
}}
QWidget#travel QToolButton {{ padding: 0; }}
QWidget#travel QLabel[role="mono"] {{ font-size: 12dp; }}
QWidget#travel QLabel[role="muted"] {{ font-size: 11dp; }}
QWidget#travel QLabel[past="true"] {{ color: {p.chosen_ink}; font-weight: 600; }}
QWidget#figureControls QToolButton {{
    padding: 1dp 6dp; font-size: 12dp; border-radius: 4dp; color: {p.muted};
}}
QWidget#figureControls QToolButton:checked {{
    background: {p.chip}; color: {p.text}; border: 1px solid {p.muted};
}}
QWidget#figureControls QToolButton:focus {{ border: 1px solid {p.segment_a}; }}
QWidget#attentionControls QPushButton {{ padding: 0 7dp; }}
QWidget#attentionControls QComboBox {{ padding: 0 5dp; }}
QPlainTextEdit#source {{ font-family: "{mono}"; font-size: 13dp; }}
QTextBrowser#narration {{ background: transparent; border: none; padding: 0; }}
QScrollArea#lessonPage {{ background: transparent; border: none; }}
QLabel[role="page-title"] {{ font-weight: 600; font-size: 20dp; }}
QPushButton#lessonTitle {{
    background: transparent; border: 1px solid transparent; color: {p.muted}; font-weight: 500;
    padding: 3dp 7dp; text-align: left;
}}
QPushButton#lessonTitle:hover {{ background: {p.chip}; color: {p.text}; }}
QPushButton#lessonTitle:focus {{ border: 1px solid {p.segment_a}; }}
QPushButton#lessonTitle::menu-indicator {{ image: none; width: 0; }}
QFrame#ask {{ border: 1px solid transparent; border-radius: 8dp; }}
QToolButton#about {{ padding: 0; }}
QFrame#tryIt {{ background: {p.chip}; border: none; border-radius: 6dp; }}
QFrame#ask[next="true"] {{ background: {p.chip}; border-color: {p.line}; }}
QPushButton[primary="true"] {{
    background: {p.segment_a}; border-color: {p.segment_a}; color: {p.card}; font-weight: 600;
}}
QPushButton[primary="true"]:hover {{
    background: {p.segment_a_ink}; border-color: {p.segment_a_ink};
}}
QPushButton[primary="true"]:focus {{ border-color: {p.text}; }}
"""

_STYLE = _PAGE + _PANELS + _MENUS + _INPUTS + _BUTTONS + _OVERLAYS + _PLACES
