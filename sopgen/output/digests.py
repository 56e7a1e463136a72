"""What bytes come to."""

from __future__ import annotations

import hashlib


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()
