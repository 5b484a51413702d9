"""A custom question: one statement of the team's own, asked beside Amp's for some rounds."""
