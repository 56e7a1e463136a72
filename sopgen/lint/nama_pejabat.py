"""Rules about the names of officials: a jabatan for one, a degree twice (SOP183)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.identitas import signing
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.pejabat import Pejabat

#: By what a jabatan begins, and no person is called.
JABATAN = re.compile(
    r"\W*(?:nama\s+)?(?:camat|sekcam|sekretaris|kasi|kasubb?ag|lurah|bupati|wali\s?kota|"
    r"pejabat|staf|kepala\s+(?:seksi|sub\s?bag\w*|desa|dinas|badan|bagian))\b",
    re.IGNORECASE,
)


def nama_pejabat_meragukan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each official whose name is a jabatan, or has one degree twice."""
    for one in signing(buku):
        fault = _fault(one)
        if fault:
            yield diagnose("SOP183", fault[0], one.at("nama"), fault[1])


def _fault(one: Pejabat) -> tuple[str, str] | None:
    """Return what is wrong with a name, and what to write."""
    same = _plain(one.nama) == _plain(one.jabatan) != ""
    if same or is_jabatan(one.nama):
        message = f"nama pejabat `{one.nama}` adalah jabatan"
        return message, "tulis nama orangnya, seperti pada SK pejabat itu"
    parts = [part.strip() for part in one.nama.split(",")]
    once = list({_plain(part): part for part in reversed(parts[1:])}.values())[::-1]
    if len(once) < len(parts) - 1:
        message = f"gelar dua kali pada nama pejabat `{one.nama}`"
        return message, f"tulis `{', '.join((parts[0], *once))}`"
    return None


def is_jabatan(nama: str) -> bool:
    """Return whether a name begins as a jabatan does."""
    return JABATAN.match(nama) is not None


def _plain(text: str) -> str:
    """Return the letters of a degree or a jabatan."""
    return re.sub(r"[^a-z]", "", text.casefold())
