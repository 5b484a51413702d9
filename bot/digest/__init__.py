"""Telling: the summary of a round, and the ways it is shown."""
