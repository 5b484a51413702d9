"""The form of a team."""
