"""What to tell of errors that nobody expected."""

import errno
import sys
import traceback

from bertscope.errors import BertscopeError


def sentence_of(error: Exception) -> str:
    """The error's own sentence; one that has none gets one, and the rest goes to the log."""
    if isinstance(error, BertscopeError):
        return str(error)
    traceback.print_exception(error)
    sys.stderr.flush()
    if is_out_of_memory(error):
        return (
            "There is not enough memory for this: shorten a sentence or choose a smaller model, "
            "and for training set fewer pairs a micro-batch."
        )
    if is_device_lost(error):
        return (
            f"The device no longer answers ({_first_line(error)}): go on from the last checkpoint, "
            "and if it happens again, train on another device or start the computer anew."
        )
    return (
        f"The engine came upon something unexpected ({type(error).__name__}): see Help › Engine "
        "log, and try again."
    )


def is_out_of_memory(error: Exception) -> bool:
    """Whether memory ran out, of the machine or of a device."""
    import torch

    from bertscope.engine.devices import memory_error
    from bertscope.errors import DeviceError

    if isinstance(error, RuntimeError):
        return memory_error(error, torch.device("cpu")) is not None
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    return isinstance(error, MemoryError | DeviceError)


def is_device_lost(error: Exception) -> bool:
    """Whether a GPU failed, which then computes no more for this process."""
    import torch

    return isinstance(error, torch.AcceleratorError)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(".")
