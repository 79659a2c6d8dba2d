"""The messages between window and engine, their frames, and the engine's serving loop."""
