"""What comes from `AMP_SECRET`: the lock on tokens at rest, and names nobody can guess.

The libraries of the lock are imported where it is used: that of the version before is 8 MB.
"""

import base64
import hmac
from typing import TYPE_CHECKING

from bot.errors import AmpError

if TYPE_CHECKING:
    from cryptography.fernet import Fernet
    from nacl.secret import SecretBox

BOX = b"box:"  # what is locked by a secret box begins with it, and a token of Fernet never


class WrongSecret(AmpError):
    """A token can't be read: AMP_SECRET is not the one that this database was written with."""


class Vault:
    """One secret, a key of its own for each purpose (HKDF, RFC 5869).

    It locks in secret boxes, or, for as long as processes of version 0.1 may have to open it, with
    Fernet *as before*; it opens both.
    """

    def __init__(self, secret: str, *, as_before: bool = False) -> None:
        self._secret = secret.encode()
        self._as_before = as_before
        self._keys: dict[str, bytes] = {}

    def lock(self, text: str) -> bytes:
        if self._as_before:
            return self._fernet().encrypt(text.encode())
        return BOX + self._box().encrypt(text.encode())

    def unlock(self, locked: bytes) -> str:
        """The text that was locked; raises WrongSecret when the secret has changed since."""
        opened = self._opened if locked.startswith(BOX) else self._opened_as_before
        return opened(locked).decode()

    def _opened(self, locked: bytes) -> bytes:
        from nacl.exceptions import CryptoError

        try:
            return self._box().decrypt(locked.removeprefix(BOX))
        except CryptoError:
            raise WrongSecret from None

    def _opened_as_before(self, locked: bytes) -> bytes:
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet().decrypt(locked)
        except InvalidToken:
            raise WrongSecret from None

    def token(self, label: str, *parts: object) -> bytes:
        """A 32-byte HMAC-SHA256 of *parts*; another *label* gives unrelated tokens."""
        told = "\x1f".join(str(part) for part in parts).encode()
        return hmac.digest(self._key(label), told, "sha256")

    def _box(self) -> "SecretBox":
        from nacl.secret import SecretBox

        return SecretBox(self._key("boxes at rest"))

    def _fernet(self) -> "Fernet":
        from cryptography.fernet import Fernet

        return Fernet(base64.urlsafe_b64encode(self._key("tokens at rest")))

    def _key(self, label: str) -> bytes:
        if label not in self._keys:
            extracted = hmac.digest(bytes(32), self._secret, "sha256")
            self._keys[label] = hmac.digest(extracted, label.encode() + b"\x01", "sha256")
        return self._keys[label]
