"""Reading: readings, verdicts, trends, reviews, roll-ups. Pure functions."""
