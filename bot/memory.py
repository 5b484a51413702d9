"""Freed memory: what was in it is written over, so that nobody reads it from the process later."""

import ctypes
import sys

M_PERTURB = -6  # of glibc's malloc.h: which byte is written over whatever is freed
A_BYTE = 0x5A


def overwrite_what_is_freed() -> bool:
    """From now on, where the C library can: glibc's, so on most Linux. Says whether it does.

    It is what is too long for Python's own pools, above 512 bytes, that would lie there for days:
    requests of Slack's, and boxes that a close has opened. The pools are used again in no time.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    return bool(mallopt and mallopt(M_PERTURB, A_BYTE))
