"""Make docs/aturan.md from the table of findings and its prose: ``make aturan``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from sopgen.report import weight, weights
from sopgen.temuan import ABAIKAN, Butir, Penjelasan, read_temuan

PAGE = Path(__file__).with_suffix(".md")
#: Letters on a line of the page.
WIDTH = 122
HEAD = (
    "<!-- Dibuat dengan `make aturan` dari sopgen/model/temuan dan assets/temuan. -->",
    "# Aturan: semua temuan sopgen",
    "Setiap temuan `sopgen check` dan `sopgen build` punya kode yang artinya tidak "
    "pernah berubah. Halaman ini menerangkan semuanya; `sopgen explain SOP201` "
    "menampilkan satu kode di terminal, `sopgen explain --semua` daftarnya.",
    "**Kesalahan** membuat sebuah halaman salah atau tidak tercetak; harus diperbaiki, "
    "tidak dapat diabaikan. **Peringatan** mungkin keliru; sebaiknya diperbaiki. "
    "**Catatan** perlu diketahui. Di mana kode yang sama kadang-kadang lebih ringan, "
    "disebut kapan.",
    "Contoh ditulis dalam YAML; nama berkasnya disebut di atasnya, dan yang "
    "ditampilkan hanya isian yang menjadi pokok. Dalam buku kerja Excel isian yang "
    "sama ada pada lembar dan kolom yang senama.",
    "Temuan yang memang benar adanya dapat diabaikan, bila di bawahnya ada contoh. "
    f"{ABAIKAN}",
)
SILENCED = """\
```yaml
abaikan:
  - {kode: SOP734, alasan: "memang berbatasan dengan Suruh", isi: "Kecamatan Suruh"}
```
"""


def page() -> str:
    """Return the page: what there is, then a section for each code."""
    head = wrapped("\n\n".join(HEAD))
    return "\n".join([*head, "", SILENCED, *body(), ""])


def body() -> Iterator[str]:
    """Yield the lines of the table, then those of the families."""
    every = tuple(read_temuan().values())
    yield "| kode | nama | tingkat | apa |"
    yield "|---|---|---|---|"
    for one in every:
        temuan, apa = one.temuan, one.apa.replace("|", r"\|")
        link = f"[{temuan.kode}](#{temuan.kode.casefold()}-{temuan.nama})"
        yield f"| {link} | {temuan.nama} | {weights(temuan)} | {apa} |"
    for rumpun, family in groupby(every, key=lambda one: one.rumpun):
        yield ""
        yield f"## {rumpun}"
        for one in family:
            yield from section(one)


def section(one: Penjelasan) -> Iterator[str]:
    """Yield the lines of one code."""
    temuan = one.temuan
    yield ""
    yield f"### {temuan.kode} {temuan.nama}"
    yield ""
    yield f"*{weight(temuan)}*"
    for judul, butir in one.butir.items():
        yield ""
        yield from under(judul, butir)


def under(judul: str, butir: Butir) -> Iterator[str]:
    """Yield the lines of a heading: its words, and its examples in fences."""
    yield from wrapped(f"**{judul}** {butir.teks}".rstrip())
    for contoh in butir.contoh:
        kind = "yaml" if contoh.berkas.endswith(".yaml") else "markdown"
        yield ""
        yield f"`{contoh.berkas}`"
        yield ""
        yield f"```{kind}"
        yield from contoh.isi.splitlines()
        yield "```"


def wrapped(text: str) -> Iterator[str]:
    """Yield paragraphs in lines of the page's width."""
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ""
        yield from textwrap.wrap(
            paragraph, WIDTH, break_long_words=False, break_on_hyphens=False
        )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
