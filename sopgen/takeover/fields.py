"""What offices call the fields of the identity: words of a heading → its field."""

from __future__ import annotations

import re

from sopgen.takeover.xmlread import plain

#: Words behind the name of a list, such as "dan Pendaftaran", change nothing.
_ALSO = r"( ?(/|&|,|dan|serta) ?[a-z]+( [a-z]+)?){0,2}"
_SOP = r"(s\.?o\.?p\.?( ?ap)?|prosedur|standar operasional prosedur)"
#: How offices name the fields.  What stands behind a colon is the value.
WORDS = (
    ("nomor", rf"(nomor|no)\.?( dokumen)?( {_SOP})?"),
    (
        "tanggal_pembuatan",
        r"(tgl|tanggal)\.? "
        r"(pembuatan|dibuat|penyusunan|disusun|ditetapkan|penetapan|terbit|penerbitan)",
    ),
    ("tanggal_revisi", r"((tgl|tanggal)\.? )?(revisi|perubahan)( ke)?"),
    (
        "tanggal_efektif",
        r"(tgl|tanggal)\.? "
        r"(efektif|berlaku|mulai berlaku|diberlakukan|pemberlakuan|pengesahan|disahkan)"
        r"|(mulai )?berlaku efektif",
    ),
    ("pengesah", r"(di)?s(ah|yah)kan oleh|pengesahan|mengesahkan|ditetapkan oleh"),
    (
        "judul",
        rf"(nama|judul)( ?/ ?(nama|judul))?( {_SOP})?( ?/ ?(sop|prosedur|judul))?",
    ),
    (
        "dasar_hukum",
        rf"(dasar|landasan|rujukan|acuan|payung) hukum{_ALSO}|dasar|referensi",
    ),
    (
        "kualifikasi_pelaksana",
        r"(kualifikasi|kompetensi)( dan kompetensi)?"
        r"( (pelaksana(an)?|sdm|petugas|perso?nil|personel|pegawai|aparatur))?( sop)?"
        rf"{_ALSO}|persyaratan pelaksana",
    ),
    (
        "keterkaitan",
        r"keterkaitan( (dengan |antar )?(sop|prosedur)( ap)?( lain(nya)?)?)?"
        rf"{_ALSO}|(sop|prosedur)( ap)?( lain)?( yang)? terkait"
        r"|hubungan dengan (sop|prosedur) lain(nya)?",
    ),
    (
        "peralatan",
        r"(peralatan|perlengkapan)( kerja)?( yang (digunakan|diperlukan))?"
        rf"{_ALSO}( kerja)?|(sarana|alat) ?(/|dan|&) ?(prasarana|perlengkapan|bahan)",
    ),
    ("peringatan", rf"peringatan{_ALSO}|perhatian"),
    (
        "pencatatan",
        rf"(pencatatan|pendataan|pendokumentasian){_ALSO}|dokumentasi dan pencatatan",
    ),
    (
        "unit",
        r"unit( (kerja|organisasi))?|satuan kerja|skpd|opd|seksi / unit"
        r"|unit (pengolah|pelaksana)",
    ),
)
LABELS = tuple((key, re.compile(pattern)) for key, pattern in WORDS)
LISTS = (
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
)
#: What counts a heading: 1. Dasar Hukum, A) Peringatan.
COUNT = re.compile(r"\(?([0-9]{1,2}|[A-Z]|[IVX]{1,4})[.)]\s+")


def label_of(text: str) -> tuple[str, str]:
    """Return the field that a text names, and the value behind its colon."""
    head, colon, rest = text.partition(":")
    word = plain(head).casefold().strip(" .*•")
    for key, pattern in LABELS:
        if pattern.fullmatch(word):
            return key, rest.strip() if colon else ""
    first, _, later = text.strip().partition("\n")
    if later and not colon:
        key, _ = label_of(first)
        return key, later.strip() if key else ""
    return "", ""


def counted_label_of(text: str) -> tuple[str, str]:
    """Return what a text names behind the number that counts it."""
    match = COUNT.match(text.lstrip())
    return label_of(text.lstrip()[match.end() :]) if match else ("", "")
