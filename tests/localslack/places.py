"""Ids of the small company's things, also of those that the bot can't see."""

from localslack import LocalSlack


def channel_id(slack: LocalSlack, name: str) -> str:
    """A channel's id."""
    found = slack.world.workspace().channel(f"#{name}")
    assert found is not None
    return found.id


def user_id(slack: LocalSlack, handle: str) -> str:
    """Somebody's id."""
    found = slack.world.workspace().user(handle)
    assert found is not None
    return found.id
