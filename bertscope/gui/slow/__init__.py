"""Slow motion: one training step played as a story, with the real numbers of that step."""
