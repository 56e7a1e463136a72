"""Rules about how bases are written: gazettes, regions (codes 6xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.kutipan import TERTULIS, Kutipan, lists
from sopgen.lint.perbaikan_dasar import as_table
from sopgen.lint.sitiran import Sitiran
from sopgen.lint.temuan import at_all, listed, once
from sopgen.model.bentuk_peraturan import BUPATI, GUBERNUR, MENTERI
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.peraturan import BENTUK, LEMBARAN, Peraturan, lembaran


@once
def lembaran_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each gazette that differs from that of the table."""
    for one in lists(buku):
        for kutipan in one.kutipan:
            for cited, following in _each(kutipan):
                known = cited.peraturan
                written = _written(cited, following)
                if known and written and not _agrees(written, known):
                    message = f"lembaran {known.nama} tidak sesuai dengan tabel"
                    saran = f"di tabel: {lembaran(known)}"
                    yield (diagnose_lightly if known.perlu_verifikasi else diagnose)(
                        "SOP608", message, kutipan.dasar.span, saran
                    ).cured_by(as_table(kutipan, one))


def _each(kutipan: Kutipan) -> Iterator[tuple[Sitiran, Sitiran | None]]:
    """Yield the regulation and its changes, each with the one that follows."""
    found = [s for s in (kutipan.pokok, *kutipan.pengubah) if s]
    yield from zip(found, [*found[1:], None], strict=False)


def _written(cited: Sitiran, following: Sitiran | None) -> re.Match[str] | None:
    """Return the gazette between a regulation and its next change."""
    room = following.awal - cited.awal if following else len(cited.sisa)
    return TERTULIS.search(cited.sisa[:room])


def _agrees(written: re.Match[str], known: Peraturan) -> bool:
    """Return whether what is written is what the table has; what it lacks agrees."""
    match = LEMBARAN.fullmatch(known.lembaran)
    if match is None:
        return True
    _, tahun, nomor, _, tambahan = match.groups()
    same = (written["tahun"], written["nomor"]) == (tahun, nomor)
    other = tambahan and written["tambahan"] and tambahan != written["tambahan"]
    return same and not other


@once
def lembaran_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree whose bases in force lack the gazette: its form demands it."""
    for one in lists(buku):
        bare = [
            kutipan
            for kutipan in one.kutipan
            if (cited := kutipan.pokok)
            and BENTUK[cited.jenis].berlembaran
            and not (kutipan.dicabut or TERTULIS.search(kutipan.dasar.isi))
        ]
        if one.nama == "mengingat" and bare:
            named = [each.pokok for each in bare if each.pokok]
            every = dict.fromkeys(_gazette(each, buku) for each in named)
            kinds = listed(" ".join(each.split()[:2]) for each in every)
            names = listed(each.nama for each in bare)
            message = f"tanpa {kinds.replace(', ', ' atau ')}: {names}"
            forms = listed(f"({each} Tahun … Nomor …)" for each in every)
            how = "tulis menurut jenisnya:" if len(every) > 1 else "tulis"
            told = diagnose("SOP612", message, bare[0].dasar.span, f"{how} {forms}")
            told = told.cured_by(*(as_table(each, one) for each in bare))
            yield at_all(told, (each.dasar.span for each in bare))


def _gazette(cited: Sitiran, buku: Buku) -> str:
    """Return the gazette in which a regulation of its kind is published.

    Source: UU 12/2011, Pasal 82 to 86.
    """
    bentuk = BENTUK[cited.jenis]
    if not bentuk.berdaerah:
        name = "Berita" if bentuk.tingkat >= MENTERI else "Lembaran"
        return f"{name} Negara Republik Indonesia"
    name = "Berita" if bentuk.tingkat in (GUBERNUR, BUPATI) else "Lembaran"
    far, region = bentuk.wilayah == "Provinsi", buku.kecamatan.sebutan.daerah
    daerah = cited.daerah or ("…" if far else region)
    return f"{name} Daerah {bentuk.wilayah} {daerah}"


@once
def daerah_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each regulation of a region that does not say of which."""
    for one in lists(buku):
        for kutipan in one.kutipan:
            cited = kutipan.pokok
            bentuk = BENTUK[cited.jenis] if cited else None
            if cited and bentuk and bentuk.berdaerah and not cited.daerah:
                message = f"{cited.nama} tanpa nama daerah"
                far = bentuk.wilayah == "Provinsi"
                region = "…" if far else buku.kecamatan.sebutan.dikenal_sebagai
                words = (bentuk.nama, bentuk.daerah, region)
                nama = " ".join(filter(None, words))
                saran = f"tulis `{nama} Nomor …`"
                told = diagnose("SOP613", message, kutipan.dasar.span, saran)
                yield told.cured_by(as_table(kutipan, one))
