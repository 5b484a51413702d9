"""Showing a window: in the modal that was clicked, or as a new one from a message or Home."""

from slack_sdk.web.async_client import AsyncWebClient

from bot.slack.block_kit import View
from bot.slack.requests import Click


async def show(client: AsyncWebClient, click: Click, view: View) -> None:
    """Put *view* in place of the modal in which *click* happened; open one anywhere else."""
    if click.view is not None and click.view.callback_id != "home":
        await client.views_update(view_id=click.view.id, view=view)
    else:
        await client.views_open(trigger_id=click.trigger_id, view=view)


async def put_on_top(client: AsyncWebClient, click: Click, view: View) -> None:
    """Lay *view* over the modal in which *click* happened; open one anywhere else."""
    inside = click.view is not None and click.view.callback_id != "home"
    open_ = client.views_push if inside else client.views_open
    await open_(trigger_id=click.trigger_id, view=view)
