"""Say in the words of a workbook what the checks say in the words of YAML files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from sopgen.model.diagnostic import Diagnostic

#: Headings of the workbook that are not simply the name of their field.
JUDUL = {
    "id": "Kode",
    "nip": "NIP",
    "pola_nomor_sop": "Pola nomor SOP",
    "awalan_sop": "Awalan SOP",
    "uraian": "Kegiatan",
    "sop": "Daftar SOP",
    "kepala": "Lampiran: kepala",
    "sebutan": "Lampiran: sebutan",
}


def heading(key: str) -> str:
    """Return the heading of a field."""
    return JUDUL.get(key, key.replace("_", " ").capitalize())


def _pair(match: re.Match[str]) -> str:
    value = match[2].strip("[]{}")
    return f"{heading(match[1])} `{value}`"


def _key(match: re.Match[str]) -> str:
    return heading(match[1])


#: The code for a number that two kegiatan have.
TWICE = "SOP203"
#: The code for a text with {{ … }}: its words are the same in files and workbooks.
FILLED = "SOP721"

Cure = str | Callable[[re.Match[str]], str]
#: What is replaced, in this order.
RULES: tuple[tuple[re.Pattern[str], Cure], ...] = tuple(
    (re.compile(pattern), cure)
    for pattern, cure in (
        (
            r"tulis misalnya `ke: \{Ya: 4, Tidak: 2\}`",
            "isi Jawaban 1 dan Ke 1 (Ya, 4), lalu Jawaban 2 dan Ke 2 (Tidak, 2)",
        ),
        (
            r"tulis tujuan label itu, misalnya `[^`]*`",
            "isi kolom Ke di sebelahnya; kolom Ke 4 boleh ditambahkan sendiri",
        ),
        (r"\blabel(?= `)", "jawaban"),
        (r"berkas `sop/([a-z0-9-]+)\.yaml` tidak ada", r"lembar SOP `\1` tidak ada"),
        (
            r"folder sop tidak ada; tidak satu pun berkas SOP dapat dibaca",
            "tidak satu pun SOP dalam lembar Daftar SOP punya lembarnya",
        ),
        (r"kembalikan berkasnya", "kembalikan lembarnya"),
        (
            r"buat berkas `sop/([a-z0-9-]+)\.yaml`",
            r"salin sebuah lembar SOP dan ganti Kode SOP-nya menjadi `\1`",
        ),
        (r"`([a-z0-9_-]+)\.(?:yaml|md)`", r"`\1`"),
        (r"\[Petugas, Camat\]", "Petugas, di bawahnya Camat"),
        (
            r"berkas tidak ada dalam daftar `sop` di buku\.yaml",
            "SOP ini tidak ada dalam lembar Daftar SOP",
        ),
        (r"hapus berkasnya", "hapus lembarnya"),
        (r"di awal berkas", "di bagian atas lembar"),
        (
            r"isi `nama:` dan `nip:` di buku\.yaml",
            "isi Nama dan NIP di lembar Pejabat",
        ),
        (r"buku\.yaml di bawah `kecamatan:`", "lembar Buku"),
        (r"buku\.yaml", "lembar Buku"),
        (r"folder spesifikasi", "folder buku kerja"),
        (r"koreksi\.yaml", "lembar Koreksi"),
        (r"peraturan\.yaml", "lembar Peraturan"),
        (
            r"tulis tiap butir pada baris sendiri, diawali `- `",
            "tulis tiap butir dalam sel sendiri",
        ),
        (r"kunci `([a-z_]+)`", lambda m: f"isian `{heading(m[1])}`"),
        (r"^`([a-z_]+)`", lambda m: f"`{heading(m[1])}`"),
        (r"`([a-z_]+): ([^`]+)`", _pair),
        (r"`([a-z_]+):`", _key),
        (r"`(id|kepala|sebutan|[a-z]+(?:_[a-z]+)+)`", lambda m: heading(m[1])),
    )
)


def in_workbook(finding: Diagnostic) -> Diagnostic:
    """Return a finding as it is said of a workbook."""
    if finding.code == FILLED:
        return finding
    message, saran = finding.message, finding.saran
    for pattern, cure in RULES:
        message, saran = pattern.sub(cure, message), pattern.sub(cure, saran)
    if finding.code == TWICE:
        saran += "; kegiatan yang disisipkan boleh bernomor 2a"
    return replace(finding, message=message, saran=saran)
