"""What leads see of their team's webhook: its form, its secret once, its trouble."""

from bot.digest.models import Webhook, WebhookCall
from bot.digest.webhook.addresses import LONGEST
from bot.digest.webhook.calls import Call
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team

ABOUT = (
    "With every digest I can send the same numbers as JSON to a program of yours, signed so that "
    "it can tell they come from me. Never more than the digest shows."
)


def form(team: Team, webhook: Webhook | None, last: WebhookCall | None) -> View:
    """The form of a team's webhook, with what there is to know and to do about it."""
    url = kit.text_input(
        initial=webhook.url if webhook else None,
        max_length=LONGEST,
        placeholder="https://example.com/hooks/amp",
    )
    return kit.modal(
        "Webhook",
        [
            kit.section(f"*{kit.escape(team.name)}*: {ABOUT}"),
            kit.input_("url", "Address", url, hint="https, and on the public internet."),
            *([_state(team, webhook, last)] if webhook else []),
            *([_actions(team, webhook)] if webhook else []),
        ],
        callback_id="webhook:save",
        submit="Save and turn on" if not (webhook and webhook.is_on) else "Save",
        note={"team": team.id},
    )


def _state(team: Team, webhook: Webhook, last: WebhookCall | None) -> Block:
    on = "It is on." if webhook.is_on else "It is off."
    return kit.section(f"{on} {_last(last)}")


def _last(last: WebhookCall | None) -> str:
    if last is None:
        return "Nothing has been sent yet."
    if last.state == Call.DONE:
        return "The last digest was taken."
    times = f"{last.attempts} time{'' if last.attempts == 1 else 's'}"
    if last.state == Call.FAILED:
        return f"The last digest was not taken ({last.failure}); I tried {times} and gave up."
    return f"The last digest was not taken yet ({last.failure or 'not tried'}); I tried {times}."


def _actions(team: Team, webhook: Webhook) -> Block:
    id_ = str(team.id)
    renew = kit.button(
        "New secret", "webhook:secret", id_,
        confirm=kit.confirm(
            "Make a new secret?", "What is sent from now on is signed with it.", "Make it"
        ),
    )  # fmt: skip
    off = [kit.button("Turn off", "webhook:off", id_)] if webhook.is_on else []
    return kit.actions(renew, *off)


def secret(team: Team, url: str, words: str) -> View:
    """The secret, shown this once."""
    shown = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": words}]}
    return kit.window(
        "Webhook",
        [
            kit.section(
                f":white_check_mark: Every digest of *{kit.escape(team.name)}* goes to "
                f"{kit.escape(url)} from now on. This is the secret to check signatures with. "
                "*It is shown only now:*"
            ),
            {"type": "rich_text", "elements": [shown]},
            kit.context("Signed as Standard Webhooks says; docs/webhook.md has the rest."),
        ],
    )


def saved(team: Team, url: str) -> View:
    name = kit.escape(team.name)
    told = f":white_check_mark: Every digest of *{name}* goes to {kit.escape(url)} from now on."
    return kit.notice("Webhook", f"{told} The secret is the one you have.")


def off(team: Team) -> View:
    name = kit.escape(team.name)
    told = f":white_check_mark: The digests of *{name}* are sent nowhere else any more."
    return kit.notice("Webhook", told)


def gave_up(team: Team, failure: str, *, is_on: bool) -> Draft:
    """What leads read when a digest did not get through to their webhook for a day."""
    name = kit.escape(team.name)
    told = (
        f"The webhook of *{name}* did not take its digest for a day ({failure}), so I gave up on "
        "that one. The next digest is sent again."
        if is_on
        else f"The webhook of *{name}* says that it wants no more digests ({failure}), so I turned "
        "it off."
    )
    text = f":warning: {told} `/amp webhook` has its address."
    return Draft("A webhook did not take a digest.", [kit.section(text)])
