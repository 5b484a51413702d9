"""People of a workspace, bots among them, and the JSON that Slack makes of them."""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from localslack.world import ids
from localslack.world.company import PersonSpec

SLACKBOT = "USLACKBOT"
SIZES = (24, 32, 48, 72, 192, 512)
COLORS = ("9f69e7", "4bbe2e", "e7392d", "3c989f", "674b1b", "e96699", "5b89d5", "c386df", "de5f24")


@dataclass
class User:
    """Anybody with a user id: a person, a guest, a bot, a stranger from elsewhere, Slackbot."""

    id: str
    team_id: str
    name: str
    real_name: str
    tz: str = "UTC"
    first_name: str = ""
    last_name: str = ""
    display_name: str = ""
    title: str = ""
    phone: str = ""
    pronouns: str = ""
    email: str = ""
    locale: str = "en-US"
    deleted: bool = False
    is_bot: bool = False
    is_admin: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    presence: str = "active"
    bot_id: str = ""
    app_id: str = ""
    updated: int = 0
    status_text: str = ""
    status_emoji: str = ""
    status_expiration: int = 0  # seconds since 1970; 0: until it is changed

    @property
    def color(self) -> str:
        """The colour of this person's picture, always the same one."""
        return COLORS[hashlib.sha256(self.id.encode()).digest()[0] % len(COLORS)]

    @property
    def initials(self) -> str:
        """One or two letters for the picture."""
        return "".join(word[0] for word in self.real_name.split()[:2]).upper() or "?"

    @property
    def is_person(self) -> bool:
        """A human who can act here: neither bot, Slackbot, gone, nor from elsewhere."""
        gone = self.deleted or self.is_bot or self.is_stranger
        return not gone and self.id != SLACKBOT

    def picture_path(self) -> str:
        """Where the local Slack draws this person's picture."""
        return f"/files/pictures/{self.id}.svg"

    def as_json(
        self, at: datetime, *, base_url: str = "", locale: bool = False, email: bool = False
    ) -> dict[str, Any]:
        """Slack's user object; `deleted` people come without their time zone, as in Slack."""
        body: dict[str, Any] = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name,
            "deleted": self.deleted,
            "profile": self.profile(base_url),
            "is_bot": self.is_bot,
            "is_app_user": False,
            "updated": self.updated,
        }
        if self.is_stranger:
            body["is_stranger"] = True
        if not self.deleted:
            body |= self._living(at)
        if locale:
            body["locale"] = self.locale
        if email and self.email and not self.is_stranger:
            body["profile"]["email"] = self.email
        return body

    def profile(self, base_url: str = "") -> dict[str, Any]:
        """Slack's profile object; a stranger's is partial. Who gave no first and last name has
        them from the real one."""
        first, _, last = self.real_name.partition(" ")
        shown = self.display_name or self.name
        profile: dict[str, Any] = {
            "real_name": self.real_name,
            "display_name": shown,
            "real_name_normalized": _plain(self.real_name),
            "display_name_normalized": _plain(shown),
            "first_name": self.first_name or first,
            "last_name": self.last_name or last,
            "avatar_hash": f"g{hashlib.sha256(self.id.encode()).hexdigest()[:11]}",
            "team": self.team_id,
        }
        profile |= {f"image_{size}": base_url + self.picture_path() for size in SIZES}
        if self.is_bot:
            profile |= {"bot_id": self.bot_id, "api_app_id": self.app_id, "always_active": False}
        if not self.is_stranger:
            profile |= {"title": self.title, "phone": self.phone, "skype": ""}
            profile |= {"pronouns": self.pronouns} if self.pronouns else {}
            profile |= self._status()
        return profile

    def _status(self) -> dict[str, Any]:
        name = self.status_emoji.strip(":")
        shown = {"emoji_name": name, "display_url": "", "unicode": ""}
        return {
            "status_text": self.status_text,
            "status_text_canonical": "",
            "status_emoji": self.status_emoji,
            "status_emoji_display_info": [shown] if name else [],
            "status_expiration": self.status_expiration,
        }

    def as_bot(self, base_url: str) -> dict[str, Any]:
        """Slack's bot object, and the profile that a bot's messages carry."""
        picture = base_url + self.picture_path()
        return {
            "id": self.bot_id,
            "app_id": self.app_id,
            "user_id": self.id,
            "name": self.real_name,
            "icons": {f"image_{size}": picture for size in (36, 48, 72)},
            "deleted": self.deleted,
            "updated": self.updated,
        }

    def _living(self, at: datetime) -> dict[str, Any]:
        local = at.astimezone(ZoneInfo(self.tz))
        offset = local.utcoffset()
        return {
            "color": self.color,
            "real_name": self.real_name,
            "tz": self.tz,
            "tz_label": local.tzname() or self.tz,
            "tz_offset": int(offset.total_seconds()) if offset is not None else 0,
            "is_admin": self.is_admin,
            "is_owner": False,
            "is_primary_owner": False,
            "is_restricted": self.is_restricted,
            "is_ultra_restricted": self.is_ultra_restricted,
            "is_email_confirmed": not self.is_bot,
            "who_can_share_contact_card": "EVERYONE",
        }


def _plain(name: str) -> str:
    """A name without accents, as Slack gives it for searching."""
    apart = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def from_spec(spec: PersonSpec, *, team_id: str, seed: str, updated: int) -> User:
    """The person that a company file describes."""
    ZoneInfo(spec.tz)
    home = ids.stable("T", seed, "elsewhere") if spec.is_stranger else team_id
    return User(
        id=ids.stable("U", seed, spec.name),
        team_id=home,
        name=spec.name,
        real_name=spec.real_name or spec.name.replace(".", " ").title(),
        tz=spec.tz,
        first_name=spec.first_name,
        last_name=spec.last_name,
        display_name=spec.display_name,
        title=spec.title,
        phone=spec.phone,
        pronouns=spec.pronouns,
        email="" if spec.is_bot else spec.email or f"{spec.name}@example.com",
        locale=spec.locale,
        deleted=spec.deleted,
        is_bot=spec.is_bot,
        is_admin=spec.is_admin,
        is_restricted=spec.is_restricted or spec.is_ultra_restricted,
        is_ultra_restricted=spec.is_ultra_restricted,
        is_stranger=spec.is_stranger,
        presence=spec.presence,
        status_text=spec.status_text,
        status_emoji=spec.status_emoji,
        status_expiration=spec.status_expiration,
        bot_id=ids.stable("B", seed, spec.name) if spec.is_bot else "",
        updated=updated,
    )


def slackbot(team_id: str, updated: int) -> User:
    """Slackbot, who is no bot by its `is_bot`, as in Slack."""
    return User(SLACKBOT, team_id, "slackbot", "Slackbot", updated=updated)
