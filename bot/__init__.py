"""Amp: autonomy, mastery and purpose for a team in Slack."""
