"""The signature of a webhook: Standard Webhooks, https://www.standardwebhooks.com (scheme v1)."""

import base64
import hashlib
import hmac
import secrets
from datetime import datetime

PREFIX = "whsec_"
SECRET_BYTES = 32


def new_secret() -> str:
    """A secret as receivers enter it: `whsec_` and base64."""
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def headers(secret: str, id_: str, body: bytes, *, at: datetime) -> dict[str, str]:
    """What goes with *body*: its id, the moment in whole Unix seconds, and the signature."""
    moment = str(int(at.timestamp()))
    return {
        "webhook-id": id_,
        "webhook-timestamp": moment,
        "webhook-signature": signature(secret, id_, moment, body),
    }


def signature(secret: str, id_: str, moment: str, body: bytes) -> str:
    """`v1,` and the base64 of HMAC-SHA256 over `id.moment.body`."""
    key = base64.b64decode(secret.removeprefix(PREFIX))
    told = f"{id_}.{moment}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, told, hashlib.sha256).digest()).decode()
