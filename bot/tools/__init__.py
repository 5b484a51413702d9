"""Doing: the framework's tools, each of which keeps what people make with it."""
