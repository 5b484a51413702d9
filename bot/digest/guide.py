"""After a called change: a guide for half an hour of conversation, which only leads read."""

from bot.digest.summary import Summary
from bot.experiments import blocks as experiments
from bot.framework.content import Content
from bot.insight import sentences
from bot.insight.figures import Figure
from bot.insight.verdicts import Kind
from bot.slack import block_kit as kit
from bot.slack.outbox import Draft
from bot.words import Words, join


def guide(say: Words, content: Content, summary: Summary, team_id: int) -> Draft:
    """What is known and what is not, five questions, what not to ask, and one move to end with.

    Of a summary in which something changed; it holds nothing that the digest did not show.
    """
    told = summary.in_language(content)
    changed = [drive for drive in told.drives if drive.changed]
    drive = next((one for one in changed if one.kind == Kind.DOWN), changed[0])
    known = " ".join(one.text for one in sentences.change(say, drive))
    ideas = [idea for idea in content.ideas if idea.id in told.ideas[:1]]
    return Draft(
        say("guide-text", team=told.team),
        [
            kit.header(say.plain("guide-header")),
            kit.context(say("guide-small", team=told.team, number=told.number)),
            kit.section(say("guide-known", known=known)),
            kit.section(say("guide-unknown")),
            kit.section(join("\n", [say("guide-questions"), *_questions(say, content, drive)])),
            kit.section(say("guide-never")),
            kit.section(say("guide-end")),
            *(b for idea in ideas for b in experiments.suggestion(say, content, idea, team_id)),
        ],
    )


def _questions(say: Words, content: Content, drive: Figure) -> list[str]:
    """Five of them: what was different, three about the drive, and what to change."""
    if drive.kind == Kind.DOWN:
        about = content.drive(drive.id).questions
    else:
        about = tuple(say.plain("insight-ask-rise", name=drive.name, place=n) for n in range(3))
    asked = [say.plain("guide-first"), *about[:3], say.plain("guide-last")]
    return [say("guide-question", place=n, question=one) for n, one in enumerate(asked, 1)]
