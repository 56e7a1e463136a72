"""Rules about a text that takes another office for the own one (SOP734).

``Seluruh jajaran Dinas …`` of a kecamatan's own preface was left standing when the text
was copied.  Other offices are thanked there, or work with the own one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from sopgen.lint.bacaan import Bacaan
from sopgen.lint.kantor_lain import naming_offices
from sopgen.lint.temuan import at_all, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok

#: All who work in an office, and an office that is no kecamatan.
KANTOR = re.compile(
    r"\b(?P<lingkup>jajaran|lingkup|lingkungan|aparatur|pegawai|karyawan|keluarga\s+besar)"
    r"\s+(?:(?:di|pada|dalam)\s+)?(?P<kantor>(?:Dinas|Badan|Inspektorat|Sekretariat\s+"
    r"(?:Daerah|DPRD)|Kantor(?!\s+(?:Kecamatan|Camat))|Satuan\s+Polisi|Puskesmas)"
    r"(?:,?\s+(?:(?:dan|serta)\s+)?(?!Kabupaten|Kota|Kecamatan)[A-Z]\w+){1,8})"
)
#: In the sentence before: another one is meant on purpose.
MITRA = re.compile(
    r"\b(?:terima\s+kasih|bersama|kerja\s+sama|koordinasi\w*|berkoordinasi|bantuan|"
    r"dukungan|bimbingan|arahan|masukan|undang\w*|melibatkan|instansi|perangkat\s+daerah|"
    r"antara|mitra|termasuk|serta|maupun)\b|[a-z],\s[^.;]*$",
    re.IGNORECASE,
)
SEBELUM = 200
#: The chapter in which an office speaks of itself.
PENGANTAR = "naskah kata_pengantar"


def kantor_dinas(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text of the office itself that speaks of another as the own one."""
    sebutan = buku.kecamatan.sebutan
    own = sebutan.setingkat_kecamatan
    texts = (o for o in naming_offices(buku) if own and _is_own_text(o))
    for _, places in groupby(texts, key=lambda one: one.tempat):
        found = [
            (" ".join(match["kantor"].split()), one.span(match.start("kantor")))
            for one in places
            for match in KANTOR.finditer(one.isi)
            if _is_meant(one, match, buku)
        ]
        if found:
            named = listed((f"`{words}`" for words, _ in found), 3)
            message = f"kantor ini {sebutan.jenis.lower()}, tertulis {named}"
            name = f"{sebutan.jenis} {{{{ kecamatan.nama }}}}"
            saran = f"tulis `{name}` bila kantor sendiri yang dimaksud"
            told = diagnose("SOP734", message, found[0][1], saran)
            words = " ".join(words for words, _ in found)
            yield at_all(told.about(Pokok.KATA, words), (span for _, span in found))


def _is_own_text(one: Bacaan) -> bool:
    of_sop = one.tempat.startswith("SOP ")
    return not (one.dasar or of_sop or one.nama == "tembusan")


def _is_meant(one: Bacaan, match: re.Match[str], buku: Buku) -> bool:
    """Return whether the own office is meant by another one's name."""
    before = one.isi[max(0, match.start() - SEBELUM) : match.start()]
    sentence = re.split(r"[.;:]\s|\n\s*\n", before)[-1]
    sebutan = buku.kecamatan.sebutan
    own = "|".join(map(re.escape, (sebutan.daerah, sebutan.nama)))
    kinds = rf"Kabupaten|Kab\.|Kota|{re.escape(sebutan.jenis)}"
    behind = rf"\s+(?:{kinds})\s+(?:{own})\b"
    at_home = re.match(behind, one.isi[match.end() :], re.IGNORECASE)
    return bool(one.tempat == PENGANTAR or at_home) and not MITRA.search(sentence)
