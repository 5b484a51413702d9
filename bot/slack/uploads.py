"""Files for one person, in their own conversation with Amp."""

from collections.abc import Mapping

from slack_sdk.web.async_client import AsyncWebClient


async def send(
    client: AsyncWebClient, user_id: str, comment: str, contents: Mapping[str, str]
) -> None:
    """Send texts as files by their names; raises one of refusals.NOT_ANSWERED."""
    dm = (await client.conversations_open(users=user_id))["channel"]["id"]
    uploads = [
        {"filename": name, "title": name, "content": text.encode()}
        for name, text in contents.items()
    ]
    await client.files_upload_v2(channel=dm, initial_comment=comment, file_uploads=uploads)
