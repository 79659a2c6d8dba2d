"""Opens the window: `python main.py [FILE]`."""

import sys

from bertscope.cli import window_main

if __name__ == "__main__":
    sys.exit(window_main())
