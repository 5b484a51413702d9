"""team.info."""

from localslack.errors import Refused
from localslack.webapi.call import Answer, Call, method

SIZES = (34, 44, 68, 88, 102, 132, 230)


@method("team.info")
def team_info(call: Call) -> Answer:
    """The workspace's name and domain."""
    wanted = call.text("team")
    places = call.world.workspaces_of(call.installation)
    workspace = next((place for place in places if wanted in (None, place.id)), None)
    if workspace is None:
        raise Refused("team_not_found")
    picture = f"{call.base_url}/page/icon.svg"
    team: Answer = {
        "id": workspace.id,
        "name": workspace.name,
        "domain": workspace.domain,
        "url": f"https://{workspace.domain}.slack.com/",
        "email_domain": "",
        "icon": {"image_default": True, **{f"image_{size}": picture for size in SIZES}},
        "avatar_base_url": f"{call.base_url}/files/pictures/",
        "is_verified": False,
    }
    if workspace.enterprise_id:
        team |= {
            "enterprise_id": workspace.enterprise_id,
            "enterprise_name": workspace.enterprise_name,
            "enterprise_domain": str(workspace.enterprise_name).lower().replace(" ", "-"),
        }
    return {"team": team}
