"""What the audit asks: the signs of step 1, and how much each of them holds."""

from types import MappingProxyType

from bot.framework.content import Content
from bot.pulse.questionnaires import Phrases, Questionnaire
from bot.words import Words

# Three answers in the middle of the five-point scale: a total then tells as little as a pulse's.
HARDLY, PARTLY, CLEARLY = 2, 3, 4

SCALE = MappingProxyType(
    {
        HARDLY: "audit-hardly-option",
        PARTLY: "audit-partly-option",
        CLEARLY: "audit-clearly-option",
    }
)

PHRASES = Phrases(
    invitation="audit-invitation",
    invitation_text="audit-invitation-text",
    reminder="audit-reminder",
    reminder_text="audit-reminder-text",
    waiting="audit-waiting",
    form_title="audit-title",
    form_intro="audit-form-intro",
    receipt="audit-receipt-until",
)


def questionnaire(say: Words, content: Content) -> Questionnaire:
    """All signs, in one language."""
    scale = {value: say.plain(label) for value, label in SCALE.items()}
    return Questionnaire(content.signs, scale, say.plain("audit-skip-option"))
