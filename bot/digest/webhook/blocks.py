"""What leads see of their team's webhook: its form, its secret once, its trouble."""

from urllib.parse import urlsplit

from bot.digest.webhook.addresses import MAX_LENGTH
from bot.digest.webhook.models import Webhook, WebhookCall
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.words import Markup, Words, join, mention


def form(say: Words, team: Team, webhook: Webhook | None, last: WebhookCall | None) -> View:
    """The form of a team's webhook, with what there is to know and to do about it."""
    is_on = webhook is not None and webhook.is_on
    return kit.form(
        say,
        say.plain("webhook-title"),
        [
            kit.section(say("webhook-about", team=team.name)),
            _address(say, webhook),
            *([_state(say, webhook, last)] if webhook else []),
            *([_actions(say, team, webhook)] if webhook else []),
        ],
        callback_id="webhook:save",
        submit=say.plain("webhook-save-button" if is_on else "webhook-turn-on-button"),
        metadata={"team": team.id},
    )


def _address(say: Words, webhook: Webhook | None) -> Block:
    url = kit.text_input(
        initial=webhook.url if webhook else None,
        max_length=MAX_LENGTH,
        placeholder=say.plain("webhook-address-placeholder"),
    )
    label, hint = say.plain("webhook-address-label"), say.plain("webhook-address-hint")
    return kit.input_("url", label, url, hint=hint)


def _state(say: Words, webhook: Webhook, last: WebhookCall | None) -> Block:
    on = say("webhook-on" if webhook.is_on else "webhook-off")
    return kit.section(join(" ", [on, _last(say, last)]))


def _last(say: Words, last: WebhookCall | None) -> Markup:
    if last is None:
        return say("webhook-nothing-sent")
    failure = _failure(say, last.failure or "not-tried")
    return say("webhook-last-call", state=last.state, failure=failure, attempts=last.attempts)


def _failure(say: Words, code: str) -> Markup:
    return say("webhook-failure", code=code)


def _actions(say: Words, team: Team, webhook: Webhook) -> Block:
    id_ = str(team.id)
    sure = kit.confirm_dialog(
        say, "webhook-new-secret-title", "webhook-new-secret-text", "webhook-new-secret-yes-button"
    )
    renew = kit.button(say.plain("webhook-new-secret-button"), "webhook:secret", id_, confirm=sure)
    off = kit.button(say.plain("webhook-turn-off-button"), "webhook:off", id_)
    return kit.actions(renew, *([off] if webhook.is_on else []))


def secret(say: Words, team: Team, url: str, secret: str) -> View:
    """The secret, shown this once."""
    shown = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": secret}]}
    return kit.info_modal(
        say,
        [
            kit.section(say("webhook-secret", team=team.name, url=url)),
            {"type": "rich_text", "elements": [shown]},
            kit.context(say("webhook-secret-small")),
        ],
        title=say.plain("webhook-title"),
    )


def saved(say: Words, team: Team, url: str) -> View:
    return _notice(say, say("webhook-saved", team=team.name, url=url))


def turned_off(say: Words, team: Team) -> View:
    return _notice(say, say("webhook-turned-off", team=team.name))


def _notice(say: Words, text: Markup) -> View:
    return kit.notice_modal(say, text, title=say.plain("webhook-title"))


def announced(say: Words, team: Team, lead: str, url: str) -> Draft:
    """What the channel reads whose digests go elsewhere too: to which server, and no more."""
    host = urlsplit(url).hostname or ""
    told = say("webhook-announced", lead=mention(lead), team=team.name, host=host)
    return Draft(say("webhook-announced-text"), [kit.section(told)])


def gave_up(say: Words, team: Team, failure: str, *, is_on: bool) -> Draft:
    """What leads read when a digest did not get through to their webhook for a day."""
    told = say(
        "webhook-gave-up" if is_on else "webhook-gone",
        team=team.name,
        failure=_failure(say, failure),
    )
    return Draft(say("webhook-trouble-text"), [kit.section(told)])
