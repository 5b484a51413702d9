"""The checklist: derived from the four steps, ticked by the tools and by a team's leads."""
