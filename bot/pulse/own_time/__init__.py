"""Somebody's own time: a question put off, and the day and hour they would rather be asked."""
