"""Verbs in the words of a kegiatan: by what it begins, how many actions it tells."""

from __future__ import annotations

import re

from sopgen.model.ingatan import remembered

#: Words that begin like a verb and name a thing, a state or a relation.
BUKAN = (
    r"me(?:dia|dis|ja|sin|nteri|terai|tode|nit|tadata|kanisme|mo|morandum|mber|ntal|"
    r"rek|ter|teran|lalui|nurut|ngenai|ngingat|liputi|rupakan|njadi|menuhi|nengah|rata|"
    r"ndesak|nyeluruh|ndalam|madai|ncurigakan|nular|ninggal|rah|rdeka|ski|skipun|ngapa|"
    r"reka|lainkan|ndatang|nonjol|nurun|ningkat|mpunyai|miliki|ngandung|mungkinkan)\b"
)
AKTIF = rf"(?!{BUKAN})me(?:m|n|ng|ny|l|r|w|y)?-?\w{{3,}}"
#: Verbs without me-: one comes, is there, works together.
LAIN = (
    r"ber(?!kas\b|ita\b|as\b|anda\b|at\b|sih\b|lian\b|harga\b|nomor|stempel|cap\b|"
    r"tanda|tanggal|sama\b|ikut\b|dasarkan\b|kaitan\b)\w{3,}|belajar|bekerja|datang|"
    r"hadir|tiba|masuk|keluar|pulang|pergi|kembali|ikut|turut|turun|naik|singgah|"
    r"mulai|selesai|mohon|minta|tunggu|antre|jumlah|total"
)
#: What may stand before the verb.
PENDAHULU = (
    r"(?:tidak|belum|ikut|turut|ikut\s+serta|segera|kembali|dapat|wajib|harus|langsung|"
    r"secara\s+\w+|bersama[-\s\w]*?|melalui\s[^,]*?,|untuk|atas\s+nama\s+\w+|kemudian|"
    r"lalu|selanjutnya|setelah\s+itu)\s+"
)
KERJA = re.compile(rf"(?:{PENDAHULU})?(?P<kerja>{AKTIF}|(?:{LAIN})\b)", re.IGNORECASE)
#: Numbers and signs before the first word, and a clause that says when.
PEMBUKA = re.compile(r"\W*(?:(?:[0-9]{1,2}|[a-z])[.)]\s+)?", re.IGNORECASE)
KETIKA = re.compile(
    r"(?:setelah|sesudah|sebelum|apabila|jika|bila|kalau|dalam\s+hal|ketika|saat|pada|"
    r"berdasarkan|sesuai|menurut|melalui|guna|bagi|untuk|dengan|atas|di|bersama)\b"
    r"[^,]*,\s*",
    re.IGNORECASE,
)
#: What parts two actions, and the second one.
PEMISAH = (
    r"(?:\s*[,;]\s*(?:(?:dan|lalu|serta|kemudian|selanjutnya|sekaligus|setelah\s+itu)\s+)?"
    r"|\s+(?:dan(?:/atau)?|lalu|serta|kemudian|selanjutnya|sekaligus|setelah\s+itu)\s+"
    r"(?:(?:langsung|segera|kemudian|sekaligus|juga)\s+)?|\s*[&+/]\s*)"
)
KEDUA = re.compile(
    rf"(?<!dan)(?<!atau){PEMISAH}(?P<kerja>{AKTIF}"
    r"|ber(?:koordinasi|konsultasi|diskusi|musyawarah)\b"
    r"|(?:serahkan|arsipkan|agendakan|kirimkan|teruskan|catat|simpan|kirim|cetak)\b)"
    r"|\b(?:lalu|kemudian|selanjutnya|setelah\s+itu),?\s+"
    r"(?P<pasif>di(?!nas\b|sposisi)\w{4,})",
    re.IGNORECASE,
)
#: The opposite of what was said before: one of both is done.
SEBALIKNYA = re.compile(r"meno?lak\w*|mengembalikan|membatalkan", re.IGNORECASE)
#: A clause that says what for: its verbs are no actions of the row.
MAKSUD = re.compile(r"\b(?:untuk|agar|supaya|guna)\s+me\w{3,}", re.IGNORECASE)
#: What is looked at of a text, in letters.
PANDANG = 400


def opening(uraian: str) -> str:
    """Return the words of a kegiatan without number, marks, and a clause of time."""
    text = uraian[:PANDANG].replace("*", "")
    match = PEMBUKA.match(text)
    text = text[match.end() :] if match else text
    clause = KETIKA.match(text)
    return text[clause.end() :] if clause else text


def first_verb(text: str) -> re.Match[str] | None:
    """Return the verb by which a text begins, if it is one that somebody does."""
    return KERJA.match(text)


@remembered(5000)
def acts(uraian: str) -> int:
    """Return how many actions a kegiatan tells; what it is for does not count."""
    text = opening(uraian)
    aim = MAKSUD.search(text)
    if aim:
        text = text[: aim.start()]
    found = 1
    for match in KEDUA.finditer(text):
        turned = match["kerja"] and SEBALIKNYA.fullmatch(match["kerja"])
        found += not turned
    return found
