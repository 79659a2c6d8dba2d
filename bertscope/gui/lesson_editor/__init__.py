"""The window in which lessons are written: pages, text, and how a page will look."""
