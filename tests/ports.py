"""Ports for programs that have to be told theirs."""

import random
import socket

# Below those that systems hand out themselves (Linux from 32768 on, RFC 6335 from 49152 on): one of
# these would be given to somebody's connection before the program that is starting has taken it.
OURS = range(20_000, 32_000)


def free() -> int:
    """A port of this machine that nobody listens at."""
    while True:
        port = random.choice(OURS)
        try:
            with socket.create_server(("127.0.0.1", port)):
                return port
        except OSError:
            continue
