"""What somebody sees of what is kept about them."""

from collections.abc import Iterator, Sequence

from bot.framework.blocks import read_button
from bot.keeping.reading import About, Membership
from bot.keeping.retention import Retention
from bot.pulse import overlaps
from bot.slack import block_kit as kit
from bot.slack import outbox, uninstalling
from bot.slack.block_kit import Block
from bot.teams import clocks
from bot.teams.models import NEVER, Person
from bot.tools.mastery.weeks import MAX_WEEKS
from bot.words import Markup, Words, escape, language_name

MOST_TEAMS = 20  # that are named
MOST_TEXT = 2800  # characters of the file, where it has to be a text


def told(say: Words, about: About, retention: Retention) -> list[Block]:
    """A line for each kind of thing that there is, with the moment at which it goes."""
    if about.person.wants_no_part:
        return _left(say, about, retention)
    groups = [
        [say("keeping-intro")],
        [_person(say, about.person), *_chosen(say, about.person)],
        [*_teams(say, about, about.teams, retention), *_rounds(say, about, retention)],
        [*_tools(say, about), *_work(say, about), *_sent(say, about, retention)],
    ]
    return [
        *(kit.section("\n".join(lines)) for lines in groups if lines),
        kit.context(say("keeping-sealed")),
        kit.actions(
            kit.button(say.plain("keeping-file-button"), "keeping:file"),
            _card(say),
            kit.button(say.plain("keeping-forget-button"), "keeping:forget"),
        ),
    ]


def nothing(say: Words) -> list[Block]:
    """For somebody who is in no team, and perhaps wants to know what would become of answers."""
    return [kit.section(say("keeping-nothing")), kit.actions(_card(say))]


def _card(say: Words) -> Block:
    return read_button(say.plain("keeping-card-button"), "privacy")


def _left(say: Words, about: About, retention: Retention) -> list[Block]:
    """What is left of somebody who wants no part, and what for; and what has come since."""
    days, weeks = uninstalling.KEPT.days, overlaps.LATELY.days // 7
    lines = [say("keeping-left", days=days)]
    if about.teams:
        lines.append(say("keeping-left-teams", teams=len(about.teams)))
    if about.closed_rounds:
        lines.append(say("keeping-left-rounds", rounds=about.closed_rounds, weeks=weeks))
    led = [team for team in about.teams if team.is_lead]
    since = [
        *_chosen(say, about.person), *_teams(say, about, led, retention),
        *_tools(say, about), *_work(say, about), *_sent(say, about, retention),
    ]  # fmt: skip
    again = kit.button(say.plain("pulse-return-button"), "pulse:return", "return", style="primary")
    return [
        *(kit.section("\n".join(told)) for told in (lines, since) if told),
        kit.context(say("keeping-sealed")),
        kit.actions(kit.button(say.plain("keeping-file-button"), "keeping:file"), again),
    ]


def _person(say: Words, person: Person) -> Markup:
    """The zone by its city and the language by its name; the file has both as they are kept."""
    place, language = clocks.place(say, person.zone), (person.locale or "–").split("-")[0]
    return say(
        "keeping-person", zone=place, language=language_name(language), days=uninstalling.KEPT.days
    )


def _chosen(say: Words, person: Person) -> Iterator[Markup]:
    """What they, or an admin, have said of them."""
    if person.back_on == NEVER:
        yield say("keeping-away-open")
    elif person.back_on:
        yield say("keeping-away", day=person.back_on)
    for first, back in person.absences:
        end = "open" if back == NEVER else "known"
        yield say("keeping-away-later", first=first, end=end, back=back)
    if person.heeds_status:
        yield say("keeping-heeds")
    if person.may_start:
        yield say("keeping-may-start")
    own = (person.own_weekday, person.own_hour)
    if own != (None, None) or not person.wants_reminders:
        yield say("keeping-own-time")


def _teams(
    say: Words, about: About, teams: Sequence[Membership], retention: Retention
) -> Iterator[Markup]:
    if teams:
        named = [_team(say, team) for team in teams[:MOST_TEAMS]]
        more = len(teams) - len(named)
        named += [say("keeping-more-teams", more=more)] if more else []
        yield say("keeping-teams", teams=say.listed(named), days=retention.ended_teams.days)
    if about.left:
        yield say("keeping-teams-left", teams=about.left, days=retention.ended_teams.days)


def _team(say: Words, team: Membership) -> Markup:
    if team.is_lead:
        return say("keeping-team-lead", team=team.name)
    return escape(team.name) if team.is_asked else say("keeping-team-left-out", team=team.name)


def _rounds(say: Words, about: About, retention: Retention) -> Iterator[Markup]:
    if about.open_rounds or about.closed_rounds:
        yield say(
            "keeping-rounds",
            open=about.open_rounds,
            closed=about.closed_rounds,
            weeks=retention.digests.days // 7 if retention.digests else 0,
        )


def _tools(say: Words, about: About) -> Iterator[Markup]:
    if about.tools:
        tools = say.listed([say("keeping-tool", tool=tool) for tool in about.tools])
        yield say("keeping-notes", tools=tools, weeks=MAX_WEEKS)


def _work(say: Words, about: About) -> Iterator[Markup]:
    done = {
        "keeping-ticks": about.ticks,
        "keeping-ideas": about.ideas,
        "keeping-crews": about.crews,
        "keeping-pieces": about.pieces,
        "keeping-questions": about.questions,
    }
    if things := [say(key, many=many) for key, many in done.items() if many]:
        yield say("keeping-work", things=say.listed(things))


def _sent(say: Words, about: About, retention: Retention) -> Iterator[Markup]:
    if about.leads_rollup:
        yield say("keeping-rollup")
    if about.answers:
        yield say("keeping-answers")
    if about.messages:
        yield say(
            "keeping-messages",
            messages=about.messages,
            words=about.with_words,
            days=retention.words.days,
            weeks=outbox.REMEMBERED.days // 7,
            lost=outbox.MENDABLE.days // 7,
        )


def as_text(say: Words, made: str) -> list[Block]:
    """The file as a message, where no file can be sent."""
    shown = made[:MOST_TEXT]
    key = "keeping-as-text" if shown == made else "keeping-as-text-beginning"
    return [kit.section(say(key)), *_preformatted([shown])]


def _preformatted(texts: Sequence[str]) -> list[Block]:
    elements = [
        {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": text}]}
        for text in texts
    ]
    return [{"type": "rich_text", "elements": elements}]
