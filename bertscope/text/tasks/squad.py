"""Questions on passages, in the .json files of SQuAD 1.1 and 2.0.

Sources: Rajpurkar et al., "SQuAD: 100,000+ questions for machine comprehension of text" (2016),
and "Know what you don't know: unanswerable questions for SQuAD" (2018), and the files themselves.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from bertscope.errors import TaskError
from bertscope.task import Kind
from bertscope.text.files import whole_text
from bertscope.text.tasks.drafts import LONGEST_TEXT, Draft, Part
from bertscope.text.tasks.examples import GoldAnswer
from bertscope.text.tasks.problems import Problems, quoted, reading

SUFFIX = ".json"
_LONGEST_FILE = 1 << 29
"""Characters; SQuAD's longest file has 42 million."""


class _Answer(msgspec.Struct):
    text: str
    answer_start: int


class _Question(msgspec.Struct):
    question: str
    id: str | int = ""
    answers: list[_Answer] | None = None
    is_impossible: bool = False


class _Paragraph(msgspec.Struct):
    context: str
    qas: list[msgspec.Raw]


class _Article(msgspec.Struct):
    paragraphs: list[msgspec.Raw]


class _File(msgspec.Struct):
    data: list[_Article]


def check_kind(file: Path, kind: Kind | None) -> None:
    """Refuse to take questions for sentences with labels.

    Raises
    ------
    TaskError
        If another kind is wanted.
    """
    if kind not in (None, Kind.QA):
        raise TaskError(
            f"{file} is for question answering, as all {SUFFIX} files: choose that kind, or a "
            f".tsv, .csv or .jsonl file for {kind}."
        )


def read_squad(file: Path, problems: Problems, *, labelled: bool) -> Part:
    """Read all questions of a file; those of one passage share its text.

    Parameters
    ----------
    labelled
        Whether a question of which no answers are told, not even that there are none, can't be
        used.

    Raises
    ------
    TaskError
        If it is no such file.
    """
    with reading():
        text = whole_text(file, _LONGEST_FILE)
    try:
        articles = msgspec.json.decode(text, type=_File).data
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise TaskError(
            f"{file} is no question answering data as SQuAD's: choose one that is, or a .tsv, "
            ".csv or .jsonl file."
        ) from error
    paragraphs = (raw for article in articles for raw in article.paragraphs)
    drafts: list[Draft] = []
    for number, raw in enumerate(paragraphs, 1):
        drafts.extend(_questions(file, number, raw, problems, labelled=labelled))
    return Part(file, drafts)


def _questions(
    file: Path, number: int, raw: msgspec.Raw, problems: Problems, *, labelled: bool
) -> Iterator[Draft]:
    try:
        paragraph = msgspec.json.decode(raw, type=_Paragraph)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        problems.add(file, f"passage {number:,}", "no text in 'context' or no list in 'qas'")
        return
    passage_problem = _passage_problem(paragraph.context)
    if passage_problem:
        problems.add(file, f"passage {number:,}", passage_problem)
        return
    for place, raw_question in enumerate(paragraph.qas, 1):
        try:
            question = msgspec.json.decode(raw_question, type=_Question)
        except (msgspec.MsgspecError, RecursionError, UnicodeError):
            where = f"passage {number:,}, question {place:,}"
            problems.add(file, where, "no question with an id and answers")
            continue
        drafted = _draft(question, paragraph.context, labelled=labelled)
        if isinstance(drafted, str):
            name = str(question.id) or f"{place:,} of passage {number:,}"
            problems.add(file, f"question {name}", drafted)
        else:
            yield drafted


def _passage_problem(passage: str) -> str:
    if not passage or passage.isspace():
        return "no passage"
    if len(passage) > LONGEST_TEXT:
        return f"{len(passage):,} characters, where {LONGEST_TEXT:,} are the most"
    return ""


def _draft(question: _Question, passage: str, *, labelled: bool) -> Draft | str:
    """The example, or what is wrong with the question."""
    name = str(question.id)
    if len(question.question) > LONGEST_TEXT:
        return f"longer than {LONGEST_TEXT:,} characters"
    if question.is_impossible:
        return Draft(question.question, passage, None, (), name)
    if question.answers is None:
        return "no answers" if labelled else Draft(question.question, passage, None, None, name)
    for answer in question.answers:
        if not _stands(answer, passage):
            return f"the answer {quoted(answer.text)} isn't in the passage at its answer_start"
    answers = tuple(GoldAnswer(answer.answer_start, answer.text) for answer in question.answers)
    return Draft(question.question, passage, None, answers, name)


def _stands(answer: _Answer, passage: str) -> bool:
    start = answer.answer_start
    return start >= 0 and answer.text != "" and passage.startswith(answer.text, start)
