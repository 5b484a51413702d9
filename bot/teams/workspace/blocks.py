"""The form of a workspace, and what its admins read once it is saved."""

from collections.abc import Sequence

from bot.privacy import QUORUM
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.teams.plans import Turn
from bot.teams.starting import Choice, Starters
from bot.teams.workspace.choices import KEPT, Choices, RollUps
from bot.teams.workspace.overview import Overview
from bot.words import Markup, Words, channel, join, language_name

PAY = "pay"  # the field, and its only option
ALWAYS = "always"  # the option «as long as whoever runs Amp allows»
TOGETHER = 12  # lines of teams in one section, which takes 3,000 characters


def form(
    say: Words,
    choice: Choice,
    choices: Choices,
    found: Overview,
    *,
    sure: int | None = None,
    entered: Sequence[str] = (),
) -> View:
    """What an admin decides, filled with what holds now, and the teams that were *found*.

    *sure* are the weeks that digests shall be kept for, where that deletes some and is asked once
    more, with the names of the inputs that were *entered*.
    """
    warning = [kit.section(say("workspace-sure", weeks=sure))] if sure else []
    return kit.form(
        say,
        say.plain("workspace-title"),
        [
            *warning,
            kit.section(say("workspace-intro")),
            *fields(say, choice, choices),
            kit.divider(),
            *_teams(say, found),
        ],
        callback_id="workspace:save",
        submit=say.plain("workspace-sure-button" if sure else "workspace-save-button"),
        metadata={"sure": sure, "entered": entered},
    )


def fields(say: Words, choice: Choice, choices: Choices) -> list[Block]:
    """What can be chosen, filled with what holds."""
    return [
        *_starters(say, choice),
        _rollups(say, choices.rollups),
        _pay(say, asked=choices.asks_pay),
        _kept(say, choices.keep_digests),
    ]


def _starters(say: Words, choice: Choice) -> list[Block]:
    labels = {
        Starters.EVERYBODY: say.plain("workspace-everybody-option"),
        Starters.MEMBERS: say.plain("workspace-members-option"),
        Starters.ADMINS: say.plain("workspace-admins-option"),
        Starters.CHOSEN: say.plain("workspace-chosen-option"),
    }
    options = [kit.option(label, who) for who, label in labels.items()]
    people = {"type": "multi_users_select"}
    if choice.chosen:
        people["initial_users"] = list(choice.chosen)  # type: ignore[assignment]
    who = kit.radio(options, initial=choice.who)
    return [
        kit.input_("who", say.plain("workspace-who-label"), who),
        kit.input_("chosen", say.plain("workspace-chosen-label"), people, optional=True),
    ]


def _rollups(say: Words, now: RollUps) -> Block:
    leads = kit.option(say.plain("workspace-rollups-leads-option"), RollUps.LEADS)
    admins = kit.option(say.plain("workspace-rollups-admins-option"), RollUps.ADMINS)
    options = kit.radio([leads, admins], initial=now)
    return kit.input_("rollups", say.plain("workspace-rollups-label"), options)


def _pay(say: Words, *, asked: bool) -> Block:
    ask = kit.option(say.plain("workspace-pay-option"), PAY)
    ticks = kit.checkboxes([ask], initial=[PAY] if asked else [])
    return kit.input_(PAY, say.plain("workspace-pay-label"), ticks, optional=True)


def _kept(say: Words, now: int | None) -> Block:
    always = kit.option(say.plain("workspace-kept-always-option"), ALWAYS)
    weeks = [kit.option(say.plain("workspace-kept-option", weeks=n), str(n)) for n in KEPT]
    chosen = kit.select([always, *weeks], initial=str(now) if now else ALWAYS)
    hint = say.plain("workspace-kept-hint")
    return kit.input_("kept", say.plain("workspace-kept-label"), chosen, hint=hint)


def _teams(say: Words, found: Overview) -> list[Block]:
    """Each team's state, in alphabetical order; no number of any, but that one is too small."""
    told = [_team(say, turn) for turn in found.turns]
    more = [say("workspace-more-teams", teams=found.more)] if found.more else []
    private = [say("workspace-private-teams", teams=found.private)] if found.private else []
    parts = [told[n : n + TOGETHER] for n in range(0, len(told), TOGETHER)]
    heading = [say("workspace-teams", teams=found.teams)]
    lines = [heading, *parts, [*more, *private]]
    return [kit.section(join("\n", part)) for part in lines if part]


def _team(say: Words, turn: Turn) -> Markup:
    team = turn.team
    return say(
        "workspace-team",
        team=team.name,
        channel=channel(team.channel_id),
        why=turn.why if turn.opens is None else "next",
        opens=turn.opens or "none",
        language=language_name(team.language),
        quorum=QUORUM,
    )


def saved(say: Words, choice: Choice, choices: Choices) -> View:
    told = say(
        "workspace-saved",
        who=choice.who,
        people=len(choice.chosen),
        pay="yes" if choices.asks_pay else "no",
        rollups=choices.rollups,
        weeks=choices.keep_digests or 0,
    )
    return kit.notice_modal(say, told, title=say.plain("workspace-title"))
