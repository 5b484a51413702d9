"""The rows, a module each."""
