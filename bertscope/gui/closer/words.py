"""Names that several of the close views say."""

from bertscope.gui.language import tr


def layer_name(layer: int) -> str:
    """A row of the hidden states, from 0, which is the input."""
    return tr("layer {layer}", layer=layer) if layer else tr("input")


def dimension_words(dimension: int, values: str) -> str:
    """What stands at one dimension of a vector."""
    return tr("dimension {dimension}: {values}", dimension=dimension, values=values)


def measure_names() -> tuple[str, str, str]:
    """What the numbers of a `Summary` are called, in its order."""
    return tr("mean"), tr("std"), tr("norm")
