"""What Slack tells of channels and people."""
