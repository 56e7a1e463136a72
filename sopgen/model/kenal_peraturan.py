"""Which regulation of the table is meant by a name or a title that a text has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from sopgen.model.ingatan import remembered
from sopgen.model.peraturan import Peraturan, Tabel
from sopgen.model.tulisan import Tulisan, read_tulisan

#: How alike titles are that mean the same regulation (difflib's ratio).
SERUPA = 0.85
#: What stands before the name of a region, today or in the time of Daerah Tingkat II.
SEBUTAN = re.compile(
    r"^(?:(?:kabupaten|kota|administrasi|provinsi|daerah|tingkat|ii?)\s+)+"
)
#: Words that are spelled in two ways, and remarks in brackets.
EJAAN = (("propinsi", "provinsi"), ("perundang-undangan", "perundangundangan"))
#: What leads to a title: ``tentang``, or a dash.
TENTANG = re.compile(r"[\s,;:.–—-]*(?:(?:tentang|ttg)\b\.?)?\s*", re.IGNORECASE)
#: Where it ends: a gazette, what it was changed by, the last sign.
UJUNG = re.compile(
    r"\s*\((?:Tambahan\s)?(?:Lembaran|Berita|T?LN|BN|T?LD|BD)\b.*"
    r"|,?\ssebagaimana\s+(?:telah|sudah).*|[\s…;.]+$",
    re.IGNORECASE,
)


def means_same(daerah: str, kabupaten: str) -> bool:
    """Return whether two names mean the same region; what follows it does not count."""
    return f"{strip_sebutan(daerah)} ".startswith(f"{strip_sebutan(kabupaten)} ")


def strip_sebutan(daerah: str) -> str:
    """Return the name of a region without what sort it is, or once was."""
    return SEBUTAN.sub("", daerah.casefold())


def resembles(one: str, other: str) -> bool:
    """Return whether two titles mean the same regulation."""
    match = SequenceMatcher(None, split_words(one), split_words(other))
    return match.real_quick_ratio() >= SERUPA and match.ratio() >= SERUPA


@remembered(2000)
def split_words(title: str) -> tuple[str, ...]:
    """Return the words of a title without what is spelled in several ways."""
    text = re.sub(r"\([^()]*\)", " ", title.casefold())
    for written, proper in EJAAN:
        text = text.replace(written, proper)
    return tuple(re.findall(r"\w+", text))


def all_cited(one: Tulisan, tabel: Tabel, kabupaten: str) -> Iterator[Peraturan]:
    """Yield what a name means, of its region or of none.

    A region that is not named is taken for ``kabupaten``.
    """
    find = tabel.serumpun if one.singkat else tabel.dikutip
    for found in find(one.jenis, one.nomor, one.tahun):
        if not found.daerah or means_same(found.daerah, one.daerah or kabupaten):
            yield found


def meant_by(text: str, tabel: Tabel, kabupaten: str) -> Peraturan | None:
    """Return the one regulation that a text as a whole cites without doubt.

    There is none if the text begins otherwise, or with its title means another one.
    """
    flat = " ".join(text.split())
    first = next(iter(read_tulisan(flat)), None)
    if first is None or first.awal:
        return None
    found = tuple(all_cited(first, tabel, kabupaten))
    return found[0] if len(found) == 1 and _titled(flat, first, found[0]) else None


def _titled(flat: str, one: Tulisan, found: Peraturan) -> bool:
    """Tell whether what stands behind a name is its title, as far as it is said."""
    behind = TENTANG.sub("", flat[one.akhir :], count=1)
    said = split_words(UJUNG.sub("", behind))
    proper = split_words(found.tentang)[: len(said)]
    return resembles(" ".join(said), " ".join(proper)) if said else True
