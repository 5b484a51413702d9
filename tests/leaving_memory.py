"""Amp that leaves what was in freed memory where it was: `python -m tests.leaving_memory web`."""

import sys

from bot import memory
from bot.__main__ import main

if __name__ == "__main__":
    memory.overwrite_what_is_freed = lambda: False
    sys.exit(main(sys.argv[1:]))
