"""Hostile requests to every door of Amp's, and of the local Slack's: `make fuzz`."""
