"""The documentation: its pictures and its film, made by the app itself, and what holds of it."""
