"""mrkdwn, its escapes and its edges, as a list of what is written and what stands there."""

import pytest
from playwright.async_api import expect

from localslack.changes import posting
from localslack.server import LocalSlack
from localslack.world.messages import Draft
from tests.localslack.page.conftest import Open
from tests.localslack.page.test_gaps import general, ids

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

DRAW = """async (texts) => {
    const { mrkdwn } = await import('/page/mrkdwn.js');
    const world = {
        person: (id) => (id === 'U1' ? { id, name: 'ana', real_name: 'Ana' } : undefined),
        channel: (id) => (id === 'C1' ? { id, name: 'harbour' } : undefined),
        usergroup: () => undefined, me: { id: 'U1' }, zone: 'Europe/Lisbon', now: () => 1767225600,
        openPerson: () => {}, openChannel: () => {},
    };
    return texts.map((text) => {
        const box = document.createElement('div');
        box.append(...mrkdwn(text, world));
        box.querySelectorAll('*').forEach((node) => {
            const names = [...node.attributes].map(({ name }) => name);
            names.filter((name) => name !== 'href').forEach((name) => node.removeAttribute(name));
        });
        return box.innerHTML;
    });
}"""

CASES = [
    # Styles need an edge on both sides, something inside, and one line.
    ("*bold* _italic_ ~struck~", "<strong>bold</strong> <em>italic</em> <s>struck</s>"),
    ("a*b*c snake_case_name 2*3*4", "a*b*c snake_case_name 2*3*4"),
    ("* not * _ this _", "* not * _ this _"),
    ("*two\nlines*", "*two<br>lines*"),
    ("(*in brackets*), *_both_*", "(<strong>in brackets</strong>), <strong><em>both</em></strong>"),
    ("**double**", "**double**"),
    # Code is left alone, its escapes aside.
    ("`a *b* &lt;c&gt; :tada:`", "<code>a *b* &lt;c&gt; :tada:</code>"),
    ("```x = *1*\ny```", "<pre><code>x = *1*\ny</code></pre>"),
    ("*bold `*` still*", "<strong>bold <code>*</code> still</strong>"),
    # The three escapes, once, and no other.
    ("&lt;b&gt; &amp;lt; &quot;", "&lt;b&gt; &amp;lt; &amp;quot;"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
    # Quotes.
    ("&gt; one\n&gt; two\nthree", "<blockquote>one<br>two</blockquote>three"),
    ("> raw", "<blockquote>raw</blockquote>"),
    ("&gt;&gt;&gt; all\nthe rest", "<blockquote>all<br>the rest</blockquote>"),
    # Names.
    ("<@U1> <@U9> <@U9|zoe>", "<button>@Ana</button> <span>@U9</span> <span>@zoe</span>"),
    ("<#C1> <#C9>", "<button>#harbour</button> <span>private channel</span>"),
    (
        "<!here> <!channel> <!everyone>",
        "<span>@here</span> <span>@channel</span> <span>@everyone</span>",
    ),
    ("<!subteam^S1|@crew>", "<span>@crew</span>"),
    # Links: only safe ones lead anywhere.
    (
        "<https://example.com/?a=1&amp;b=2|a *label*>",
        '<a href="https://example.com/?a=1&amp;b=2">a <strong>label</strong></a>',
    ),
    (
        "<https://example.com/|:tada: x &lt; https://y.example>",
        '<a href="https://example.com/"><span>🎉</span> x &lt; https://y.example</a>',
    ),
    ("<mailto:a@example.com>", '<a href="mailto:a@example.com">a@example.com</a>'),
    ("<javascript:alert(1)|press>", "<span>press</span>"),
    (
        "see https://example.com/x, ok",
        'see <a href="https://example.com/x">https://example.com/x</a>, ok',
    ),
    # Dates, in the reader's zone.
    ("<!date^1767225600^{date_num} {time}|then>", "<time>2026-01-01 12:00 AM</time>"),
    ("<!date^1767225600^{date_short_pretty}|then>", "<time>Today</time>"),
    ("from <!date^1767225600^{date_pretty}|then>", "from <time>today</time>"),
    ("<!date^oops^{date}|then>", "then"),
    # Emoji: the known ones; lists are text.
    (":tada: :no_such_thing: 10:30:15", "<span>🎉</span> :no_such_thing: 10:30:15"),
    ("• one\n1. two\n- three", "• one<br>1. two<br>- three"),
]


async def test_every_text_stands_as_slack_shows_it(open_as: Open) -> None:
    """Each pair: what is written, what stands there."""
    page = await open_as("ana")
    drawn = await page.evaluate(DRAW, [text for text, _ in CASES])
    for (text, expected), found in zip(CASES, drawn, strict=True):
        assert found == expected, text


async def test_a_date_is_in_the_language_of_who_reads_it(open_as: Open) -> None:
    """As in Slack, whatever language the message is in."""
    page = await open_as("ana")
    drawn = await page.evaluate(
        """async () => {
            const { slackDate } = await import('/page/dates.js');
            const world = (locale) => ({ zone: 'UTC', locale, now: () => 1767225600 });
            const shown = (template, locale) => slackDate(template, 1767348240, world(locale));
            return ['de-DE', 'fr-FR', undefined].map((locale) => [
                shown('{date_long_pretty} {time}', locale), shown('{date_long}', locale)]);
        }"""
    )
    assert drawn == [
        ["morgen 10:04", "Freitag, 2. Januar 2026"],
        ["demain 10:04", "vendredi 2 janvier 2026"],
        ["tomorrow 10:04 AM", "Friday, January 2, 2026"],
    ]


async def test_a_date_that_nothing_can_show_is_its_fallback(open_as: Open) -> None:
    """Too far away for any calendar; and a language that nobody knows is English."""
    page = await open_as("ana")
    drawn = await page.evaluate(DRAW, ["<!date^99999999999999^{date}|later>"])
    assert drawn == ["later"]
    shown = await page.evaluate(
        """async () => {
            const { slackDate } = await import('/page/dates.js');
            const world = (locale) => ({ zone: 'UTC', locale, now: () => 1767225600 });
            return ['de_DE', 'xx-', null].map((locale) =>
                slackDate('{date} {date_pretty} {ago}', 1767348240, world(locale)));
        }"""
    )
    assert shown == ["January 2 tomorrow tomorrow"] * 3


async def test_a_channel_with_an_impossible_date_opens(open_as: Open, slack: LocalSlack) -> None:
    """In its words, its blocks and its attachments."""
    far = 99_999_999_999_999
    leaf = {"type": "date", "timestamp": far, "format": "{date}", "fallback": "in the end"}
    section = {"type": "rich_text_section", "elements": [leaf]}
    bare = {"type": "rich_text_section", "elements": [{**leaf, "fallback": None}]}
    drafts = [
        Draft(text=f"<!date^{far}^{{date}}|later>"),
        Draft(text="", blocks=[{"type": "rich_text", "elements": [section, bare]}]),
        Draft(text="", attachments=[{"text": "A lamp", "footer": "Then", "ts": far}]),
    ]
    for draft in drafts:
        [ben] = ids(slack, "ben")
        posting.by_person(slack.world, general(slack), ben, draft)
    page = await open_as("ana")
    articles = page.get_by_role("article")
    await expect(articles).to_contain_text(["later", "in the end", "Then"])


async def test_a_time_falls_on_the_right_side_of_daylight_saving(open_as: Open) -> None:
    """A wall clock in a zone becomes the moment that it shows there, in summer and in winter."""
    page = await open_as("ana")
    moments = await page.evaluate(
        """async () => {
            const { momentIn, wallOf } = await import('/page/dates.js');
            const walls = ['2026-07-01T10:00', '2026-12-01T10:00', '2026-03-29T03:30'];
            const moments = walls.map((wall) => momentIn('Europe/Berlin', wall));
            return moments.map((moment) => [moment, wallOf(moment, 'Europe/Berlin')]);
        }"""
    )
    assert moments == [
        [1782892800, "2026-07-01T10:00"],
        [1796115600, "2026-12-01T10:00"],
        [1774747800, "2026-03-29T03:30"],
    ]
