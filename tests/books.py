"""The books that the project ships, and where the facts to compare them with lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
OFFICES = tuple(sorted(p.parent.name for p in ROOT.glob("specs/*/buku.yaml")))
SEEDS = {"kampak": "001_16834de852799aaf.txt", "karangan": "000_0526a2eb6da31512.txt"}

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="tanpa folder ../shared")


def require(present: bool, what: str) -> None:
    """Skip a test whose program is not here; fail where CI should have it."""
    if present:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI tanpa {what}")
    pytest.skip(f"tanpa {what}")
