"""The checklist: derived from the four steps, ticked by a team's leads."""
