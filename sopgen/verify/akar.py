"""The certificates that an office trusts: files with one or several, PEM or DER."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from asn1crypto import pem
from asn1crypto.x509 import Certificate

#: No list of certificates is larger, bytes.
MOST_BYTES = 5_000_000
PEM_KINDS = ("CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE")


class AkarError(Exception):
    """A file holds no certificate: which one, and why."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)
        self.path, self.why = path, why


def read_akar(paths: Iterable[Path]) -> tuple[Certificate, ...]:
    """Return the certificates in files.  Raises AkarError."""
    return tuple(one for path in paths for one in _read(path))


def _read(path: Path) -> list[Certificate]:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise AkarError(path, "tidak dapat dibaca") from None
    try:
        found = _certificates(data) if len(data) <= MOST_BYTES else []
    except (ValueError, TypeError, KeyError):
        found = []
    if not found:
        raise AkarError(path, "bukan sertifikat PEM atau DER")
    return found


def _certificates(data: bytes) -> list[Certificate]:
    if not pem.detect(data):
        return [_sound(data)]
    blocks = pem.unarmor(data, multiple=True)
    return [_sound(der) for kind, _, der in blocks if kind in PEM_KINDS]


def _sound(der: bytes) -> Certificate:
    """Return a certificate that was read to its end: they are read when needed."""
    made = Certificate.load(der, strict=True)
    if not (made.native and made.public_key):
        raise ValueError("no certificate")
    return made
