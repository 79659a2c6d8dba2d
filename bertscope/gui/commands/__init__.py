"""All that can be done, and the ways to find it."""
