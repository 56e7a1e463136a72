"""The list of rules, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopgen.lint.alur import buntu, tak_tercapai
from sopgen.lint.identitas import nip_salah
from sopgen.lint.kelengkapan import isian_kosong, nama_pejabat_kosong
from sopgen.lint.mutu_baku import waktu_kosong
from sopgen.lint.pelaksana import mulai_bukan_di_kiri, pelaksana_menganggur
from sopgen.lint.teks import belum_diisi, huruf_tak_tercetak, kurung_tersisa
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, in_order

Rule = Callable[[Buku], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    nip_salah,
    pelaksana_menganggur,
    mulai_bukan_di_kiri,
    tak_tercapai,
    buntu,
    waktu_kosong,
    isian_kosong,
    nama_pejabat_kosong,
    huruf_tak_tercetak,
    kurung_tersisa,
    belum_diisi,
)


def lint(buku: Buku) -> tuple[Diagnostic, ...]:
    """Return what every rule finds in a book, in file order."""
    return in_order(found for rule in RULES for found in rule(buku))
