"""A voice: one line with the form, told without a name, and an answer that finds its writer."""
