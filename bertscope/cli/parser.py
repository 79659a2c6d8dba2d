"""What can be typed behind `bertscope`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import bertscope
from bertscope.recipe import PRESETS, STORIES, Optimizer, Recipe
from bertscope.text.masking import MaskRule, Unit

VERBS = ("probe", "pretrain", "demo", "info", "vocabulary")
DEFAULT = Recipe()


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
    masks.add_argument("--roll", type=int, metavar="SEED", help="masks drawn by BERT's rule")
    probe.add_argument("--not-next", action="store_true", help="the label is: B doesn't follow A")
    probe.add_argument("--top-k", type=int, default=5, metavar="N", help="predictions a position")
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
        help="train a model on a corpus into a run folder",
        description=(
            "Train on masked LM and next sentence prediction. Ctrl+C stops cleanly and keeps all; "
            "--resume goes on from there."
        ),
    )
    add = train.add_argument
    add("--corpus", default=STORIES, metavar="FILE|stories", help="a .txt, a folder, or stories")
    add("--preset", choices=PRESETS, default=DEFAULT.preset, help="size of a model to begin with")
    add("--start", default="", metavar="FOLDER", help="a model to go on from, instead of a preset")
    add("--vocabulary", default="", metavar="FOLDER", help="tokenizer of a new model")
    add("--steps", type=int, default=DEFAULT.steps, metavar="N")
    add("--batch-size", type=int, default=DEFAULT.batch_size, metavar="N", help="pairs a step")
    add("--micro-batch", type=int, default=0, metavar="N", help="pairs a forward pass; 0: chosen")
    add("--max-length", type=int, default=DEFAULT.max_length, metavar="N", help="tokens a pair")
    add("--learning-rate", type=float, default=DEFAULT.learning_rate, metavar="X", help="AdamW's")
    add(
        "--matrix-learning-rate",
        type=float,
        default=DEFAULT.matrix_learning_rate,
        metavar="X",
        help="Muon's",
    )
    add("--optimizer", choices=[o.value for o in Optimizer], default=DEFAULT.optimizer.value)
    add("--warmup-steps", type=int, default=DEFAULT.warmup_steps, metavar="N")
    add("--dropout", type=float, default=DEFAULT.dropout, metavar="X")
    add("--mask-rate", type=float, default=0.15, metavar="X", help="share of tokens chosen")
    add("--mask-unit", choices=[u.value for u in Unit], default=Unit.TOKEN.value)
    add("--evaluate-every", type=int, default=DEFAULT.evaluate_every, metavar="N")
    add("--held-out-pairs", type=int, default=DEFAULT.held_out_pairs, metavar="N")
    add("--seed", type=int, default=DEFAULT.seed, metavar="S")
    add("--device", default=DEFAULT.device, help="auto, cpu, cuda, cuda:N or mps")
    add("--resume", action="store_true", help="go on with the run in --out, by its own recipe")
    add("--out", required=True, type=Path, metavar="RUN", help="the run's folder")
    train.set_defaults(verb=_pretrain)


def _add_demo(verbs: "Verbs[argparse.ArgumentParser]") -> None:
    demo = verbs.add_parser(
        "demo",
        help="the main job without a screen: pictures before and after a minute of training",
        description="Type the pair, roll masks and train in a window that needs no screen.",
    )
    demo.add_argument("--out", required=True, type=Path, metavar="FOLDER")
    demo.add_argument("--steps", type=int, default=DEFAULT.steps, metavar="N")
    demo.add_argument("--seed", type=int, default=DEFAULT.seed, metavar="S")
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
    vocabulary.add_argument("--corpus", default=STORIES, metavar="FILE|stories")
    vocabulary.add_argument(
        "--size", type=int, default=8192, metavar="N", help="pieces at the most"
    )
    vocabulary.add_argument("--seed", type=int, default=0, metavar="S", help="of the stories")
    vocabulary.add_argument("--out", required=True, type=Path, metavar="FOLDER")
    vocabulary.set_defaults(verb=_vocabulary)


def recipe_of(arguments: argparse.Namespace) -> Recipe:
    """The recipe that the arguments of `pretrain` spell out."""
    return Recipe(
        preset=arguments.preset,
        start=_absolute(arguments.start),
        vocabulary=_absolute(arguments.vocabulary),
        corpus=arguments.corpus if arguments.corpus == STORIES else _absolute(arguments.corpus),
        steps=arguments.steps,
        batch_size=arguments.batch_size,
        micro_batch=arguments.micro_batch,
        max_length=arguments.max_length,
        mask=MaskRule(rate=arguments.mask_rate, unit=Unit(arguments.mask_unit)),
        seed=arguments.seed,
        device=arguments.device,
        optimizer=Optimizer(arguments.optimizer),
        learning_rate=arguments.learning_rate,
        matrix_learning_rate=arguments.matrix_learning_rate,
        warmup_steps=arguments.warmup_steps,
        dropout=arguments.dropout,
        evaluate_every=arguments.evaluate_every,
        held_out_pairs=arguments.held_out_pairs,
    )


def _absolute(path: str) -> str:
    return str(Path(path).resolve()) if path else ""


def _window(arguments: argparse.Namespace) -> int:
    from bertscope.gui.app import run

    return run(arguments.path)


def _probe(arguments: argparse.Namespace) -> int:
    from bertscope.cli.probe import run

    return run(arguments)


def _pretrain(arguments: argparse.Namespace) -> int:
    from bertscope.cli.pretrain import run

    recipe = None if arguments.resume else recipe_of(arguments)
    return run(recipe, arguments.out.resolve(), resume=arguments.resume)


def _demo(arguments: argparse.Namespace) -> int:
    from bertscope.gui.demo import run

    return run(arguments.out, arguments.steps, arguments.seed, arguments.size, dark=arguments.dark)


def _info(arguments: argparse.Namespace) -> int:
    from bertscope.cli.info import run

    return run(as_json=arguments.json)


def _vocabulary(arguments: argparse.Namespace) -> int:
    from bertscope.text.corpus import load_documents
    from bertscope.text.vocabulary import write_vocabulary

    documents = load_documents(arguments.corpus, arguments.seed).documents
    sentences = [sentence for document in documents for sentence in document]
    arguments.out.mkdir(parents=True, exist_ok=True)
    digest = write_vocabulary(arguments.out, sentences, arguments.size)
    sys.stdout.write(f"vocab.txt in {arguments.out}, sha256 {digest}\n")
    return 0
