"""A local Slack: server, rules and web page. Imports no other room."""
