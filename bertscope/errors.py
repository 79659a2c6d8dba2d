"""The errors a user can cause. Each one's text is a sentence that says what to do."""


class BertscopeError(Exception):
    """Bad input or a bad day of the machine, said in one sentence for the person at the screen."""


class TextError(BertscopeError):
    """A sentence, a vocabulary or a mask plan that can't be used."""


class CorpusError(BertscopeError):
    """A corpus that can't be read or is too small to train on."""


class TaskError(BertscopeError):
    """Labelled data that can't be read, or that nothing can be learned from."""


class ModelError(BertscopeError):
    """A model folder that isn't a BERT, is damaged, or doesn't fit what is asked of it."""


class RunError(BertscopeError):
    """A run folder that can't be written, read or continued."""


class PausedError(RunError):
    """A run can't be written now. Nothing of it is lost, and it can be gone on with once the
    disk or the folder is as it should be."""


class NotFiniteError(RunError):
    """A loss or a gradient that is no longer a number; the weights are those of the step before."""


class DeviceError(BertscopeError):
    """A device that isn't there or ran out of memory."""


class WireError(BertscopeError):
    """Bytes between window and engine that are not a frame of ours."""
