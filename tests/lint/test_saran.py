"""What is advised: only what is certain, and the thing itself."""

from __future__ import annotations

import pytest

from sopgen.lint.kata_kerja import verb_of
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Severity, Teks
from tests.lint.berlaku import row
from tests.lint.keliru import Change, cell, decree, of_camat, of_decree, sentence
from tests.lint.rumpun import found_by, rules_in

OWN = rules_in("ejaan kegiatan keputusan nomor_keputusan penulisan")
#: A mistake, its code, and how its advice ends.
ADVICE: tuple[tuple[Change, str, str], ...] = (
    (sentence("Camat Budi, S.Sos., M,Si. memimpin."), "SOP763", "M.Si. memi`"),
    (cell("kk", 2, "Diperiksa Wati, S,H."), "SOP763", "Wati, S.H.`"),
    (of_camat(nama="SRI WAHYUNI, S.Sos., M,Si."), "SOP763", "M.Si.`"),
    (sentence("Warga membawa KTP,KK asli."), "SOP763", "KTP, KK asli.`"),
    (of_decree(nomor="000.8.3.3//406.06/2025"), "SOP746",
     "isi bagian ke-2 (sesudah `000.8.3.3` dan sebelum `406.06`)"),
    (of_decree(nomor="000.8.3.3/ /406.06/2025"), "SOP746",
     "isi bagian ke-2 (sesudah `000.8.3.3` dan sebelum `406.06`)"),
    (of_decree(nomor="/1/406.06/2025"), "SOP746", "isi bagian ke-1 (sebelum `1`)"),
    (of_decree(nomor="000.8.3.3/1/406.06/"), "SOP746",
     "isi bagian ke-4 (sesudah `406.06`)"),
    (of_decree(nomor="000.8.3.3///2025"), "SOP746",
     "isi bagian ke-2 (sesudah `000.8.3.3`), ke-3 (sebelum `2025`)"),
    (lambda buku: row("kk", 3, uraian="Paraf konsep")(buku)[0], "SOP216",
     "`Paraf` → `Memaraf`"),
    (lambda buku: row("kk", 3, uraian="Tanda tangan surat")(buku)[0], "SOP216",
     "`Tanda tangan` → `Menandatangani`"),
    (lambda buku: row("kk", 3, uraian="Pengecekan berkas")(buku)[0], "SOP211",
     "`Pengecekan` → `Mengecek`"),
    (lambda buku: row("kk", 3, uraian="Kelengkapan berkas")(buku)[0], "SOP211",
     "awali dengan kata kerja"),
    (lambda buku: row("kk", 3, uraian="Meja loket")(buku)[0], "SOP216",
     "awali dengan kata kerja, tanpa pelaku"),
    (lambda buku: row("kk", 3, uraian="Berkas diserahkan ke loket")(buku)[0], "SOP215",
     "`diserahkan` → `Menyerahkan`"),
    (lambda buku: row("kk", 3, uraian="Berkas dimasukkan ke map")(buku)[0], "SOP215",
     "pakai kata kerja aktif"),
)  # fmt: skip


@pytest.mark.parametrize(("change", "code", "end"), ADVICE, ids=range(len(ADVICE)))
def test_the_advice_is_what_to_write(
    change: Change, code: str, end: str, buku: Buku
) -> None:
    (one,) = found_by(OWN, change(buku))
    assert one.code == code
    assert one.saran.endswith(end)


#: Words that stand twice, and what is advised instead.
DOUBLED = (
    ("Antrean dilayani dalam 10 menit menit saja.", "`menit`"),
    ("Antrean dilayani dalam dua hari hari kerja.", "`hari`"),
    ("Warga menunggu menunggu di loket.", "`menunggu`"),
    ("Loket ramai pada jam jam sibuk.", "`jam` atau `jam-jam`"),
    ("Buku mencatat surat surat masuk.", "`surat` atau `surat-surat`"),
)


@pytest.mark.parametrize(("text", "instead"), DOUBLED)
def test_a_hyphen_is_advised_where_there_may_be_many(
    text: str, instead: str, buku: Buku
) -> None:
    (one,) = found_by(OWN, sentence(text)(buku))
    assert one.message.endswith(f" → {instead}")


@pytest.mark.parametrize(
    ("uraian", "verb"),
    [
        ("1. Pembubuhan paraf", "Memaraf"),
        ("Cap surat", "Membubuhkan cap"),
        ("Legalisasi surat", "Melegalisasi"),
        ("Surat pengantar", None),
        ("Disposisi", None),
    ],
)
def test_a_verb_is_told_where_the_noun_gives_one(uraian: str, verb: str | None) -> None:
    found = verb_of(uraian)
    assert (found[1] if found else None) == verb


def considered(text: str) -> Change:
    """Replace the second consideration."""

    def change(buku: Buku) -> Buku:
        first, second, last = buku.keputusan[0].menimbang
        return decree(buku, menimbang=(first, Teks(text, second.span), last))

    return change


def test_a_consideration_without_bahwa_is_a_warning(buku: Buku) -> None:
    made = considered("dengan prosedur yang baku pelayanan menjadi pasti;")(buku)
    (one,) = found_by(OWN, made)
    assert (one.code, one.severity) == ("SOP740", Severity.WARNING)
    assert one.message == "menimbang tanpa bahwa: huruf b"
    assert one.span == buku.keputusan[0].menimbang[1].span


def test_a_semicolon_that_lacks_is_a_note(buku: Buku) -> None:
    made = considered("bahwa dengan prosedur yang baku pelayanan menjadi pasti.")(buku)
    (one,) = found_by(OWN, made)
    assert (one.code, one.severity) == ("SOP740", Severity.INFO)


def test_a_line_of_a_template_needs_no_bahwa(buku: Buku) -> None:
    assert found_by(OWN, considered("[daftar SOP]")(buku)) == []
