"""`python -m bertscope` is the command line."""

import sys

from bertscope.cli import main

if __name__ == "__main__":
    sys.exit(main())
