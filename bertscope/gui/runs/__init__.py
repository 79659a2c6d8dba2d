"""The list of runs: what was trained, and what can be done with it."""
