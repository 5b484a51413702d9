"""Whom we ask, and when: workspace, team, member, lead, roster, rhythm."""
