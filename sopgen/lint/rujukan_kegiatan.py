"""Rules about kegiatan and exits that a kegiatan speaks of, and that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.label import decisions, plain
from sopgen.lint.temuan import at_all, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.sop import Alur, Kegiatan

#: A kegiatan by its number: ``kegiatan 15``, ``kembali ke nomor 3``.
NOMOR = re.compile(
    r"\b(?:(?:kegiatan|langkah|tahap|aktivitas)(?:\s+(?:nomor|no\.?|ke-?))?|"
    r"(?:kembali|dikembalikan|lanjut\w*|dilanjutkan|berlanjut|menuju|balik)\s+ke\s+"
    r"(?:nomor|no\.?|angka|butir|poin|baris))"
    r"\s*(?P<nomor>[0-9]{1,2})(?=\s*(?:[.,;:)]|$|\b(?:dan|atau|untuk|bila|jika|apabila|"
    r"setelah|sesudah|sebelum|agar|dengan|karena|lagi|di\s?atas|di\s?bawah)\b))",
    re.IGNORECASE,
)
ANGKA = re.compile(r"[0-9]")
#: Before it: the kegiatan of something else.
LAIN = re.compile(r"\b(?:SOP|program|sub|anggaran|DPA|RKA|kode)\b[^.;]{0,30}$", re.I)
#: What a remark says of an exit: ``Baru: belum pernah punya KTP``.
TERANGAN = re.compile(r"(?:^|[\n;.])\s*(?P<label>[A-Z][\w/ -]{0,24}?)\s*[:=]\s*(?=\w)")
#: What else stands before a colon.
JUDUL = frozenset((
    "catatan", "keterangan", "nb", "contoh", "dasar", "waktu", "syarat", "lampiran",
    "formulir", "biaya", "tarif", "jam", "loket", "perhatian", "ket", "dokumen",
))  # fmt: skip


def rujukan_kegiatan_tak_ada(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kegiatan that names a kegiatan which its SOP does not have."""
    for sop in buku.sop:
        numbers = {one.nomor for one in sop.kegiatan}
        found = [
            (match, span)
            for row in sop.kegiatan
            for text, span in _said(row)
            if ANGKA.search(text)
            for match in NOMOR.finditer(text)
            if match["nomor"] not in numbers and not LAIN.search(text[: match.start()])
        ]
        if found:
            named = listed((f"`{' '.join(m[0].split())}`" for m, _ in found), 3)
            message = f"menyebut kegiatan yang tidak ada: {named}"
            last = sop.kegiatan[-1].nomor
            saran = f"tulis nomor yang dimaksud; SOP ini sampai kegiatan {last}"
            told = diagnose("SOP329", message, found[0][1], saran)
            yield at_all(told, (span for _, span in found))


def _said(row: Kegiatan) -> tuple[tuple[str, Span], ...]:
    return (row.uraian, row.at("uraian")), (row.keterangan, row.at("keterangan"))


def keterangan_tanpa_label(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decision whose remark explains an exit that it does not have."""
    for sop in buku.sop:
        for baris, ways in decisions(sop):
            row = sop.kegiatan[baris]
            strange = _strange(row.keterangan, ways) if ":" in row.keterangan else []
            if strange:
                named = listed(f"`{one}`" for one in strange)
                message = f"keterangan kegiatan `{row.nomor}` menerangkan {named}, "
                labels = listed(f"`{one}`" for one in _left(row.keterangan, ways))
                saran = f"tulis label yang dimaksud: {labels}"
                what = f"{message}label yang tidak ada"
                yield diagnose("SOP329", what, row.at("keterangan"), saran)


def _explained(text: str) -> list[str]:
    return [match["label"].strip() for match in TERANGAN.finditer(text)]


def _strange(text: str, ways: tuple[Alur, ...]) -> list[str]:
    """Return what a remark explains beside exits and that is none of them."""
    labels = {plain(way.label) for way in ways}
    said = _explained(text)
    if not any(plain(one) in labels for one in said):
        return []
    others = (one for one in said if plain(one) not in labels | JUDUL)
    return [one for one in others if not one.isupper()]


def _left(text: str, ways: tuple[Alur, ...]) -> list[str]:
    """Return the labels that a remark does not explain; all if it explains them."""
    said = {plain(one) for one in _explained(text)}
    every = [way.label for way in ways]
    return [one for one in every if plain(one) not in said] or every
