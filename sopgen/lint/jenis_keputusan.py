"""Rules about what a decree says it is: the decree of its own head (codes 7xx).

Source: form of a Keputusan Kepala Daerah, Permendagri 80/2015 jo. 120/2018.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.bacaan import filled
from sopgen.lint.sebutan_kantor import is_head
from sopgen.model.bahasa import huruf
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic

#: What the considerations say is to be established now, and by whom.
MENETAPKAN = re.compile(
    r"\bperlu\s+(?:segera\s+)?(?:menetapkan|ditetapkan\s+dengan|membentuk|dibentuk\s+dengan)"
    r"\s+(?P<apa>(?:surat\s+)?(?P<bentuk>keputusan|peraturan|instruksi|ketetapan)"
    r"(?P<siapa>\s+(?:(?!tentang\b)\w+\s*){0,8}))",
    re.IGNORECASE,
)


def keputusan_pejabat_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each menimbang by which another office's decree would be established."""
    for one in buku.keputusan:
        for n, teks in enumerate(one.menimbang, 1):
            found = MENETAPKAN.search(filled(teks.isi, buku))
            if found and not _own(found["bentuk"], found["siapa"], buku):
                what = " ".join(found["apa"].split())
                where = f"menimbang huruf {huruf(n).lower()}"
                sebutan = buku.kecamatan.sebutan
                head = f"Keputusan {sebutan.kepala}"
                message = f"{where}: perlu menetapkan `{what}`, bukan {head}"
                saran = f"tulis `Keputusan {sebutan.templat_pimpinan}`"
                yield diagnose("SOP738", message, teks.span, saran)


#: By what the name of the own decree goes on behind its kind.
SENDIRI = ("ini", "plt", "plh", "pj", "penjabat", "pelaksana")


def _own(kind: str, who: str, buku: Buku) -> bool:
    """Return whether a decree is one of the head; of whom may be left unsaid.

    By what other word the office is called is told by itself.
    """
    words = who.casefold().split()
    own = not words or words[0] in SENDIRI or is_head(who, buku)
    return kind.casefold() == "keputusan" and own
