"""Steps for workflows that people build in Slack; `amp manifest --steps` describes them."""
