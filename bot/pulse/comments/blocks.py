"""What people see of comments. Their words stand in plain text, in which nothing takes effect."""

from collections.abc import Sequence

from bot import privacy
from bot.pulse.comments import writing
from bot.pulse.comments.releasing import Released
from bot.slack import block_kit as kit
from bot.slack.block_kit import Block, View
from bot.slack.outbox import Draft
from bot.teams.models import Team
from bot.words import Words

YES = "yes"


def fields(say: Words, prompt: str) -> list[Block]:
    """The end of the form: one line, about the round's open question if it has one."""
    line = kit.text_input(max_length=writing.LONGEST)
    box = kit.checkboxes([kit.option(say.plain("comments-may-answer-option"), YES)])
    label = prompt or say.plain("comments-label")
    fewest = {"fewest": privacy.COMMENTS_FROM, "quorum": privacy.QUORUM}
    hint = say.plain("comments-hint", longest=writing.LONGEST, **fewest)
    may_answer = say.plain("comments-may-answer-label")
    return [
        kit.input_(writing.COMMENT, label, line, hint=hint, optional=True),
        kit.input_(writing.MAY_ANSWER, may_answer, box, optional=True),
    ]


def thread(
    say: Words, team: Team, comments: Sequence[Released], *, number: int, prompt: str
) -> list[Draft]:
    """What stands in the digest's thread: how many there are, and each by itself."""
    told = say(
        "comments-intro",
        comments=len(comments),
        number=number,
        prompt=prompt,
        kind="prompt" if prompt else "usual",
    )
    intro = Draft(told, [kit.section(told)], discreet=True)
    return [intro, *(_comment(say, team, one, number=number) for one in comments)]


def _comment(say: Words, team: Team, one: Released, *, number: int) -> Draft:
    words = kit.plain_section(say.plain("comments-quoted", words=one.words))
    buttons = _buttons(say, team, one.id, takes_answer=one.takes_answer, is_shown=True)
    return Draft(say("comments-one-text", number=number), [words, *buttons], discreet=True)


def hidden(say: Words, team: Team, comment_id: str, *, takes_answer: bool) -> list[Block]:
    """What everybody sees in place of a comment that a lead has hidden; it may be answered yet."""
    buttons = _buttons(say, team, comment_id, takes_answer=takes_answer, is_shown=False)
    return [kit.section(say("comments-hidden")), *buttons]


def _buttons(
    say: Words, team: Team, comment_id: str, *, takes_answer: bool, is_shown: bool
) -> list[Block]:
    """What can be done about a comment; each asks who presses once more, or shows a form."""
    about = f"{team.id}:{comment_id}"
    ways = [_answer(say, about), _burn(say, about)] if takes_answer else []
    ways += [_hide(say, about)] if is_shown else []
    return [kit.actions(*ways)] if ways else []


def _answer(say: Words, about: str) -> Block:
    return kit.button(say.plain("comments-answer-button"), "comment:answer", about)


def _burn(say: Words, about: str) -> Block:
    sure = kit.confirm_dialog(
        say, "comments-burn-title", "comments-burn-sure", "comments-burn-yes-button"
    )
    return kit.button(say.plain("comments-burn-button"), "comment:burn", about, confirm=sure)


def _hide(say: Words, about: str) -> Block:
    sure = kit.confirm_dialog(
        say, "comments-hide-title", "comments-hide-sure", "comments-hide-yes-button"
    )
    return kit.button(say.plain("comments-hide-button"), "comment:hide", about, confirm=sure)


def answering(say: Words, team_id: int, comment_id: str) -> View:
    """The form in which a lead answers."""
    line = kit.text_input(multiline=True, max_length=writing.LONGEST_ANSWER)
    return kit.form(
        say,
        say.plain("comments-answering-title"),
        [
            kit.section(say("comments-answering")),
            kit.input_(writing.ANSWER, say.plain("comments-answering-label"), line),
        ],
        callback_id="comment:answer",
        submit=say.plain("comments-send-button"),
        metadata={"team": team_id, "comment": comment_id},
    )


def answer(say: Words, team: Team, words: str) -> Draft:
    """The DM in which an answer reaches who wrote; it names neither comment nor round."""
    away = kit.button(say.plain("comments-delete-button"), "comment:delete", "delete")
    told = say("comments-answer", team=team.name)
    return Draft(
        told,
        [
            kit.section(told),
            kit.plain_section(say.plain("comments-quoted", words=words)),
            kit.context(say("comments-answer-small")),
            kit.actions(away),
        ],
    )


def answer_lost(say: Words) -> Draft:
    """To a lead whose answer could not be delivered, because the address's key is lost."""
    told = say("comments-answer-lost")
    return Draft(told, [kit.section(told)])
