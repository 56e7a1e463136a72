"""Count the sheets of paper that pages take, and say which lie."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from sopgen.kertas import read_kertas
from sopgen.model.page import Page, Pages
from sopgen.model.tumpukan_cetak import Halaman, TumpukanCetak

#: How far a page may be off the paper that it is for, mm.
OFF = 1.0


def siap_cetak(pages: Pages, *, bolak_balik: bool) -> TumpukanCetak:
    """Return what the pages take; a page of another paper is never on one's back."""
    named = [(paper_of(page), page.width > page.height) for page in pages.pages]
    runs = [len(list(run)) for _, run in groupby(named, key=lambda one: one[0])]
    lembar = sum((run + 1) // 2 if bolak_balik else run for run in runs)
    counted = Counter(named)
    halaman = tuple(
        Halaman(kertas, counted[kertas, False], counted[kertas, True])
        for kertas in dict.fromkeys(kertas for kertas, _ in named)
    )
    return TumpukanCetak(lembar, halaman, bolak_balik)


def paper_of(page: Page) -> str:
    """Return the name of a page's paper, or its sides where it has none."""
    short, long = sorted((page.width, page.height))
    for nama, one in read_kertas().items():
        if abs(one.lebar - short) < OFF and abs(one.tinggi - long) < OFF:
            return nama
    return f"{short:.0f} x {long:.0f} mm"
