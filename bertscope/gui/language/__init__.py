"""The words of the window, by Qt's translation: their English is their name.

`tr` gives words in the language in use, and is called when they are shown. A constant that is made
before that is `marked`, and goes through `tr` where it is shown. What is there to be translated is
found by `bertscope.gui.language.catalogue`, which reads the calls.
"""

from PySide6.QtCore import QCoreApplication

CONTEXT = "window"


def tr(words: str, /, **values: object) -> str:
    """Words in the language in use.

    Parameters
    ----------
    words
        In English; ``{name}`` in them is where a value stands, with a format as `str.format` has:
        ``{share:.0f} %``.
    values
        By their names in the words; without any, the words are taken as they are.
    """
    translated = QCoreApplication.translate(CONTEXT, words)
    return translated.format_map(values) if values else translated


def plural(one: str, many: str, count: int, /, **values: object) -> str:
    """Words for one or for several in the language in use; both may name the ``{count}``."""
    return tr(one if count == 1 else many, count=count, **values)


def marked(words: str) -> str:
    """Words to be translated where they are shown, in English until then."""
    return words
