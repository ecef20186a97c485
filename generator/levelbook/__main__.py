"""`python -m levelbook` is the command `levelbook`."""

import sys

from levelbook.commands.cli import main

if __name__ == "__main__":
    sys.exit(main())
