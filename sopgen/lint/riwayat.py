"""Tell whether a text speaks of a regulation as of one that is past."""

from __future__ import annotations

import re

from sopgen.lint.sitiran import PANDANG, Sitiran
from sopgen.model.diagnostic import Teks

#: What tells that a text speaks of a regulation as of one that is past.
SEBELUM = re.compile(
    r"\b(?:men(?:cabut|gganti(?:kan)?)|pengganti|dahulu|semula|sebelumnya|pernah|sejak|bekas)"
    r"\b[^.;]*$|\b(?:perubahan\s+(?:\w+\s+)?atas|pelaksanaan(?:\s+dari)?)\s*$",
    re.IGNORECASE,
)
SESUDAH = re.compile(
    r"^[^.;]*?\b(?:(?:telah|sudah)?\s*(?:dicabut|diganti(?:kan)?)|tidak\s+berlaku"
    r"|tidak\s+lagi)\b",
    re.IGNORECASE,
)


def is_past(teks: Teks, cited: Sitiran) -> bool:
    """Return whether a text itself says that a regulation is past."""
    flat = " ".join(teks.isi.split())
    before = flat[max(0, cited.awal - PANDANG) : cited.awal]
    return bool(SEBELUM.search(before) or SESUDAH.search(cited.sisa[: 3 * PANDANG]))
