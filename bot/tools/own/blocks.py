"""What people see of the tools for themselves."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.framework.content import Content
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.tools import rich
from bot.tools.own import fit, weeks
from bot.tools.own.weeks import Weeks

SENTENCE = 300  # characters
TEAMS = 5  # whose channels are offered for sharing
YES, NO = "yes", "no"


# One's own week.


def week_form(content: Content, week: str, answers: Mapping[str, int]) -> View:
    """Three statements about the week; what was answered before is filled in."""
    points = [kit.option(text, str(n)) for n, text in enumerate(content.scale.points, 1)]
    inputs = [
        kit.input_(
            facet.id,
            statement.text,
            kit.radio(points, initial=str(answers.get(facet.id, ""))),
            optional=True,
        )
        for facet, statement in weeks.conditions(content)
    ]
    return kit.modal(
        "My week",
        [
            kit.section("The three conditions of mastery, in *your* week. Only you see it."),
            *inputs,
        ],
        callback_id="mastery:save",
        submit="Look at it",
        note={"week": week},
    )


def my_weeks(content: Content, kept: Weeks) -> View:
    """The newest week, the ones before it, and one thing to try."""
    facets = [facet for facet, _ in weeks.conditions(content)]
    found = weeks.suggestion(content, kept)
    lines = [line for facet in facets for line in ("\n", *_condition(facet.name, facet.id, kept))]
    return kit.window(
        "My week",
        [
            rich.said(*lines[1:]),
            *(_try(content, found) if found else [_all_well(kept)]),
            kit.actions(kit.button("Look at this week again", "mastery:open")),
            kit.context(f"The last {weeks.KEPT} weeks are kept, locked, for you alone."),
        ],
    )


def _condition(name: str, facet: str, kept: Weeks) -> list[rich.Run | str]:
    values = [kept[week][facet] for week in sorted(kept) if facet in kept[week]]
    newest = kept[max(kept)].get(facet) if kept else None
    if newest is None:
        return [rich.bold(name), ": left out this week"]
    before = f" (before: {', '.join(map(str, values[:-1]))})" if len(values) > 1 else ""
    return [rich.bar(newest / 5, cells=5), " ", rich.bold(name), f" {newest} of 5{before}"]


def _try(content: Content, found: weeks.Suggestion) -> list[Block]:
    idea = found.idea
    lines: list[rich.Line] = [
        [rich.italic("Goal: "), idea.goal],
        [rich.italic("How to tell: "), idea.metric],
    ]
    return [
        kit.header("To try"),
        kit.section(f"{kit.escape(found.facet.name)} was the weakest this week."),
        rich.bullets([rich.bold(idea.title), ". ", *rich.prose(idea.what)], lines),
    ]


def _all_well(kept: Weeks) -> Block:
    if not (kept and kept[max(kept)]):
        return kit.section("Nothing was answered, so there is nothing to suggest.")
    return kit.section("All three were there. What made the week like that is worth keeping.")


# One's own sentence.


def sentence_form(before: str | None) -> View:
    words = kit.text_input(
        initial=before, multiline=True, max_length=SENTENCE,
        placeholder="I help … to …, so that …",
    )  # fmt: skip
    return kit.modal(
        "My purpose",
        [
            kit.input_("sentence", "Whom does this work help, and with what?", words),
            kit.context(
                "In your own words; nobody has to have one. It stays with you until you share it."
            ),
        ],
        callback_id="purpose:save",
    )


def my_sentence(kept: Mapping[str, Any], teams: Sequence[Team]) -> View:
    """The sentence, and what can be done with it."""
    sure = kit.confirm("Delete it?", "Your sentence is gone for good.", "Delete it")
    shared = set(kept["shared"])
    return kit.window(
        "My purpose",
        [
            rich.quoted(kept["sentence"]),
            kit.actions(
                kit.button("Change it", "purpose:change"),
                kit.button("Delete it", "purpose:delete", style="danger", confirm=sure),
            ),
            *(block for team in teams[:TEAMS] for block in _sharing(team, team.id in shared)),
            kit.context("Kept locked. In Slack, nobody sees it before you share it."),
        ],
    )


def _sharing(team: Team, is_shared: bool) -> list[Block]:
    where = f"<#{team.channel_id}>"
    if is_shared:
        return [kit.section(f":white_check_mark: Shared in {where}.")]
    sure = kit.confirm("Share it?", "Everybody in the channel sees it, with your name.", "Share")
    button = kit.button("Share", f"purpose:share:{team.id}", str(team.id), confirm=sure)
    return [kit.section(f"Share it in {where}?", accessory=button)]


def shared_sentence(user_id: str, sentence: str) -> Draft:
    said = rich.said(rich.user(user_id), " says whom this work helps:")
    return Draft(
        "Somebody says whom this work helps.", [said, rich.quoted(sentence)], discreet=True
    )


def gone() -> View:
    return kit.notice("My purpose", "It is deleted. `/amp my purpose` begins anew.")


# Does it fit?


def fit_form(content: Content, answers: Mapping[str, bool]) -> View:
    options = [kit.option("Yes", YES), kit.option("No", NO)]
    given = {id_: YES if yes else NO for id_, yes in answers.items()}
    inputs = [
        kit.input_(q.id, q.text, kit.radio(options, initial=given.get(q.id))) for q in content.fit
    ]
    first = kit.section("Think of one team, or of one kind of work in it.")
    return kit.modal(
        "Does it fit?", [first, *inputs], callback_id="fit:save", submit="Tell me plainly"
    )


def fit_result(content: Content, answers: Mapping[str, bool]) -> View:
    """Plainly: it fits, or what comes first."""
    found = fit.stops(content, answers)
    if not found:
        said = [
            kit.header("It fits"),
            kit.section(
                "Nothing here speaks against it. Begin with step 1: `/amp audit` and `/amp roles`."
            ),
        ]
    else:
        said = [
            kit.header("Not this framework, not now"),
            kit.section("Something else comes first here:"),
            *(
                rich.bullets(
                    [rich.bold(q.text), " Yes." if answers[q.id] else " No."],
                    [rich.prose(q.because), [rich.bold("Instead: "), *rich.prose(q.instead)]],
                )
                for q in found
            ),
        ]
    again = kit.actions(kit.button("Answer again", "fit:open"))
    return kit.window("Does it fit?", [*said, again, kit.context("Only you see this.")])
