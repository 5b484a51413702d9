"""A signed webhook on every digest, by the Standard Webhooks scheme (docs/webhook.md)."""
