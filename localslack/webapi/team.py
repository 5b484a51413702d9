"""team.info."""

from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method


@method("team.info")
def team_info(call: Call) -> Answer:
    """The workspace's name and domain."""
    wanted = call.text("team")
    places = call.world.workspaces_of(call.installation)
    workspace = next((place for place in places if wanted in (None, place.id)), None)
    if workspace is None:
        raise Refused("team_not_found")
    team: Answer = {
        "id": workspace.id,
        "name": workspace.name,
        "domain": workspace.domain,
        "email_domain": "",
        "icon": {"image_default": True},
    }
    if workspace.enterprise_id:
        team |= {
            "enterprise_id": workspace.enterprise_id,
            "enterprise_name": workspace.enterprise_name,
        }
    return {"team": team}
