"""A template of a stranger costs little, is told where it stands, and stops a build."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import pytest

from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.parts.templates import BOOK_STEPS, TEXT_STEPS, Templates
from sopgen.spec.exchange import export_workbook
from tests.parts.hostile import HOSTILE
from tests.spec.kantor import BUKU, write_kantor

pytestmark = pytest.mark.slow
FACTS = {
    "tahun": 2026,
    "kecamatan": {"nama": "Uji"},
    "sop": [{"nama": f"Surat {n}"} for n in range(500)],
}


def teks(text: str) -> Teks:
    return Teks(text, Span(Source("naskah/penutup.md", tuple(text.splitlines())), 1, 1))


@pytest.mark.parametrize(
    ("text", "line"), [row[1:] for row in HOSTILE], ids=[row[0] for row in HOSTILE]
)
def test_a_hostile_text_is_refused_at_its_line(text: str, line: int) -> None:
    templates = Templates(FACTS)
    start = time.process_time()
    made = templates.fill(teks(text))
    assert time.process_time() - start < 1
    assert made == text.strip()
    assert [(f.code, f.span.line) for f in templates.findings] == [("SOP721", line)]
    assert [(f.code, f.span.line) for f in templates.withheld] == [("SOP723", line)]
    assert templates.tally.steps >= BOOK_STEPS - 2 * TEXT_STEPS


def test_hostile_texts_fill_no_memory() -> None:
    tracemalloc.start()
    for _, text, _ in HOSTILE:
        Templates(FACTS).fill(teks(text))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000


def test_many_hostile_texts_cost_no_more_than_a_few() -> None:
    templates = Templates(FACTS)
    loops = (
        "{% for s in sop %}{% for t in sop %}{{ loop.index }}{% endfor %}{% endfor %}"
    )
    start = time.process_time()
    for _ in range(500):
        templates.fill(teks(loops))
    assert time.process_time() - start < 2
    assert templates.tally.spent
    assert "sesudahnya tidak diisi" in templates.findings[-1].message


#: Runs sopgen within a memory, and prints how much of it was used at most.
LIMITED = """
import atexit, resource, sys
limit = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
atexit.register(lambda: print(open("/proc/self/status").read(), file=sys.stderr))
from sopgen.cli import main
main()
"""


def run(folder: Path, place: Path, memory: int) -> tuple[int, str, float]:
    """Build an office in a process of its own; return its code, words and memory."""
    command = ["build", str(place), "--format", "pdf"]
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(memory), *command],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    peak = re.search(r"VmHWM:\s*(\d+) kB", done.stderr)
    assert peak, done.stderr
    return done.returncode, done.stderr, int(peak[1]) / 1000


DIKTUM = """\
    diktum:
      - >-
        Menetapkan SOP
        Kecamatan {{ kecamatan.nama }},
        yaitu WICKED
        sebagaimana terlampir.
"""


def office(folder: Path, naskah: str, diktum: str) -> Path:
    """Write an office with a chapter and a folded diktum."""
    place = write_kantor(folder / "uji")
    text = BUKU.replace("  - sop\n", "  - sop\n  - penutup\n", 1)
    text = text.replace("    diktum: [Menetapkan SOP.]\n", DIKTUM)
    text = text.replace("WICKED", diktum)
    (place / "buku.yaml").write_text(text, encoding="utf-8")
    (place / "naskah").mkdir(exist_ok=True)
    (place / "naskah/penutup.md").write_text(f"Satu\n\n{naskah}\n", encoding="utf-8")
    return place


def made(folder: Path) -> dict[str, bytes]:
    files = [file for file in (folder / "output").rglob("*") if file.is_file()]
    return {file.name: file.read_bytes() for file in files}


WICKED = {name: text for name, text, _ in HOSTILE}


@pytest.mark.parametrize("kind", ["doubling", "macro", "format"])
def test_a_build_of_a_hostile_text_writes_nothing_and_needs_little(
    tmp_path: Path, kind: str
) -> None:
    assert run(tmp_path, office(tmp_path, "Tetap.", "tetap"), 2_000_000_000)[0] == 0
    before = made(tmp_path)
    assert before
    wicked = " ".join(WICKED[kind].split())
    place = office(tmp_path, wicked, "tetap")
    code, words, memory = run(tmp_path, place, 1_500_000_000)
    assert (code, "naskah/penutup.md:3:" in words, "SOP721" in words) == (1, True, True)
    assert memory < 200
    assert made(tmp_path) == before


def test_a_hostile_text_in_a_folded_value_is_told_at_its_line(tmp_path: Path) -> None:
    place = office(tmp_path, "Tetap.", "{{ 'a' * 999999999 }}")
    line = (
        (place / "buku.yaml")
        .read_text()
        .splitlines()
        .index("        yaitu {{ 'a' * 999999999 }}")
    )
    code, words, _ = run(tmp_path, place, 1_500_000_000)
    assert code == 1
    assert f"buku.yaml:{line + 1}:15: kesalahan[SOP721]" in words


def test_a_hostile_text_in_a_workbook_is_told_at_its_cell(tmp_path: Path) -> None:
    folder = office(tmp_path, "Dua {{ 'a' * 999999999 }}", "{{ tahun ** tahun }}")
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    code, words, memory = run(tmp_path, file, 1_500_000_000)
    assert code == 1
    assert (
        sum("SOP721" in line and "uji.xlsx:" in line for line in words.split("\n")) == 2
    )
    assert "Naskah!" in words
    assert memory < 200


def test_a_mistake_in_a_workbook_keeps_the_words_of_templates(tmp_path: Path) -> None:
    folder = office(tmp_path, "Dua {{ kecamatan.kode_poss }}", "tetap")
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    code, words, _ = run(tmp_path, file, 2_000_000_000)
    assert code == 1
    assert "`kecamatan` tidak punya `kode_poss`" in words
    assert "mungkin maksudnya `kode_pos`" in words
