"""All that is to be translated, found in the source; kept in Qt's own files.

``python -m bertscope.gui.language.catalogue`` brings ``resources/translations`` up to date: what is
new is there without a translation, what is gone is dropped, and what is finished is compiled. With
``--take LANGUAGE FILE`` it takes translations from a JSON object of English words to their own.
"""

import argparse
import ast
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import PySide6

import bertscope
from bertscope.gui.language import CONTEXT, said
from bertscope.gui.language.chosen import LANGUAGES, compiled, source
from bertscope.gui.language.phrases import may_be_seen, phrases
from bertscope.text.examples import read_examples

CALLS = {"tr": 1, "marked": 1, "plural": 2}
"""What is called with words, and how many of its arguments are such."""
VALUES = (
    ("bertscope.text.masking", "Action"),
    ("bertscope.text.masking", "Unit"),
    ("bertscope.task", "Metric"),
    ("bertscope.task", "Start"),
    ("bertscope.gui.state", "Form"),
    ("bertscope.gui.state", "Quarter"),
    ("bertscope.gui.state", "Space"),
    ("bertscope.gui.state", "Projection"),
    ("bertscope.gui.state", "Side"),
    ("bertscope.gui.state", "Weighing"),
    ("bertscope.gui.export", "Way"),
    ("bertscope.task", "Kind"),
    ("bertscope.run_folder", "Happening"),
    ("bertscope.text.tasks.baselines", "RULES"),
    ("bertscope.gui.film.travel_bar", "Subject"),
    ("bertscope.gui.run.goal_box", "Kind"),
    ("bertscope.gui.task.results_cells", "Outcome"),
    ("bertscope.wire.messages", "Loss"),
)
"""Enumerations, and a tuple, whose values are words that are shown."""
BUILT_IN = (
    ("bertscope.recipe", "BUILT_IN"),
    ("bertscope.task", "BUILT_IN_TASKS"),
)
"""Names for people of what ships."""

Catalogue = dict[str, dict[str, str]]
"""Translations by context and English words; empty where there is none yet."""


def found() -> Catalogue:
    """All words there are, without translations, in the order of the source."""
    package = Path(bertscope.__file__).parent
    window: dict[str, str] = {}
    sentences: dict[str, str] = {}
    for file in sorted(package.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        if package / "gui" in file.parents:
            window.update(dict.fromkeys(_words(tree), ""))
        elif may_be_seen(file.relative_to(package)):
            sentences.update(dict.fromkeys(phrases(tree), ""))
    for module, name in VALUES:
        values = {str(value): "" for value in getattr(import_module(module), name)}
        window.update(values)
        if not module.startswith("bertscope.gui."):  # The sentences of others name these too.
            sentences.update(values)
    for module, name in BUILT_IN:
        window.update(dict.fromkeys(getattr(import_module(module), name).values(), ""))
    for example in read_examples():
        window.update({example.title: "", example.look_for: ""})
    return {CONTEXT: window, said.CONTEXT: sentences}


def read(language: str) -> Catalogue:
    """The translations there are."""
    file = source(language)
    if not file.exists():
        return {}
    return {
        context.findtext("name") or "": {
            message.findtext("source") or "": message.findtext("translation") or ""
            for message in context.iter("message")
        }
        for context in ElementTree.parse(file).getroot().iter("context")
    }


def update(language: str, taken: dict[str, str]) -> int:
    """Bring a language's file up to date, with translations from elsewhere; so many are missing."""
    known = read(language)
    catalogue = found()
    for context, messages in catalogue.items():
        for words in messages:
            messages[words] = taken.get(words) or known.get(context, {}).get(words, "")
    _write(language, catalogue)
    lrelease = Path(PySide6.__file__).parent / "lrelease"
    files = [str(source(language)), "-qm", str(compiled(language))]
    subprocess.run([str(lrelease), "-silent", "-nounfinished", *files], check=True)
    return sum(not translation for each in catalogue.values() for translation in each.values())


def main(arguments: Sequence[str] | None = None) -> None:
    """Bring all languages up to date, and say what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--take", nargs=2, metavar=("LANGUAGE", "FILE"))
    wanted = parser.parse_args(arguments).take
    for language in LANGUAGES:
        if language == "en":
            continue
        is_taken = wanted is not None and wanted[0] == language
        taken = json.loads(Path(wanted[1]).read_text("utf-8")) if is_taken else {}
        missing = update(language, taken)
        sys.stdout.write(f"{LANGUAGES[language]}: {missing} not translated yet\n")


# --- Reading the source -------------------------------------------------------------------------


def _words(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for argument in node.args[: CALLS.get(node.func.id, 0)]:
                yield from _literals(argument)


def _literals(node: ast.expr) -> Iterator[str]:
    """The literal that a node is, or those that it chooses from."""
    match node:
        case ast.Constant(value=str(words)) if words:
            yield words
        case ast.IfExp(body=body, orelse=orelse):
            yield from _literals(body)
            yield from _literals(orelse)


# --- Writing Qt's files -------------------------------------------------------------------------


def _write(language: str, catalogue: Catalogue) -> None:
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name, messages in catalogue.items():
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = name
        for words, translation in messages.items():
            message = ElementTree.SubElement(context, "message")
            ElementTree.SubElement(message, "source").text = words
            state = {} if translation else {"type": "unfinished"}
            ElementTree.SubElement(message, "translation", state).text = translation
    ElementTree.indent(root)
    text = ElementTree.tostring(root, "unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    source(language).write_text(f"{head}{text}\n", "utf-8")


if __name__ == "__main__":
    main()
