"""Apps are removed and tokens revoked; their apps hear of it as from Slack."""

from localslack.delivery import events
from localslack.world.apps import App, Installation, Token
from localslack.world.manifest import Manifest
from localslack.world.world import World


def uninstall(world: World, app: App, installation: Installation) -> None:
    """Remove an app: tokens stop working, the bot leaves, app_uninstalled is sent."""
    places = world.workspaces_of(installation)
    for workspace in places:
        revoked = {"type": "tokens_revoked", "tokens": {"bot": [installation.bot_user_id]}}
        events.tell(world, workspace.id, revoked, only=app)
        events.tell(world, workspace.id, {"type": "app_uninstalled"}, only=app)
    installation.is_active = False
    for token in installation.tokens:
        token.is_revoked = True
    for workspace in places:
        bot = workspace.users.get(installation.bot_user_id)
        if bot is not None:
            bot.deleted = True
        for channel in workspace.conversations_of(installation.bot_user_id):
            if not channel.is_im:
                channel.members.pop(installation.bot_user_id)
        world.feed.tell("channel", {}, workspace=workspace.id)


def reload(world: World, app: App, manifest: Manifest) -> None:
    """An app gets another manifest, and is installed anew with what that asks for.

    Its tokens stay the same; what they may do is what the new manifest says.
    """
    app.manifest = manifest
    for installation in app.installations:
        installation.scopes = manifest.scopes
        for token in installation.tokens:
            token.scopes = manifest.scopes
        for workspace in world.workspaces_of(installation):
            bot = workspace.users.get(installation.bot_user_id)
            if bot is not None:
                bot.name, bot.real_name, bot.updated = app.handle, app.name, world.seconds
            world.feed.tell("person", {}, workspace=workspace.id)


def revoke(world: World, token: Token) -> None:
    """Revoke one token; its app hears tokens_revoked where it can still be told."""
    token.is_revoked = True
    installation = token.installation
    if installation is None:
        return
    app = world.apps[token.app_id]
    event = {"type": "tokens_revoked", "tokens": {"bot": [installation.bot_user_id]}}
    for workspace in world.workspaces_of(installation):
        events.tell(world, workspace.id, event, only=app)
