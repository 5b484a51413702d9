"""Memory: what was in freed one is written over, so that nobody reads it from the process later."""

import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def unread_certificates() -> Iterator[None]:
    """Meanwhile who checks no certificate reads none of the machine's, which takes 20 ms and 1 MB.

    aiohttp makes two contexts where it is imported, one of which verifies nothing.
    """
    read = ssl.SSLContext.set_default_verify_paths

    def if_checked(context: ssl.SSLContext) -> None:
        if context.verify_mode is not ssl.CERT_NONE:
            read(context)

    ssl.SSLContext.set_default_verify_paths = if_checked  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        del ssl.SSLContext.set_default_verify_paths  # it is the C library's that was inherited
