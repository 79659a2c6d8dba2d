"""`bertscope evaluate`: how good a model is, in numbers."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from rich.console import Console
from rich.progress import Progress

from bertscope.errors import BertscopeError
from bertscope.text.trials import read_cloze

if TYPE_CHECKING:
    from bertscope.engine.folder import LoadedModel


def run(
    loaded: "LoadedModel", cloze: Path | None, stories: int, *, as_json: bool, answers: bool
) -> int:
    """Measure the heads of pre-training and print; `answers` prints the words for each item too.

    Raises
    ------
    BertscopeError
        If the items can't be read, or there are fewer than two stories.
    """
    from bertscope.engine.evaluation import answer, evaluate

    if stories < 2:
        raise BertscopeError(f"--stories is {stories}: ask about 2 or more.")
    items = read_cloze(cloze)
    if loaded.new_heads:
        missing = " and no ".join(loaded.new_heads)
        sys.stderr.write(f"bertscope: note: the model has no {missing}: it guesses there.\n")
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Masked words", total=1.0)
        found = evaluate(
            loaded,
            items,
            stories,
            lambda what, share: bar.update(task, description=what, completed=share),
        )
    if as_json:
        content = msgspec.to_builtins(found)
        if answers:
            content["answers"] = [msgspec.to_builtins(each) for each in answer(loaded, items)]
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n")
        return 0
    words, cloze_score = found.masked_words, found.cloze
    lines = [
        f"masked words    loss {words.loss:.3f} (guessing {words.guessing:.3f}), "
        f"first {words.top_1:.1%}, among five {words.top_5:.1%}, of {words.positions:,}",
    ]
    for name, trial in (("next sentence", found.sentences), ("next part", found.parts)):
        lines.append(
            f"{name:<15} any other {trial.easy:.1%}, same kind of scene {trial.scene:.1%}, "
            f"same form {trial.content:.1%}, of {trial.pairs:,} (guessing 50 %)"
        )
    lines.append(
        f"cloze           first {cloze_score.top_1:.1%}, among five {cloze_score.top_5:.1%}, of "
        f"{cloze_score.items} ({cloze_score.unknown} whose words are no pieces count as wrong)"
    )
    if answers:
        for each in answer(loaded, items):
            guesses = ", ".join(
                f"{word} {share:.0%}"
                for word, share in zip(each.words, each.probabilities, strict=True)
            )
            mark = " " if each.rank is None else str(each.rank) if each.rank <= 5 else "-"
            lines.append(f"{mark} {each.item.a} / {each.item.b}: {guesses}")
    print("\n".join(lines))
    return 0
