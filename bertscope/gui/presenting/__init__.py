"""Presenting: the window before a class, its pages as a handout, and as pictures."""
