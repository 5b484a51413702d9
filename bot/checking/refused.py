"""What Slack refuses: each word of its that Amp tells has a sentence in every language."""

from collections.abc import Iterator, Mapping

from bot.checking.catalog import Catalog
from bot.checking.translations import variants
from bot.slack.refusals import TOLD
from bot.violations import Violation

KEY = "error-slack-refused"


def check(catalogs: Mapping[str, Catalog]) -> Iterator[Violation]:
    for messages in catalogs.values():
        message = messages.get(KEY)
        if message is None or message.replaces:
            continue  # a company may say less
        said = variants(message)["code"] - {"other"}
        for code in sorted(TOLD - said):
            yield message.violation(f"`{KEY}` has no `[{code}]`, which bot/slack/refusals.py tells")
        for code in sorted(said - TOLD):
            yield message.violation(f"`{KEY}` has `[{code}]`, which is not in TOLD")
