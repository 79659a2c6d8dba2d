"""What a training session is made of: a plain value that window, command line and engine share."""

from enum import StrEnum

import msgspec

from bertscope.task import Task
from bertscope.text.masking import MaskRule

STORIES = "stories"
"""The built-in corpus: everyday stories of some six thousand words."""
LITTLE_STORIES = "little-stories"
"""Stories of some three hundred words, which a small model learns within a minute."""
BUILT_IN = {LITTLE_STORIES: "Little stories", STORIES: "Stories"}
"""The corpora that ship, with their names for people."""
STORY_COUNT = 10_000
SNAPSHOT_BYTES = 512 << 20
SHORT_CHANCE = 0.1
"""Chance that a document's pairs aim at a random shorter length, in BERT's own data."""

PRESETS = {
    "tiny": (2, 128),
    "mini": (4, 256),
    "small": (4, 512),
    "medium": (8, 512),
    "base": (12, 768),
}
"""Layers and width of the published BERT sizes; heads are width/64, the inner width 4 x it."""


class Optimizer(StrEnum):
    """How the weights are updated."""

    MUON = "muon"
    ADAMW = "adamw"


class Precision(StrEnum):
    """What the products of training are computed in; weights and their updates are fp32."""

    AUTO = "auto"
    FP32 = "fp32"
    BF16 = "bf16"


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """All choices of one training session; the same recipe gives the same run.

    Attributes
    ----------
    task
        What the model of `start` is fine-tuned for; None for pre-training. With a task, what
        speaks of the corpus, of masks and of the two losses is without meaning.
    preset
        A key of `PRESETS`: random weights of that size. Without meaning where `start` is set.
    start
        Folder of the model whose weights training starts from; empty for random weights.
    vocabulary
        Folder of the tokenizer. Without meaning where `start` is set.
    corpus
        One of `BUILT_IN`, or the path of a file or of a folder of files: .txt, .jsonl, .csv and
        .tsv, each also with .gz behind it, .parquet and .arrow.
    column
        The key or column that holds the text, in formats that have such.
    one_sentence_a_line
        Whether each line of the text is a sentence, and only blank lines end documents, as in
        BERT's own input; else sentences are found.
    stories
        How many of the built-in stories, where they are the corpus.
    decoys
        Share of the random next sentences that come from the same place of the same story told
        about other things, where the corpus is the stories; the others may be any sentence.
    short_pairs
        Chance that a document's pairs aim at a random shorter length.
    steps
        Optimizer steps after which the session stops by itself; the learning rate falls to zero
        there.
    batch_size
        Pairs a step.
    micro_batch
        Pairs a forward pass, so that the engine can answer in between; 0 lets the engine choose
        by the model's size.
    max_length
        Tokens a pair at the most, with [CLS] and [SEP].
    mask
        The masking rule.
    seed
        Of weights, pairs, masks and dropout.
    device
        "auto", "cpu", "cuda", "cuda:N" or "mps".
    precision
        "auto" is fp32, but bf16 on a GPU that has it.
    compiled
        Whether the layers are compiled by `torch.compile` before the first step. That takes up to
        a minute; a run with it rounds otherwise, and draws other dropout, than one without.
    optimizer, learning_rate, matrix_learning_rate, warmup_steps
        Muon takes `matrix_learning_rate` for the encoder's matrices and AdamW takes
        `learning_rate` for the rest, or for all. Linear warm-up, then linear decay.
    dropout
        Of hidden states and attention alike; a model to start from keeps its own.
    evaluate_every, held_out_pairs
        After how many steps the held-out losses are measured, and on how many pairs; of a task,
        on how many of its examples at the most.
    checkpoint_seconds
        A checkpoint is written this often.
    mlm_weight, nsp_weight
        What each loss counts for in the sum that is minimised; 0 leaves one out.
    snapshot_bytes
        What the weights of past steps may take on disk; 0 keeps none.
    """

    task: Task | None = None
    preset: str = "tiny"
    start: str = ""
    vocabulary: str = ""
    corpus: str = LITTLE_STORIES
    column: str = "text"
    one_sentence_a_line: bool = False
    stories: int = STORY_COUNT
    decoys: float = 0.0
    short_pairs: float = SHORT_CHANCE
    steps: int = 430
    batch_size: int = 64
    micro_batch: int = 0
    max_length: int = 64
    mask: MaskRule = MaskRule()
    seed: int = 0
    device: str = "auto"
    precision: Precision = Precision.AUTO
    compiled: bool = False
    optimizer: Optimizer = Optimizer.MUON
    learning_rate: float = 3e-3
    matrix_learning_rate: float = 2e-2
    warmup_steps: int = 30
    weight_decay: float = 0.01
    clip: float = 1.0
    dropout: float = 0.0
    evaluate_every: int = 25
    held_out_pairs: int = 256
    checkpoint_seconds: float = 20.0
    mlm_weight: float = 1.0
    nsp_weight: float = 1.0
    snapshot_bytes: int = SNAPSHOT_BYTES


LIVE = (
    "steps",
    "batch_size",
    "learning_rate",
    "matrix_learning_rate",
    "mask",
    "mlm_weight",
    "nsp_weight",
    "clip",
    "evaluate_every",
    "checkpoint_seconds",
    "snapshot_bytes",
)
"""The choices that act on a run that goes on, from its next step; all others need a new run."""
MOVABLE = ("micro_batch", "device", "precision", "compiled")
"""Those that a run may be taken up again with, beside the `LIVE` ones."""


def with_choices(recipe: Recipe, other: Recipe, names: tuple[str, ...]) -> Recipe:
    """The recipe, but with some choices of another one."""
    return msgspec.structs.replace(recipe, **{name: getattr(other, name) for name in names})
