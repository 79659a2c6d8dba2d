"""Travelling through the kept steps of a run, and the film of them."""
