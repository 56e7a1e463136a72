"""The commands as staff call them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from tests.books import ROOT
from tests.spec.kantor import SURAT, write_kantor, write_lambang


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand in a folder with one office, ``uji``; a fault of the program is raised."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    monkeypatch.chdir(tmp_path)
    write_lambang(write_kantor(tmp_path / "specs/uji"))
    return iter([tmp_path])


def run(*args: str) -> Result:
    """Call sopgen."""
    result = CliRunner().invoke(sopgen, args)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


#: The processes that tests start find the program in the checkout, too.
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def damage(old: str, new: str) -> None:
    """Put a mistake into the SOP of the office."""
    file = Path("specs/uji/sop/surat.yaml")
    file.write_text(SURAT.replace(old, new), encoding="utf-8")


COMMANDS = tuple(sopgen.commands)
ENGLISH = (
    "Usage", "Options", "Commands", "Show", "exit", "[OPTIONS]", "Error", "required",
    "default",
)  # fmt: skip


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_indonesian_and_has_examples(command: str) -> None:
    result = run(*filter(None, [command]), "--help")
    assert result.exit_code == 0
    for word in ("Pemakaian: sopgen", "Pilihan:", "Contoh:"):
        assert word in result.output
    assert not [word for word in ENGLISH if word in result.output]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ((), "Perintah:"),
        (("bild",), "mungkin maksudnya `build`"),
        (("--apa",), "pilihan `--apa` tidak dikenal"),
        (("build",), "NAMA belum diisi"),
        (("build", "ujii"), "mungkin maksudnya `uji`"),
        (("build", ""), "NAMA belum diisi"),
        (("build", "tidakada.xlsx"), "berkas `tidakada.xlsx` tidak ada"),
        (("check", "tiada/uji.xlsx"), "berkas `tiada/uji.xlsx` tidak ada"),
        (("check", "tiada/uji"), "folder `tiada/uji` tidak ada"),
        (("list", "specs/uji/buku.yaml"), "sebut foldernya: `specs/uji`"),
        (("build", "uji", "--sop", ","), "tidak menyebut nomor"),
        (("draw", "uji", "--sop", "7"), "nomor yang ada: 1"),
        (("draw", "uji", "--sop", "9" * 5000), "satu nomor SOP"),
        (("check", "uji", "lain"), "argumen `lain` berlebih"),
        (("build", "uji", "--fomat", "pdf"), "mungkin maksudnya `--format`"),
        (("build", "uji", "--format"), "pilihan `--format` perlu nilai"),
        (("build", "uji", "--quiet=1"), "pilihan `--quiet` tidak memakai nilai"),
        (("build", "uji", "--format", "pfd"), "mungkin maksudnya `pdf`"),
        (("build", "uji", "--only", "lampran"), "mungkin maksudnya `lampiran`"),
        (("build", "uji", "--sop", "tiga"), "nomor SOP, bukan `tiga`"),
        (("build", "uji", "--sop", "7-3"), "bukan urutan nomor"),
        (("build", "uji", "--sop", "1-99999999"), "bukan urutan nomor"),
        (("build", "uji", "--output", ""), "memerlukan nama folder"),
        (("check", "uji", "--format", "txt"), "mungkin maksudnya `text`"),
        (("list", "ujii"), "mungkin maksudnya `uji`"),
        (("new", "Kantor Baru"), "misalnya `kantor-baru`"),
        (("new", "../uji"), "misalnya `uji`"),
        (("new", "uji"), "sudah ada"),
        (("completion", "csh"), "mungkin maksudnya `zsh`"),
    ],
)  # fmt: skip
def test_a_mistake_of_usage_says_what_to_do(args: tuple[str, ...], told: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert told in result.output
    assert "Error" not in result.output


def test_a_missing_workbook_is_not_taken_for_a_new_office(tmp_path: Path) -> None:
    output = run("build", "tidakada.xlsx").output
    assert "sopgen new tidakada --xlsx" in output
    assert "sopgen new tidakada.xlsx" not in output
    (tmp_path / "tidak-ada.xlsx").write_bytes(b"")
    assert "mungkin maksudnya `tidak-ada.xlsx`" in run("build", "tidakada.xlsx").output
    (tmp_path / "SOP lama.docx").write_bytes(b"")
    assert 'sopgen import "SOP lama.docx"' in run("check", "SOP lama.docx").output


def test_an_option_that_must_be_given_is_said_in_indonesian() -> None:
    assert "[wajib]" in run("draw", "--help").output


def test_the_list_of_offices_says_what_they_are() -> None:
    assert run("list").output == "uji  Kecamatan Uji, 2025, 1 SOP\n"


def test_the_list_of_an_office_names_its_parts_and_sop() -> None:
    output = run("list", "uji").output
    assert "keputusan sk-1" in output
    assert "1  Surat Masuk (3 kegiatan, berlaku)" in output


def test_a_folder_without_offices_says_how_to_begin(tmp_path: Path) -> None:
    (tmp_path / "specs").rename(tmp_path / "lain")
    assert "sopgen new" in run("list").output
    assert run("build", "uji").exit_code == 2


def test_a_sound_office_passes_the_check() -> None:
    result = run("check", "uji")
    assert (result.exit_code, result.output) == (0, "temuan: tidak ada temuan\n")


def test_an_office_may_be_a_path() -> None:
    assert run("check", "specs/uji").exit_code == 0


def test_a_warning_does_not_fail_the_check() -> None:
    damage("    waktu: 5 menit\n", "")
    result = run("check", "uji", "--format", "short")
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == (
        "specs/uji/sop/surat.yaml:5:13: peringatan[SOP401]: "
        "mutu baku kegiatan `1` kosong"
    )


@pytest.mark.slow
def test_a_mistake_of_every_sop_is_told_however_many_they_are() -> None:
    count = 60
    entries = "".join(f"  - {{id: s-{n}, nama: Surat {n}}}\n" for n in range(count))
    buku = Path("specs/uji/buku.yaml")
    buku.write_text(buku.read_text(encoding="utf-8") + entries, encoding="utf-8")
    text = SURAT.replace("pelaksana: Camat", "pelaksana: Camatt")
    for n in range(count):
        Path(f"specs/uji/sop/s-{n}.yaml").write_text(text, encoding="utf-8")
    found = json.loads(run("check", "uji", "--format", "json").output)
    assert sum(one["kode"] == "SOP201" for one in found) == count


def test_an_error_fails_the_check_with_its_line() -> None:
    damage("pelaksana: Camat", "pelaksana: Camatt")
    result = run("check", "uji")
    assert result.exit_code == 1
    assert "10 |     pelaksana: Camatt\n   |                ^\n" in result.output
    assert "temuan: 1 kesalahan" in result.output


def test_findings_are_json_on_wish() -> None:
    damage("Ya: 3", "Ya: 13")
    found = json.loads(run("check", "uji", "--format", "json").output)
    assert [one["kode"] for one in found] == ["SOP301"]
    assert found[0]["berkas"] == "specs/uji/sop/surat.yaml"


def test_a_new_office_tells_what_is_to_be_filled_in(tmp_path: Path) -> None:
    assert run("new", "sumber-rejo").exit_code == 0
    folder = tmp_path / "specs/sumber-rejo"
    first = (folder / "buku.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=.skema/buku.json"
    assert (folder / ".skema/buku.json").is_file()
    assert "nama: Sumber Rejo" in (folder / "buku.yaml").read_text(encoding="utf-8")
    result = run("check", "sumber-rejo", "--format", "short")
    assert result.exit_code == 0
    assert "SOP112" in result.output
    assert "error" not in result.output


def test_the_schema_names_every_key_in_indonesian(tmp_path: Path) -> None:
    result = run("schema", "--output", "skema")
    assert result.output.split() == [
        "skema/buku.json", "skema/sop.json", "skema/koreksi.json",
        "skema/peraturan.json",
    ]  # fmt: skip
    buku = json.loads((tmp_path / "skema/buku.json").read_text(encoding="utf-8"))
    assert buku["properties"]["tahun"]["description"] == "Tahun buku"
    assert "title" not in json.dumps(buku)
    sop = json.loads((tmp_path / "skema/sop.json").read_text(encoding="utf-8"))
    simbol = sop["$defs"]["KegiatanYaml"]["properties"]["simbol"]["anyOf"][0]["enum"]
    assert simbol[:4] == ["mulai", "selesai", "terminator", "proses"]
    unit = sop["properties"]["unit"]["anyOf"]
    assert {"type": "null"} in unit
    assert unit[0]["type"] == ["string", "number", "boolean"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_is_printed(shell: str) -> None:
    assert "_SOPGEN_COMPLETE" in run("completion", shell).output


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys, sopgen.cli; print([m for m in "
        "('rich', 'pydantic', 'reportlab', 'yaml', 'jinja2', 'fontTools', 'PIL') "
        "if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=ENVIRONMENT,
    )
    assert done.stdout == "[]\n"


@pytest.mark.slow
def test_a_reader_that_stops_early_is_no_fault() -> None:
    code = "from sopgen.cli import main; main()"
    for n in range(300):
        write_kantor(Path(f"specs/kantor-{n}"))
    done = subprocess.run(
        f'"{sys.executable}" -c "{code}" list | head -n 1',
        shell=True, capture_output=True, text=True, check=True, env=ENVIRONMENT,
    )  # fmt: skip
    assert done.stdout.startswith("kantor-0")
    assert done.stderr == ""


def test_an_unexpected_fault_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOPGEN_DEBUG")
    monkeypatch.setattr("sopgen.pipeline.examine", lambda _: 1 // 0)
    result = run("check", "uji")
    assert result.exit_code == 70
    assert result.output.startswith("sopgen: kesalahan tak terduga")
    assert len(result.output.splitlines()) == 1
