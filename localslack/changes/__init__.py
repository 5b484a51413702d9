"""The ways in which the world changes, so that pages and bots hear of it."""
