"""What people see of experiments wherever they come up: an idea, a review, wishes, buttons."""

from collections.abc import Sequence

from bot.experiments import reviewing
from bot.experiments.experimenting import Running
from bot.experiments.models import Experiment, Review
from bot.experiments.voting import Choice
from bot.framework.content import Content
from bot.framework.entries import Idea
from bot.insight import review_sentences
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block
from bot.words import Markup, Words, bold, escape, join


def suggestion(
    say: Words, content: Content, idea: Idea, team_id: int, others: Sequence[Idea] = ()
) -> list[Block]:
    """An idea with all that one should know of it, and what can be done with it."""
    more = [_others_button(say, team_id, others)] if others else []
    return [
        kit.section(say("experiments-suggestion", title=idea.title, what=idea.what)),
        kit.context(*_about(say, content, idea)),
        kit.actions(try_button(say, idea, team_id), _not_for_us(say, idea, team_id), *more),
    ]


def _about(say: Words, content: Content, idea: Idea) -> list[Markup]:
    """How one sees that it works, what can go wrong, and where it comes from."""
    works = say("experiments-suggestion-works", metric=idea.metric)
    guarded = say("experiments-suggestion-guarded", risk=idea.risk or "none", goal=idea.goal)
    sources = [content.source(id_).text for id_ in idea.sources]
    comes = say("experiments-suggestion-from", sources=sources, count=len(sources))
    effort = say("experiments-suggestion-effort", effort=idea.effort, who=idea.who)
    return [works, guarded, join(" · ", [effort, comes])]


def _not_for_us(say: Words, idea: Idea, team_id: int) -> Block:
    label, value = say.plain("experiments-not-for-us-button"), idea_value(idea, team_id)
    return kit.button(label, f"experiment:not:{idea.id}", value)


def try_button(say: Words, idea: Idea, team_id: int) -> Block:
    """«Try this», which opens the form for this team, filled in."""
    label, value = say.plain("experiments-try-button"), idea_value(idea, team_id)
    return kit.button(label, f"experiment:try:{idea.id}", value)


def _others_button(say: Words, team_id: int, others: Sequence[Idea]) -> Block:
    value = ":".join([str(team_id), *(idea.id for idea in others)])
    return kit.button(say.plain("experiments-others-button"), "experiment:others", value)


def others(say: Words, content: Content, ideas: Sequence[Idea], team_id: int) -> list[Block]:
    """The other moves, which somebody wants to see."""
    if not ideas:
        return [kit.section(say("experiments-no-others"))]
    told = [block for idea in ideas for block in suggestion(say, content, idea, team_id)]
    return [kit.section(say("experiments-others")), *told]


def start_button(say: Words, team_id: int) -> Block:
    """The button that opens the empty form."""
    label = say.plain("experiments-own-words-button")
    return kit.button(label, f"experiment:start:{team_id}", str(team_id))


def running_line(say: Words, content: Content, running: Running) -> Markup:
    """What a digest, and Home, say of the running experiment."""
    return say(
        "experiments-running",
        drive=_drive(content, running.drive, running.drive_name),
        title=running.title,
        goal=running.goal.rstrip("."),
        stage=running.stage,
        round=running.round,
        rounds=running.rounds,
        last=running.last_round,
    )


def drive_name(content: Content, experiment: Experiment) -> str:
    """Its drive as the reader's content calls it; as it was called then if that has it no more."""
    return _drive(content, experiment.drive, experiment.drive_name)


def _drive(content: Content, id: str, otherwise: str) -> str:
    return next((drive.name for drive in content.drives if drive.id == id), otherwise)


def ended(say: Words, experiment: Experiment) -> str:
    """How an experiment ended, in a word or a few."""
    return say.plain("experiments-end", end=(experiment.end or "").replace(" ", "-"))


def told(
    say: Words,
    content: Content,
    experiment: Experiment,
    review: Review,
    *,
    title: Markup | None = None,
) -> Markup:
    """A review in a sentence, with the experiment's name in bold or as *title*."""
    name = bold(experiment.title) if title is None else title
    found = reviewing.finding(review)
    if found is None:
        return Markup(name + escape(review.sentence.removeprefix(experiment.title)))
    drive = drive_name(content, experiment)
    return review_sentences.review(say, name, review.rounds, drive, found)


def finding(say: Words, content: Content, experiment: Experiment, review: Review) -> Markup:
    """The same without the experiment's name and its number of rounds."""
    found = reviewing.finding(review)
    if found is None:
        return escape(review.sentence.removeprefix(experiment.title).partition("): ")[2])
    drive = drive_name(content, experiment)
    return review_sentences.finding(say, review.rounds, drive, found)


def wishes(say: Words, review: Review) -> Markup:
    """What may be told of the team's wishes once they are counted; nothing where it isn't asked."""
    votes = review.votes
    if review.votes_until is None:
        return Markup("")
    if review.counted_at is None:
        return say("experiments-wishes-coming")
    if votes is None:
        return say("experiments-wishes-too-few")
    people = votes["people"]
    if Choice.KEEP in votes:
        keep, longer, drop = (votes[choice] for choice in Choice)
        return say("experiments-wishes-counted", people=people, keep=keep, longer=longer, drop=drop)
    if "most" in votes:
        return say("experiments-wishes-most", people=people, most=votes["most"])
    return say("experiments-wishes-divided", people=people)


def decision(say: Words, experiment: Experiment) -> Block:
    """The buttons of a lead after a review."""
    value = str(experiment.id)
    return kit.actions(
        kit.button(say.plain("experiments-keep-button"), "experiment:keep", value),
        kit.button(say.plain("experiments-longer-button"), "experiment:when", value),
        kit.button(say.plain("experiments-drop-button"), "experiment:drop", value),
    )


def plan(say: Words, content: Content, experiment: Experiment) -> list[Block]:
    """What changes, what it should move, and what must still hold."""
    lines = [
        say("experiments-should-move", drive=drive_name(content, experiment)),
        say("experiments-guard-rail", goal=experiment.goal),
        say("experiments-how-to-tell", metric=experiment.metric),
    ]
    return [
        kit.verbatim(say("experiments-what", what=experiment.what)),
        kit.verbatim(Markup("\n".join(lines))),
    ]


def idea_value(idea: Idea, team_id: int) -> str:
    """What a button or an option carries: which idea, for which team."""
    return f"{idea.id}:{team_id}"
