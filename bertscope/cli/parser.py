"""What can be typed behind `bertscope`."""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import bertscope
from bertscope.cli.lesson_export import add_export
from bertscope.cli.qt import qt_needed
from bertscope.cli.recipes import (
    COLUMN_HELP,
    CORPUS_HELP,
    DEFAULT,
    LINES_HELP,
    add_columns,
    add_fine_tuning,
    add_pretraining,
    fine_tuning_of,
    recipe_of,
    task_of,
)
from bertscope.errors import BertscopeError
from bertscope.hub import EXAMPLES
from bertscope.places import DEFAULT_MODEL
from bertscope.recipe import STORIES, Recipe

VERBS = (
    "probe",
    "pretrain",
    "finetune",
    "evaluate",
    "predict",
    "export",
    "fetch",
    "demo",
    "info",
    "vocabulary",
    "lesson",
)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments with the function to call as `verb`; without a verb the window is meant."""
    if not arguments or (arguments[0] not in VERBS and not arguments[0].startswith("-")):
        return _window_parser().parse_args(arguments)
    return _parser().parse_args(arguments)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bertscope", description=bertscope.__doc__)
    parser.add_argument("path", nargs="?", type=Path)
    parser.set_defaults(verb=_window)
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bertscope",
        description=bertscope.__doc__,
        epilog=(
            "Without a verb the window opens: `bertscope`, or `bertscope PATH` on a session file, "
            "a model folder or a run folder. `bertscope VERB --help` tells more of a verb."
        ),
    )
    parser.add_argument("--version", action="version", version=f"bertscope {bertscope.__version__}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    _add_probe(verbs)
    _add_pretrain(verbs)
    _add_finetune(verbs)
    _add_evaluate(verbs)
    _add_predict(verbs)
    _add_export(verbs)
    _add_fetch(verbs)
    _add_demo(verbs)
    _add_info(verbs)
    _add_vocabulary(verbs)
    _add_lesson(verbs)
    return parser


Verbs = argparse._SubParsersAction  # the type of add_subparsers has no public name


def _add_probe(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    probe = verbs.add_parser(
        "probe",
        help="look once at a model with a pair and write what is seen",
        description="Look once at a model with a pair of sentences and a mask plan.",
    )
    probe.add_argument("--a", required=True, metavar="TEXT", help="the first sentence")
    probe.add_argument("--b", default="", metavar="TEXT", help="the second one; may be left out")
    probe.add_argument(
        "--model", metavar="FOLDER|RUN", help="of a BERT; by default the one that ships"
    )
    masks = probe.add_mutually_exclusive_group()
    masks.add_argument("--mask", default="", metavar="2,8", help="positions that become [MASK]")
    masks.add_argument("--roll", type=_count, metavar="SEED", help="masks drawn by BERT's rule")
    probe.add_argument("--not-next", action="store_true", help="the label is: B doesn't follow A")
    probe.add_argument("--top-k", type=_count, default=5, metavar="N", help="guesses a place")
    probe.add_argument("--dark", action="store_true", help="the dark colours, for pictures")
    probe.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FILE",
        help=".json (numbers), .npz (all arrays), .png or .svg (the figure)",
    )
    probe.set_defaults(verb=_probe)


def _add_pretrain(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    train = verbs.add_parser(
        "pretrain",
        argument_default=argparse.SUPPRESS,
        help="train a model on a corpus into a run folder",
        description=(
            "Train on masked LM and next sentence prediction. Ctrl+C stops cleanly and keeps all; "
            "--resume goes on from there. Under torchrun all its processes train one model."
        ),
    )
    add_pretraining(train)
    train.set_defaults(verb=_pretrain)


def _add_finetune(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    train = verbs.add_parser(
        "finetune",
        argument_default=argparse.SUPPRESS,
        help="train a pre-trained model on labelled data into a run folder",
        description=(
            "Train all of a pre-trained model, with a new head, on labelled sentences, pairs, or "
            "questions with passages. Ctrl+C stops cleanly and keeps all; --resume goes on from "
            "there. Under torchrun all its processes train one model."
        ),
    )
    add_fine_tuning(train)
    train.set_defaults(verb=_finetune)


def _add_predict(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    predict = verbs.add_parser(
        "predict",
        help="what a fine-tuned model answers, for each row of a file",
        description=(
            "Answer a file of sentences, pairs, or questions with passages: a row for each, with "
            "the answer and its probability."
        ),
    )
    predict.add_argument(
        "--model", required=True, metavar="FOLDER|RUN", help="one that was fine-tuned"
    )
    predict.add_argument(
        "--in",
        dest="source",
        type=Path,
        required=True,
        metavar="FILE",
        help="a .tsv, .csv or .jsonl with or without labels, which aren't read, or SQuAD's .json",
    )
    add_columns(predict)
    predict.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=".tsv, .csv or .jsonl"
    )
    predict.set_defaults(verb=_predict)


def _add_evaluate(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    evaluate = verbs.add_parser(
        "evaluate",
        help="how good a model is: masked words, next sentences, a cloze test, or its own task",
        description=(
            "Ask a model about stories that no training reads: masked words; whether B follows A, "
            "where a false B is any sentence, one of the same kind of scene, or one of the same "
            "form about other things; and plain English sentences with a hidden word. A fine-tuned "
            "model is asked about labelled data that it was not trained on, by the task's metrics."
        ),
    )
    evaluate.add_argument("--model", metavar="FOLDER|RUN", help="else the one that ships")
    evaluate.add_argument(
        "--task", metavar="NAME|FILE", help="labelled data, of a fine-tuned one; else its run's own"
    )
    evaluate.add_argument(
        "--split", choices=("dev", "test"), help="of the labelled data; else test where it has one"
    )
    add_columns(evaluate)
    evaluate.add_argument("--cloze", type=Path, metavar="FILE", help="items of your own (.tsv)")
    evaluate.add_argument("--stories", type=int, default=1000, metavar="N", help="to ask about")
    evaluate.add_argument("--answers", action="store_true", help="the words for each cloze item")
    evaluate.add_argument("--json", action="store_true", help="for programs")
    evaluate.set_defaults(verb=_evaluate)


def _add_export(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    export = verbs.add_parser(
        "export",
        help="a model as a folder of its own, which transformers opens too",
        description="Write a model, or that of a run's last saved step, to a new folder.",
    )
    export.add_argument("--model", type=Path, required=True, metavar="FOLDER|RUN")
    export.add_argument("--precision", choices=("fp32", "fp16", "bf16"), default="fp32")
    export.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    export.set_defaults(verb=_export)


def _add_fetch(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    fetch = verbs.add_parser(
        "fetch",
        help="a BERT from the Hub by its name, into the Hub's own cache",
        description=(
            "Load a BERT from the Hub, by the package huggingface_hub into that package's own "
            "cache, and print its folder. HF_HOME, HF_ENDPOINT and HF_HUB_OFFLINE count."
        ),
    )
    fetch.add_argument("name", metavar="NAME", help=f"such as {EXAMPLES[0]}, or its address")
    fetch.add_argument("--revision", metavar="R", help="a branch, a tag or a commit; else main")
    fetch.add_argument("--size", action="store_true", help="tell the files, and load none")
    fetch.add_argument("--json", action="store_true", help="for programs, a line an event")
    fetch.set_defaults(verb=_fetch)


def _add_demo(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    demo = verbs.add_parser(
        "demo",
        help="the main job without a screen: pictures before and after a minute of training",
        description="Type the pair, roll masks and train in a window that needs no screen.",
    )
    demo.add_argument("--out", required=True, type=Path, metavar="FOLDER")
    demo.add_argument("--steps", type=int, default=DEFAULT.steps, metavar="N")
    demo.add_argument("--seed", type=_count, default=DEFAULT.seed, metavar="S")
    demo.add_argument("--dark", action="store_true", help="the dark colours")
    demo.add_argument("--size", default="1440x900", metavar="WxH", help="of the window")
    demo.set_defaults(verb=_demo)


def _add_info(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    info = verbs.add_parser("info", help="versions, devices, Qt platform, where things lie")
    info.add_argument("--json", action="store_true", help="for programs")
    info.set_defaults(verb=_info)


def _add_vocabulary(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    vocabulary = verbs.add_parser(
        "vocabulary",
        help="make a WordPiece vocabulary from a corpus",
        description="Make a WordPiece vocabulary; the same corpus and size give the same one.",
    )
    vocabulary.add_argument("--corpus", default=STORIES, metavar="FILE|stories", help=CORPUS_HELP)
    vocabulary.add_argument("--column", default=DEFAULT.column, metavar="NAME", help=COLUMN_HELP)
    vocabulary.add_argument("--one-sentence-a-line", action="store_true", help=LINES_HELP)
    vocabulary.add_argument(
        "--size", type=int, default=8192, metavar="N", help="pieces at the most"
    )
    vocabulary.add_argument(
        "--stories", type=int, default=DEFAULT.stories, metavar="N", help="how many stories"
    )
    vocabulary.add_argument("--seed", type=_count, default=0, metavar="S", help="of the stories")
    vocabulary.add_argument("--out", required=True, type=Path, metavar="FOLDER")
    vocabulary.set_defaults(verb=_vocabulary)


def _add_lesson(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    lesson = verbs.add_parser(
        "lesson",
        help="check lessons that you write, list those there are, or hand one out",
        description="Check the files of lessons, list what there is, or hand a lesson out.",
    )
    ways = lesson.add_subparsers(title="ways", metavar="check|list|export", required=True)
    check = ways.add_parser(
        "check",
        help="say what is wrong in a lesson, with its line",
        description="Read lessons and say what is wrong, with the line; the exit code is 1 then.",
    )
    check.add_argument("paths", nargs="+", type=Path, metavar="FILE", help="of a lesson (.md)")
    check.set_defaults(verb=_check_lessons)
    every = ways.add_parser("list", help="the lessons that ship, and your own")
    every.set_defaults(verb=_list_lessons)
    add_export(ways)


def _count(word: str) -> int:
    number = int(word)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{number} is below 0")
    return number


def _window(arguments: argparse.Namespace) -> int:
    path: Path | None = arguments.path
    if path is not None and not path.exists():
        raise BertscopeError(
            f"{path} is neither a file or folder nor one of the verbs {', '.join(VERBS)}: check "
            "the name, or see `bertscope --help`."
        )
    # While the program is loaded there is nothing to collect, and looking takes time; `run` begins.
    gc.disable()
    try:
        with qt_needed():
            from bertscope.gui.app import run
        return run(path)
    finally:
        gc.enable()


def _probe(arguments: argparse.Namespace) -> int:
    from bertscope.cli.probe import run

    return run(arguments)


def _pretrain(arguments: argparse.Namespace) -> int:
    return _train(arguments, partial(recipe_of, arguments))


def _finetune(arguments: argparse.Namespace) -> int:
    return _train(arguments, partial(fine_tuning_of, arguments))


def _train(arguments: argparse.Namespace, choose: Callable[[Recipe | None], Recipe]) -> int:
    from bertscope.cli.training import run

    return run(
        choose,
        arguments.out.resolve(),
        resume=arguments.resume,
        tensorboard=arguments.tensorboard,
    )


def _evaluate(arguments: argparse.Namespace) -> int:
    from bertscope.cli.answers import evaluate_task
    from bertscope.cli.evaluate import run
    from bertscope.engine.snapshot_files import load_named

    model: str = arguments.model or DEFAULT_MODEL
    loaded = load_named(model)
    if arguments.task or loaded.kind is not None:
        if arguments.cloze or arguments.answers:
            raise BertscopeError(
                "--cloze and --answers ask for masked words, and this is about labelled data: "
                "leave them out."
            )
        task = task_of(arguments)
        return evaluate_task(loaded, model, task, arguments.split, as_json=arguments.json)
    return run(
        loaded,
        arguments.cloze,
        arguments.stories,
        as_json=arguments.json,
        answers=arguments.answers,
    )


def _predict(arguments: argparse.Namespace) -> int:
    from bertscope.cli.answers import predict

    return predict(arguments.model, arguments.source, task_of(arguments), arguments.out)


def _export(arguments: argparse.Namespace) -> int:
    from bertscope.cli.export import run

    return run(arguments.model, arguments.out, arguments.precision)


def _fetch(arguments: argparse.Namespace) -> int:
    from bertscope.cli.fetch import run

    return run(arguments.name, arguments.revision, size_only=arguments.size, as_json=arguments.json)


def _demo(arguments: argparse.Namespace) -> int:
    with qt_needed():
        from bertscope.gui.demo import run
    return run(arguments.out, arguments.steps, arguments.seed, arguments.size, dark=arguments.dark)


def _info(arguments: argparse.Namespace) -> int:
    from bertscope.cli.info import run

    return run(as_json=arguments.json)


def _vocabulary(arguments: argparse.Namespace) -> int:
    from bertscope.text.corpus import read_sentences
    from bertscope.text.vocabulary import write_vocabulary

    sentences = read_sentences(
        arguments.corpus,
        arguments.seed,
        stories=arguments.stories,
        column=arguments.column,
        one_sentence_a_line=arguments.one_sentence_a_line,
    )
    digest = write_vocabulary(arguments.out, sentences, arguments.size)
    sys.stdout.write(f"vocab.txt in {arguments.out}, sha256 {digest}\n")
    return 0


def _check_lessons(arguments: argparse.Namespace) -> int:
    from bertscope.cli.lessons import check

    return check(arguments.paths)


def _list_lessons(_: argparse.Namespace) -> int:
    from bertscope.cli.lessons import list_all

    return list_all()
