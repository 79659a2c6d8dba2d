"""What is wrong with the text of a lesson, and where."""

from bertscope.errors import BertscopeError
from bertscope.gui.language import tr


class LessonError(BertscopeError):
    """A lesson that can't be read; its text names the line.

    Attributes
    ----------
    line
        Of the text, from 1.
    words
        What is wrong there and what to do, as it goes on behind the line.
    """

    def __init__(self, line: int, words: str) -> None:
        super().__init__(tr("Line {line}: {words}", line=line, words=words))
        self.line, self.words = line, words
