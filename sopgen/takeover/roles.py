"""What offices call the columns of a chart's table: words of a heading → its role."""

from __future__ import annotations

import re

from sopgen.takeover.xmlread import plain

#: The parts of mutu baku, in the order in which they usually stand.
MUTU = ("kelengkapan", "waktu", "output")
_STEP = r"(kegiatan|aktivitas|aktifitas|pekerjaan|kerja|tugas|tindakan)"
#: What offices call the columns; the first that fits is it.
WORDS = (
    ("no", r"no|nomor|(no\.?|nomor) ?urut|no\.? ?keg(iatan)?"),
    (
        "kegiatan",
        rf"((uraian|rincian|langkah|tahap(an)?|nama|jenis|deskripsi|urutan|alur)[ -]*)*"
        rf"{_STEP}( {_STEP})?"
        rf"|((uraian|rincian|langkah|tahap(an)?|urutan|alur) )*"
        rf"(prosedur|uraian|langkah|tahapan)( {_STEP}| prosedur)?"
        rf"|langkah-langkah( {_STEP}| prosedur)?",
    ),
    (
        "pelaksana",
        r"((unit|petugas|para|nama|jabatan|pihak) )?(pelaksana|pelaku|aktor|actor)"
        r"( (kegiatan|prosedur|sop|tugas))?",
    ),
    ("mutu", r"(standar )?(mutu baku|baku mutu)|standar mutu|mutu"),
    (
        "kelengkapan",
        r"(per)?syarat(an)?|(per|ke)lengkapan|input|masukan|bahan"
        r"|(per)?syarat(an)? (per|ke)lengkapan|kelengkapan berkas",
    ),
    (
        "waktu",
        r"((lama|jangka|target|estimasi|standar) )?waktu"
        r"( (menit|jam|hari|mnt|penyelesaian|pelaksanaan|pengerjaan|proses))?"
        r"|durasi|lama(nya)?",
    ),
    (
        "output",
        r"out ?put|(dokumen )?hasil( (kegiatan|kerja|akhir))?|keluaran|produk",
    ),
    ("keterangan", r"keterangan( lain(nya)?)?|ket|catatan"),
)
ROLES = tuple((role, re.compile(pattern)) for role, pattern in WORDS)
#: Words that are names of a pelaksana as often as they are a heading over names.
MAYBE_PELAKSANA = re.compile(
    r"pelaksanaan|petugas|(unit|satuan) kerja|unit|p\.?i\.?c|penanggung ?jawab|jabatan"
    r"|instansi|organisasi|(pihak|unit) terkait|pihak|personil|pejabat|bagian|seksi"
)
#: What joins the two names of one column: Hasil/Output.
JOINTS = re.compile(r"\s*(?:[/&,+\\]|\bdan\b|\batau\b)\s*")
BRACKETED = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def role_of(text: str) -> str:
    """Return which column a heading names; nothing if it is none that we know."""
    word = _bare(text)
    whole = _known(word)
    if whole:
        return whole
    parts = [_known(part) for part in JOINTS.split(word) if part]
    roles = {role for role in parts if role}
    if len(roles) == 1 and (parts[0] or len(parts) == 2):
        return roles.pop()
    return ""


def may_be_pelaksana(text: str) -> bool:
    """Return whether a heading may mean the pelaksana, or be the name of one."""
    parts = [part for part in JOINTS.split(_bare(text)) if part]
    return any(MAYBE_PELAKSANA.fullmatch(part) for part in parts)


def _bare(text: str) -> str:
    """Return a heading without its unit and marks: WAKTU (mnt) : → waktu."""
    word = plain(text).casefold()
    short = plain(BRACKETED.sub(" ", word)).strip(" .:*")
    return short or word.strip("()[] .:*")


def _known(word: str) -> str:
    bare = word.strip(" .:*")
    return next((role for role, known in ROLES if known.fullmatch(bare)), "")
