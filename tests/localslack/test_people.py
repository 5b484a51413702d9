"""People of every kind, as Slack's user object shows them."""

from datetime import UTC, datetime

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from localslack import LocalSlack
from localslack.driver import DriverError
from tests.localslack.companies import Json, company, with_scopes
from tests.localslack.conftest import Start, client_of
from tests.localslack.hosting import Kept
from tests.localslack.places import channel_id, user_id
from tests.localslack.refusals import refusal


async def known(api: AsyncWebClient, slack: LocalSlack, handle: str) -> Json:
    """Somebody's user object."""
    user: Json = (await api.users_info(user=user_id(slack, handle), include_locale=True))["user"]
    return user


async def test_a_person_has_a_zone_and_its_offset(slack: LocalSlack, api: AsyncWebClient) -> None:
    """The IANA name, and seconds that change with daylight saving."""
    await slack.driver.move_clock(to="2027-01-12T12:00:00+00:00")
    assert (await known(api, slack, "bo"))["tz_offset"] == -5 * 3600

    await slack.driver.move_clock(to="2027-07-12T12:00:00+00:00")
    summer = await known(api, slack, "bo")

    assert (summer["tz"], summer["tz_offset"]) == ("America/New_York", -4 * 3600)
    assert summer["locale"] == "sv-SE"


async def test_locale_is_given_only_when_asked_for(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Without include_locale there is none."""
    assert "locale" not in (await api.users_info(user=user_id(slack, "bo")))["user"]


async def test_a_profile_is_whole(slack: LocalSlack, api: AsyncWebClient) -> None:
    """Names apart, six pictures, a status with its emoji and end: what bots read without asking."""
    await slack.driver.post("people", id="bo", phone="555", pronouns="they/them", first_name="B")
    profile = (await known(api, slack, "bo"))["profile"]
    assert (profile["first_name"], profile["last_name"]) == ("B", "Lindqvist")
    assert (profile["phone"], profile["pronouns"]) == ("555", "they/them")
    for size in (24, 32, 48, 72, 192, 512):
        assert profile[f"image_{size}"].startswith(slack.url)
    assert (profile["status_text"], profile["status_emoji_display_info"]) == ("", [])


async def test_a_status_ends_when_it_says(
    slack: LocalSlack, kept: Kept, api: AsyncWebClient
) -> None:
    """By the movable clock, and bots hear of both."""
    await slack.driver.move_clock(to="2027-01-12T12:00:00+00:00")
    end = int(datetime(2027, 1, 12, 13, tzinfo=UTC).timestamp())
    status = {"status_text": "Lunch", "status_emoji": ":ramen:", "status_expiration": end}
    await slack.driver.post("people", id="ana", **status)
    profile = (await known(api, slack, "ana"))["profile"]
    assert {name: profile[name] for name in status} == status
    assert profile["status_emoji_display_info"][0]["emoji_name"] == "ramen"

    await slack.driver.move_clock(by=3_601)
    assert (await known(api, slack, "ana"))["profile"]["status_text"] == ""
    await slack.settled()
    for kind in ("user_change", "user_status_changed"):
        told = [e["user"]["profile"]["status_text"] for e in kept.events(kind)]
        assert told == ["Lunch", ""], kind


async def test_a_newcomers_status_ends_too(slack: LocalSlack, api: AsyncWebClient) -> None:
    """As if it had been set later."""
    end = slack.world.seconds + 60
    await slack.driver.post("people", name="new", status_text="Lunch", status_expiration=end)
    assert (await known(api, slack, "new"))["profile"]["status_text"] == "Lunch"
    await slack.driver.move_clock(by=120)
    assert (await known(api, slack, "new"))["profile"]["status_text"] == ""


async def test_a_status_of_the_company_file_ends_too(starts: Start) -> None:
    """By the movable clock; one that has no end stays."""
    end = int(datetime.now(UTC).timestamp()) + 3_600
    described = company()
    for person, until in zip(described["workspaces"][0]["people"][:2], (end, 0), strict=True):
        person |= {"status_text": "Lunch", "status_expiration": until}
    slack = await starts(described)
    api = client_of(slack)
    assert (await known(api, slack, "ana"))["profile"]["status_text"] == "Lunch"
    await slack.driver.move_clock(by=3_700)
    assert (await known(api, slack, "ana"))["profile"]["status_text"] == ""
    assert (await known(api, slack, "bo"))["profile"]["status_text"] == "Lunch"


async def test_nothing_is_told_of_what_stays_as_it_is(slack: LocalSlack, kept: Kept) -> None:
    """Neither the same zone, status or group again, nor presence, which is no part of a user."""
    group = next(iter(slack.world.workspace().usergroups))
    await slack.driver.post("people", id="ana", tz="Europe/Lisbon", status_text="", title="")
    await slack.driver.post("people", id="ana", presence="away")
    await slack.driver.post("usergroups", id=group, users=["bo", "ana"])
    await slack.settled()
    assert kept.bodies == []
    assert (await slack.person("bo").state())["people"][1]["presence"] == "away"

    await slack.driver.post("people", id="ana", tz="Europe/Lisbon", title="Skipper")
    await slack.settled()
    assert [body["event"]["type"] for body in kept.bodies] == ["user_change"]


@pytest.mark.parametrize("end", [1_800_000_000_000, -1])
async def test_the_end_of_a_status_is_in_seconds(
    slack: LocalSlack, api: AsyncWebClient, end: int
) -> None:
    """Milliseconds are refused, and nothing has changed then."""
    for who in ({"id": "ana"}, {"name": "new"}):
        with pytest.raises(DriverError, match="status_expiration"):
            await slack.driver.post("people", **who, status_text="Lunch", status_expiration=end)
    assert (await known(api, slack, "ana"))["profile"]["status_text"] == ""


async def test_a_status_that_was_changed_stays(slack: LocalSlack, api: AsyncWebClient) -> None:
    """The end of the one before is not its end."""
    end = slack.world.seconds + 60
    await slack.driver.post("people", id="ana", status_text="Lunch", status_expiration=end)
    await slack.driver.post("people", id="ana", status_text="Away", status_expiration=0)
    await slack.driver.move_clock(by=120)
    assert (await known(api, slack, "ana"))["profile"]["status_text"] == "Away"


async def test_a_profile_can_be_read_alone(starts: Start) -> None:
    """users.profile.get, with a scope of its own."""
    slack = await starts(with_scopes("users.profile:read"))
    answer = await client_of(slack).users_profile_get(user=user_id(slack, "ana"))
    assert (answer["profile"]["real_name"], answer["profile"]["fields"]) == ("Ana Ferreira", {})


async def test_a_bot_sees_more_of_its_own_presence(starts: Start) -> None:
    """And sets it; of others it hears whether they are there."""
    slack = await starts(with_scopes("users:read", "users:write"))
    api = client_of(slack)
    await api.users_setPresence(presence="away")
    own = await api.users_getPresence(user=slack.app.bot_user_id)
    assert (own["presence"], own["manual_away"], own["connection_count"]) == ("away", True, 0)
    await slack.driver.post("people", id="ana", presence="away")
    other = await api.users_getPresence(user=user_id(slack, "ana"))
    assert (other["presence"], "manual_away" in other) == ("away", False)
    assert await refusal(api.users_setPresence(presence="asleep")) == "invalid_presence"


async def test_a_team_and_its_groups_are_whole(slack: LocalSlack, api: AsyncWebClient) -> None:
    """With pictures and an address; with who made a group, and when."""
    team = (await api.team_info())["team"]
    assert team["url"] == "https://trailhead.slack.com/"
    assert team["icon"]["image_34"].startswith(slack.url)
    (group,) = (await api.usergroups_list())["usergroups"]
    assert group["created_by"] == user_id(slack, "ana")
    assert group["prefs"] == {"channels": [], "groups": []}
    assert group["date_create"] > 0


async def test_guests_leavers_bots_and_strangers_can_be_told_apart(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Each kind has its own mark."""
    assert (await known(api, slack, "gus"))["is_restricted"] is True
    assert (await known(api, slack, "dee"))["deleted"] is True
    assert "tz" not in await known(api, slack, "dee")
    assert (await known(api, slack, "robot"))["is_bot"] is True
    sam = await known(api, slack, "sam")
    assert sam["is_stranger"] is True
    assert sam["team_id"] != (await known(api, slack, "ana"))["team_id"]


async def test_slackbot_is_no_bot_by_its_mark(api: AsyncWebClient) -> None:
    """USLACKBOT has to be left out by its id."""
    assert (await api.users_info(user="USLACKBOT"))["user"]["is_bot"] is False


async def test_the_list_has_leavers_and_bots_but_no_strangers(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """users.list is everybody of this workspace, gone ones too."""
    names = {user["name"] for user in (await api.users_list())["members"]}

    assert names == {"slackbot", "ana", "bo", "gus", "dee", "robot", "helper"}


async def test_a_big_workspace_wants_a_limit(starts: Start) -> None:
    """`limit_required` when more than five hundred people would come at once."""
    people = [{"name": f"p{number}"} for number in range(501)]
    slack = await starts(company(workspaces=[{"name": "W", "domain": "w", "people": people}]))
    api = client_of(slack)

    assert await refusal(api.users_list()) == "limit_required"
    assert (await api.users_list(limit=100))["ok"]


async def test_nobody_is_not_found(api: AsyncWebClient) -> None:
    """`user_not_found`."""
    assert await refusal(api.users_info(user="U0NOBODY")) == "user_not_found"


async def test_presence_dnd_and_team(slack: LocalSlack, api: AsyncWebClient) -> None:
    """The small reads answer in Slack's shape."""
    ana = user_id(slack, "ana")

    assert (await api.users_getPresence(user=ana))["presence"] == "active"
    assert (await api.dnd_info(user=ana))["dnd_enabled"] is False
    assert (await api.team_info())["team"]["domain"] == "trailhead"
    assert await refusal(api.dnd_info(user="U0NOBODY")) == "user_not_found"


async def test_user_groups_are_for_paid_plans(slack: LocalSlack, starts: Start) -> None:
    """A free workspace answers `plan_upgrade_required`."""
    api = client_of(slack)
    group = (await api.usergroups_list(include_users=True))["usergroups"][0]
    assert group["handle"] == "makers"
    members = await api.usergroups_users_list(usergroup=group["id"])
    assert members["users"] == [user_id(slack, "ana"), user_id(slack, "bo")]
    assert await refusal(api.usergroups_users_list(usergroup="S0")) == "no_such_subteam"

    described = company()
    described["workspaces"][0]["plan"] = "free"
    free = await starts(described)
    assert await refusal(client_of(free).usergroups_list()) == "plan_upgrade_required"


async def test_somebody_who_leaves_is_out_of_every_channel(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Deactivation takes a person out of the member lists."""
    bo = user_id(slack, "bo")

    await slack.driver.post("people", id="bo", deleted=True)

    members = await api.conversations_members(channel=channel_id(slack, "general"))
    assert bo not in members["members"]


async def test_a_stranger_is_seen_only_where_one_meets_them(
    slack: LocalSlack, api: AsyncWebClient
) -> None:
    """Without a shared channel they are `user_not_visible`, and can't be written to."""
    sam = user_id(slack, "sam")
    assert (await api.users_info(user=sam))["user"]["is_stranger"] is True

    await slack.driver.post("channels", id="#general", kick=["sam"])

    assert await refusal(api.users_info(user=sam)) == "user_not_visible"
    assert await refusal(api.conversations_open(users=sam)) == "user_not_visible"
    assert await refusal(api.chat_postMessage(channel=sam, text="x")) == "channel_not_found"


async def test_addresses_need_a_scope_of_their_own(starts: Start) -> None:
    """Without users:read.email a profile has none, and nobody is found by one."""
    slack = await starts(company())
    assert "email" not in (await known(client_of(slack), slack, "ana"))["profile"]
    call = client_of(slack).users_lookupByEmail(email="ana@example.com")
    assert await refusal(call) == "missing_scope"

    slack = await starts(with_scopes("users:read", "users:read.email"))
    api = client_of(slack)
    assert (await known(api, slack, "ana"))["profile"]["email"] == "ana@example.com"
    assert "email" not in (await known(api, slack, "robot"))["profile"]
    found = await api.users_lookupByEmail(email="Ana@Example.com")
    assert found["user"]["id"] == user_id(slack, "ana")
    for address in ("dee@example.com", "nobody@example.com"):
        assert await refusal(api.users_lookupByEmail(email=address)) == "users_not_found"


@pytest.mark.parametrize("locale", ["de_DE", "German", "", "de-"])
async def test_a_language_is_written_as_slack_writes_it(slack: LocalSlack, locale: str) -> None:
    """With a hyphen; anything else is a sentence, and nobody's page stays shut."""
    with pytest.raises(DriverError, match="such as en-US"):
        await slack.driver.post("people", id="ana", locale=locale)
    await slack.driver.post("people", id="ana", locale="de-DE")
