"""What comes from `AMP_SECRET`: the lock on tokens at rest, and names nobody can guess."""

import base64
import hmac

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import AmpError


class WrongSecret(AmpError):
    """A token can't be read: AMP_SECRET is not the one that this database was written with."""


class Vault:
    """One secret, a key of its own for each purpose (HKDF, RFC 5869)."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._keys: dict[str, bytes] = {}

    def lock(self, text: str) -> bytes:
        return self._fernet().encrypt(text.encode())

    def unlock(self, locked: bytes) -> str:
        """The text that was locked; raises WrongSecret when the secret has changed since."""
        try:
            return self._fernet().decrypt(locked).decode()
        except InvalidToken:
            raise WrongSecret from None

    def token(self, label: str, *parts: object) -> bytes:
        """A 32-byte HMAC-SHA256 of *parts*; another *label* gives unrelated tokens."""
        told = "\x1f".join(str(part) for part in parts).encode()
        return hmac.digest(self._key(label), told, "sha256")

    def _fernet(self) -> Fernet:
        return Fernet(base64.urlsafe_b64encode(self._key("tokens at rest")))

    def _key(self, label: str) -> bytes:
        if label not in self._keys:
            derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=label.encode())
            self._keys[label] = derive.derive(self._secret)
        return self._keys[label]
