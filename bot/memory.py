"""Freed memory: what was in it is written over, so that nobody reads it from the process later."""

import sys

M_PERTURB = -6  # of glibc's malloc.h: which byte is written over whatever is freed
A_BYTE = 0x5A


def overwrite_what_is_freed() -> bool:
    """From now on, where the C library can: glibc's, so on most Linux. Says whether it does.

    It is what is too long for Python's own pools (512 bytes), and for the few pieces of each length
    up to 1,032 bytes that each thread keeps as they are for its next use, that would lie there for
    days: requests of Slack's, and boxes that a close has opened. What is shorter is used again in
    no time, or is, of answers, no more than a comment's words.
    """
    if sys.platform != "linux":
        return False
    try:
        import ctypes  # a Python that was built without libffi has none
    except ImportError:
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return bool(mallopt and mallopt(M_PERTURB, A_BYTE))
