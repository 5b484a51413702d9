"""A message to a channel that did not arrive: who is told, and how it is posted again."""
