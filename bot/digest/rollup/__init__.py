"""The whole company once a month: drives by team, in a channel of its choice."""
