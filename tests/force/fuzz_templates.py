"""Texts with templates, alone and in each place of a book where they may stand."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.parts.templates import Templates
from tests.force.changed_trees import dump
from tests.force.fuzzing import Escape, Files, Fuzzer, write
from tests.force.office_run import BUILT, OFFICE, examine_and_build
from tests.force.spec_bases import RANGKAI
from tests.force.template_texts import texts

#: Where a text stands in the office: its file and the path in it.
PLACES: dict[str, tuple[str, tuple[str | int, ...]]] = {
    "judul": ("buku.yaml", ("judul",)),
    "judul-sk": ("buku.yaml", ("keputusan", 0, "judul")),
    "tentang": ("buku.yaml", ("keputusan", 0, "tentang")),
    "menimbang": ("buku.yaml", ("keputusan", 0, "menimbang", 1)),
    "memperhatikan": ("buku.yaml", ("keputusan", 0, "memperhatikan", 0)),
    "menetapkan": ("buku.yaml", ("keputusan", 0, "menetapkan")),
    "diktum": ("buku.yaml", ("keputusan", 0, "diktum", 1)),
    "lampiran": ("buku.yaml", ("keputusan", 0, "lampiran", 0, "judul")),
    "sel": ("buku.yaml", ("keputusan", 0, "lampiran", 0, "baris", 1, 1)),
    "nama-sop": ("buku.yaml", ("sop", 1, "nama")),
    "peralatan": ("sop/izin.yaml", ("peralatan", 0)),
    "uraian": ("sop/izin.yaml", ("kegiatan", 0, "uraian")),
    "naskah": ("naskah/visi.md", ()),
}
#: Letters of a text in a book: PyYAML's own writer takes seconds for more.
MOST = 20_000
#: What a text sees that stands alone: many SOP, so that loops are long.
FACTS = {
    "tahun": 2026,
    "kecamatan": {"nama": "Uji"},
    "sop": [{"nama": f"Surat {n}", "nomor": n} for n in range(500)],
}


@st.composite
def _inputs(draw: Any) -> Files:
    """Return texts by the places where they stand, and whether the book is built."""
    if draw(st.integers(0, 4)):
        return {"teks/naskah": _bytes(draw(texts()))}
    places = draw(st.lists(st.sampled_from(sorted(PLACES)), min_size=1, max_size=3))
    return {BUILT: b"", **{f"teks/{place}": _bytes(draw(texts())) for place in places}}


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def run(folder: Path) -> tuple[str, ...]:
    """Fill each text in by itself, then in its place of a book that is built."""
    texts = {
        file.name: file.read_bytes().decode("utf-8", "replace")
        for file in sorted((folder / "teks").iterdir())
    }
    codes = [code for text in texts.values() for code in _alone(text)]
    if (folder / BUILT).exists():
        write(folder / OFFICE, _office({k: t[:MOST] for k, t in texts.items()}))
        codes += examine_and_build(folder)
    return tuple(codes)


def _alone(text: str) -> list[str]:
    """Fill a text in; it may take a second."""
    span = Span(Source("naskah/visi.md", tuple(text.splitlines())), 1, 1)
    templates = Templates(FACTS)
    start = time.process_time()
    templates.fill(Teks(text, span))
    if time.process_time() - start > 1:
        raise Escape("isian lebih dari sedetik")
    found = (*templates.findings, *templates.withheld)
    if any(one.span.line > max(len(text.splitlines()), 1) for one in found):
        raise Escape("temuan di luar teks")
    return [one.code for one in found]


def _office(texts: dict[str, str]) -> Files:
    files = dict(RANGKAI)
    for place, text in texts.items():
        name, path = PLACES[place]
        if not path:
            files[name] = text
            continue
        tree: Any = yaml.load(files[name], yaml.BaseLoader)
        around = tree
        for key in path[:-1]:
            around = around[key]
        around[path[-1]] = text
        files[name] = dump(tree, flow=False)
    return {name: _bytes(text) for name, text in files.items()}


FUZZER = Fuzzer(_inputs(), run, examples=60)
