"""Trends: how a team stood over its last 4, 12 or 52 rounds."""
