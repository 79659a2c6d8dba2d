"""The masking rule: its numbers, its dice, and what many rolls give."""
