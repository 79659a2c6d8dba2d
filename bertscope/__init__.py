"""A microscope for BERT's pre-training."""

__version__ = "0.1.0"
