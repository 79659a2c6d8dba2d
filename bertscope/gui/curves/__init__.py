"""The curves of a run and of others laid over it, with marks and the time cursor."""
