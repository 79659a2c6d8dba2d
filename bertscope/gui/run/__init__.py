"""The training session: its controls and its curves."""
