"""Colours in the text of a lesson: headings, blocks, keys and values."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from bertscope.gui.lesson.reading import FENCE, HEADING, OPENING, OWN, closing
from bertscope.gui.theme import Appearance, colour

WORDS, HEAD, TOML, NARRATED = 0, 1, 2, 3
"""What a line is part of; above them are kept how long the fence is and of what it is made."""
KEY = re.compile(r"\s*[\w.\"'-]+\s*(?==)")
STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'")
STRONG = re.compile(r"\*\*[^*]+\*\*|`[^`]+`|\$[^$]+\$")


class Highlighter(QSyntaxHighlighter):
    """Tells the parts of a lesson apart; a new theme colours them anew."""

    def __init__(self, document: QTextDocument, appearance: Appearance) -> None:
        super().__init__(document)
        self._appearance = appearance
        self._set_formats()
        appearance.changed.connect(self._recolour)

    def _set_formats(self) -> None:
        palette = self._appearance.theme.palette
        self._heading = _format(palette.segment_a_ink, bold=True)
        self._fence = _format(palette.position_ink, bold=True)
        self._key = _format(palette.segment_b_ink)
        self._string = _format(palette.token_ink)
        self._strong = _format(palette.text, bold=True)

    def _recolour(self) -> None:
        self._set_formats()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        state = max(self.previousBlockState(), WORDS)
        kind, fence = state & 3, _fence_of(state)
        if text.strip() == FENCE and kind in (WORDS, HEAD) and not fence:
            self._whole(text, self._fence)
            self.setCurrentBlockState(WORDS if kind == HEAD else HEAD)
        elif kind == HEAD:
            self._toml(text)
            self.setCurrentBlockState(HEAD)
        elif fence:
            self._in_block(text, kind, fence, state)
        else:
            self._in_words(text)

    def _in_block(self, text: str, kind: int, fence: str, state: int) -> None:
        is_end = bool(closing(fence).fullmatch(text))
        if is_end:
            self._whole(text, self._fence)
        elif kind == TOML:
            self._toml(text)
        self.setCurrentBlockState(WORDS if is_end else state)

    def _in_words(self, text: str) -> None:
        self.setCurrentBlockState(WORDS)
        if HEADING.match(text):
            self._whole(text, self._heading)
        elif opening := OPENING.match(text):
            self._whole(text, self._fence)
            is_toml = opening["kind"].lower() in OWN[:2]
            self.setCurrentBlockState(_state(TOML if is_toml else NARRATED, opening["fence"]))
        else:
            for found in STRONG.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), self._strong)

    def _toml(self, text: str) -> None:
        if found := KEY.match(text):
            self.setFormat(0, found.end(), self._key)
        for found in STRING.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), self._string)

    def _whole(self, text: str, form: QTextCharFormat) -> None:
        self.setFormat(0, len(text), form)


def _state(kind: int, fence: str) -> int:
    """What a line is part of, and its fence, in the one number that Qt keeps a line."""
    return kind | (4 if fence[0] == "~" else 0) | min(len(fence), 1 << 20) << 3


def _fence_of(state: int) -> str:
    return ("~" if state & 4 else "`") * (state >> 3)


def _format(ink: str, *, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(colour(ink))
    if bold:
        form.setFontWeight(QFont.Weight.DemiBold)
    return form
