"""What there is in a local Slack, and its rules: nothing here sends anything."""
