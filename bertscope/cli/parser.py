"""What can be typed behind `bertscope`."""

import argparse
import gc
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

import bertscope
from bertscope.cli.qt import qt_needed
from bertscope.errors import BertscopeError
from bertscope.hub import EXAMPLES
from bertscope.places import DEFAULT_MODEL, default_model, located, portable
from bertscope.recipe import BUILT_IN, PRESETS, STORIES, Optimizer, Precision, Recipe
from bertscope.text.masking import MaskRule, Unit

VERBS = ("probe", "pretrain", "evaluate", "export", "fetch", "demo", "info", "vocabulary")
DEFAULT = Recipe()
CORPUS_HELP = (
    "a .txt, .jsonl, .csv, .tsv (or .gz of these), .parquet or .arrow, a folder, or one that "
    f"ships: {' or '.join(BUILT_IN)}"
)
DECOYS_HELP = "share of random next sentences that differ from the right one in content alone"
COLUMN_HELP = f"key or column that holds the text; else {DEFAULT.column}"
START_HELP = f"a model to go on from, instead of a preset; {DEFAULT_MODEL} ships"
SNAPSHOTS_HELP = "room for the weights of past steps, such as 500MB or 2GB; 0 keeps none"
LINES_HELP = "each line is a sentence, a blank line ends a document"


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
    _add_evaluate(verbs)
    _add_export(verbs)
    _add_fetch(verbs)
    _add_demo(verbs)
    _add_info(verbs)
    _add_vocabulary(verbs)
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
        "--model", type=Path, metavar="FOLDER", help="a BERT folder; by default the one that ships"
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
    # What isn't typed is absent, so that a run gone on with changes only in what is typed.
    train = verbs.add_parser(
        "pretrain",
        argument_default=argparse.SUPPRESS,
        help="train a model on a corpus into a run folder",
        description=(
            "Train on masked LM and next sentence prediction. Ctrl+C stops cleanly and keeps all; "
            "--resume goes on from there. Under torchrun all its processes train one model."
        ),
    )
    add = train.add_argument
    add("--corpus", metavar="FILE|stories", help=CORPUS_HELP)
    add("--column", metavar="NAME", help=COLUMN_HELP)
    add("--one-sentence-a-line", action="store_true", help=LINES_HELP)
    add("--stories", type=int, metavar="N", help=f"how many stories; else {DEFAULT.stories}")
    add("--decoys", type=float, metavar="X", help=DECOYS_HELP)
    add("--short-pairs", type=float, metavar="X", help="share of documents cut into shorter pairs")
    add("--preset", choices=PRESETS, help="size of a model to begin with")
    add("--start", metavar="FOLDER", help=START_HELP)
    add("--vocabulary", metavar="FOLDER", help="tokenizer of a new model")
    add("--steps", type=int, metavar="N", help=f"where to stop; else {DEFAULT.steps}")
    add("--batch-size", type=int, metavar="N", help="pairs a step")
    add("--micro-batch", type=int, metavar="N", help="pairs a forward pass; 0: chosen")
    add("--max-length", type=int, metavar="N", help="tokens a pair")
    add("--learning-rate", type=float, metavar="X", help="AdamW's")
    add("--matrix-learning-rate", type=float, metavar="X", help="Muon's")
    add("--optimizer", choices=[o.value for o in Optimizer])
    add("--warmup-steps", type=int, metavar="N")
    add("--dropout", type=float, metavar="X")
    add("--mask-rate", type=float, metavar="X", help="share of tokens chosen")
    add("--mask-unit", choices=[u.value for u in Unit])
    add("--mlm-weight", type=float, metavar="X", help="what the masked LM loss counts for")
    add("--nsp-weight", type=float, metavar="X", help="what the next sentence loss counts for")
    add("--evaluate-every", type=int, metavar="N")
    add("--held-out-pairs", type=int, metavar="N")
    add("--snapshots", type=_bytes, dest="snapshot_bytes", metavar="SIZE", help=SNAPSHOTS_HELP)
    add("--seed", type=int, metavar="S")
    add("--device", help="auto, cpu, cuda, cuda:N or mps")
    add("--precision", choices=[p.value for p in Precision], help="of the products in training")
    add(
        "--resume",
        action="store_true",
        default=False,
        help="go on with the run in --out, by its own recipe but for what is typed beside it",
    )
    add(
        "--tensorboard",
        action="store_true",
        default=False,
        help="write TensorBoard's event files beside metrics.jsonl",
    )
    add("--out", required=True, type=Path, metavar="RUN", help="the run's folder")
    train.set_defaults(verb=_pretrain)


def _add_evaluate(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    evaluate = verbs.add_parser(
        "evaluate",
        help="how good a model is: masked words, next sentences, a cloze test",
        description=(
            "Ask a model about stories that no training reads: masked words; whether B follows A, "
            "where a false B is any sentence, one of the same kind of scene, or one of the same "
            "form about other things; and plain English sentences with a hidden word."
        ),
    )
    evaluate.add_argument("--model", type=Path, metavar="FOLDER", help="else the one that ships")
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


def recipe_of(arguments: argparse.Namespace, base: Recipe = DEFAULT) -> Recipe:
    """`base` with what the arguments of `pretrain` spell out.

    Raises
    ------
    BertscopeError
        If the corpus has no name.
    """
    typed: dict[str, Any] = vars(arguments)
    choices = {name: typed[name] for name in Recipe.__struct_fields__ if name in typed}
    for name in ("start", "vocabulary", "corpus"):
        if name in choices and not (name == "corpus" and choices[name] in BUILT_IN):
            choices[name] = _absolute(choices[name])
    if choices.get("corpus") == "":
        raise BertscopeError("--corpus is empty: name a text file, a folder, or stories.")
    if "precision" in choices:
        choices["precision"] = Precision(choices["precision"])
    if "optimizer" in choices:
        choices["optimizer"] = Optimizer(choices["optimizer"])
    mask = MaskRule(
        rate=typed.get("mask_rate", base.mask.rate),
        mask=base.mask.mask,
        random=base.mask.random,
        unit=Unit(typed.get("mask_unit", base.mask.unit)),
    )
    return msgspec.structs.replace(base, mask=mask, **choices)


def _absolute(path: str) -> str:
    """A path for any folder; models that ship keep the name by which any machine finds them."""
    return portable(located(path).resolve()) if path else ""


def _bytes(words: str) -> int:
    """A size such as 500MB, in powers of 1024; without a unit it is in bytes."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?) *([KMGT]?)i?B?", words.strip(), re.IGNORECASE)
    if match is None:
        raise argparse.ArgumentTypeError(f"{words!r} is no size: type one such as 500MB")
    return int(float(match[1]) * 1024 ** " KMGT".index(match[2].upper() or " "))


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
    from bertscope.cli.pretrain import run

    return run(
        partial(recipe_of, arguments),
        arguments.out.resolve(),
        resume=arguments.resume,
        tensorboard=arguments.tensorboard,
    )


def _evaluate(arguments: argparse.Namespace) -> int:
    from bertscope.cli.evaluate import run

    return run(
        arguments.model or default_model(),
        arguments.cloze,
        arguments.stories,
        as_json=arguments.json,
        answers=arguments.answers,
    )


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
