"""Find what is still to be filled in: hints of examples, dots, xxx, TODO (SOP112)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from sopgen.lint.kata import words_of
from sopgen.lint.teks import line_of, texts_of
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Span, Teks
from sopgen.model.sop import Status

#: What the kop says of the office, and signs that stand where something is to come.
KOP = ("alamat", "telepon", "kode_pos")
TITIK_TITIK = re.compile(r"[.…_]{3,}|…|[xX]{2,}(?![a-z])")
#: Words by which a hint in brackets begins: ``[isi keterangan]``, ``<nama petugas>``.
PETUNJUK = (
    r"isi(?:kan|lah)?|diisi|tulis(?:kan|lah)?|ketik|masukkan|lengkapi|sebutkan|contoh|nama|"
    r"tanggal|tgl|nomor|jabatan|uraian|keterangan|teks|judul|alamat|tahun|jumlah|"
    r"x{2,}|…|\.{2,}"
)
#: What nobody means to have printed; dots only where a word says what is to come.
CONTOH = re.compile(
    rf"\((?:isi|isikan|isilah)\s[^()]{{0,80}}\)?"
    rf"|\[\s*(?:{PETUNJUK})(?![\w/])[^\[\]]{{0,60}}\](?!\()"
    rf"|<(?:{PETUNJUK})(?![\w/=])[^<>=]{{0,60}}>"
    r"|\bx{3,}\b|\b(?:TODO|FIXME|TBD)\b|\blorem\s+ipsum\b"
    r"|\bisi\s+di\s?sini\b"
    r"|(?<![.…])\.{5,}(?![.…])|…{2,}|_{4,}"
    r"|\b(?:nomor|no\.|tanggal|tgl\.?|tahun|nama|sebanyak|sejumlah)\s*:?\s*"
    r"(?:…|(?<!\.)\.{3,})",
    re.IGNORECASE,
)
#: Without one of these signs or words there is none; a text that is nothing but dots.
ADA = re.compile(r"[\[<…_]|\.\.")
KATA = frozenset((
    "isi", "isikan", "isilah", "diisi", "todo", "fixme", "tbd", "ipsum",
    *("x" * n for n in range(3, 9)),
))  # fmt: skip
HAMPA = re.compile(
    r"[\s.…_]*[.…_]{2}[\s.…_]*|…|\W*(?:belum|akan|untuk)\s+diisi\W*", re.IGNORECASE
)
#: So much of a text is shown.
TAMPAK = 60


def belum_diisi(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text that still says what should be filled in.

    In a book in force it would be printed so.
    """
    in_force = buku.status is Status.BERLAKU
    for teks in chain(_of_examples(buku), _blank_kop(buku)):
        message = f"`{teks.isi[:TAMPAK]}` belum diisi"
        yield (diagnose if in_force else diagnose_lightly)(
            "SOP112", message, teks.span, "tulis isinya, atau kosongkan"
        )


def _of_examples(buku: Buku) -> Iterator[Teks]:
    """Yield what is left of an example; what mutu baku lack is told as that.

    What is made of a field that is still open is told at that field alone.
    """
    found = [
        (teks, match)
        for teks in texts_of(buku)
        if _likely(teks.isi) and (match := _left(teks.isi))
    ]
    told = set(_measures(buku)) if found else set()
    fields = {teks.isi for teks, match in found if match.start() == 0}
    for teks, match in found:
        if match.start() and match[0] in fields:
            continue
        if teks.span not in told or match[0].startswith("("):
            whole = match.start() == 0 or "\n" not in teks.isi
            shown = teks.isi if whole else match[0]
            yield Teks(shown, teks.span if whole else line_of(teks, match.start()))


def _likely(text: str) -> bool:
    return bool(ADA.search(text)) or not KATA.isdisjoint(words_of(text).kata)


def unfilled(text: str) -> bool:
    """Return whether a text still says what should be filled in, or nothing."""
    return _left(text) is not None


def _left(text: str) -> re.Match[str] | None:
    return HAMPA.fullmatch(text) or CONTOH.search(text)


def _measures(buku: Buku) -> Iterator[Span]:
    """Yield where mutu baku stand: what is no time, or nothing, is told as that."""
    for sop in buku.sop:
        for row in sop.kegiatan:
            yield from (row.at(one) for one in ("waktu", "kelengkapan", "output"))


def _blank_kop(buku: Buku) -> Iterator[Teks]:
    """Yield what the kop says with signs where something is to come."""
    for name in KOP:
        text = getattr(buku.kecamatan, name)
        if TITIK_TITIK.search(text) and not _left(text):
            yield Teks(text, buku.at("kecamatan", name))
