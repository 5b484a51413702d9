"""`/amp workspace`: what Slack's own admins decide."""
