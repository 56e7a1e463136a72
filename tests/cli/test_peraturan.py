"""``sopgen peraturan``: searched by staff, cited by paste, read by programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from sopgen.spec.peraturan import shipped
from tests.spec.kantor import write_kantor

OWN = """\
per: 2026-02-01
peraturan:
  - {id: perbup-uji-1-2026, jenis: Perbup, daerah: Uji, nomor: 1, tahun: 2026,
     tentang: Tata Kelola Kecamatan, status: berlaku, sumber: JDIH 1-2-2026}
  - {id: pp-17-2018, jenis: PP, nomor: 17, tahun: 2018, tentang: Kecamatan,
     status: dicabut, oleh: perbup-uji-1-2026, sejak: 2026, sumber: JDIH 1-2-2026}
"""


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand beside an office with a table of its own; faults are raised."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    monkeypatch.chdir(tmp_path)
    folder = write_kantor(tmp_path / "specs/uji")
    (folder / "peraturan.yaml").write_text(OWN, encoding="utf-8")


def run(*args: str) -> Result:
    """Call ``sopgen peraturan``."""
    result = CliRunner().invoke(sopgen, ["peraturan", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def ids(result: Result) -> list[str]:
    """Return the ids of a list."""
    return [line.split()[0] for line in result.stdout.splitlines()]


def facts(result: Result) -> dict[str, list[str]]:
    """Return what stands behind each word of an entry."""
    found: dict[str, list[str]] = {}
    for line in result.stdout.split("\nditulis")[0].splitlines()[2:]:
        found.setdefault(line[:18].strip(), []).append(line[18:])
    return found


def test_without_words_the_whole_table_is_listed() -> None:
    table, _ = shipped()
    result = run()
    assert (result.exit_code, ids(result)) == (0, list(table))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tata naskah permendagri", ["permendagri-54-2009", "permendagri-1-2023"]),
        ("disiplin pp", ["pp-30-1980", "pp-53-2010", "pp-94-2021"]),
        ("disiplin bkn", ["perbkn-21-2010", "perbkn-6-2022"]),
    ],
)
def test_several_words_narrow(words: str, found: list[str]) -> None:
    assert sorted(set(ids(run(*words.split())))) == sorted(found)


@pytest.mark.parametrize(
    "words",
    [
        "uu-23-2014", "UU-23-2014", "uu 23/2014", "UU No. 23 Tahun 2014", "23 2014 uu",
        "No. 23/2014", "uu nomor 23 tahun 2014", "UU No.23 Th.2014", "UU23/2014;",
        "U.U. 23/2014", "UU_23_2014", "“uu nmr 23 thn 2014”", "Undang Undang 23-2014",
    ],
)  # fmt: skip
def test_id_and_number_mean_one_regulation(words: str) -> None:
    assert facts(run(*words.split()))["kode"] == ["uu-23-2014"]


def test_an_entry_tells_its_status_its_changes_and_where_it_is_known_from() -> None:
    known = facts(run("uu-12-2011"))
    assert known["status"] == ["diubah sejak 2022"]
    assert [one.split()[0] for one in known["diubah dengan"]] == [
        "uu-15-2019", "uu-13-2022",
    ]  # fmt: skip
    assert [one.split()[0] for one in known["mencabut"]] == ["uu-10-2004"]
    assert known["sumber"] == ["peraturan.bpk.go.id/Search?tema=1"]
    assert known["diketahui sampai"] == ["30 November 2025 (keyakinan tinggi)"]
    assert "perhatian" not in known


def test_a_repealed_entry_names_what_repealed_it() -> None:
    known = facts(run("pp-19-2008"))
    assert known["status"] == ["dicabut sejak 2018"]
    assert known["dicabut dengan"][0].startswith("pp-17-2018  Peraturan Pemerintah")


def test_a_successor_that_is_repealed_too_is_followed_to_the_one_in_force() -> None:
    known = facts(run("uu-22-1999"))
    assert known["dicabut dengan"][0].startswith("uu-32-2004")
    assert known["kini"][0].startswith("uu-23-2014")


def test_a_partial_repeal_is_no_change() -> None:
    said = run("uu-28-1999")
    known = facts(said)
    assert known["status"] == ["berlaku; sebagian pasalnya dicabut sejak 2002"]
    assert known["sebagian dicabut"][0].startswith("uu-30-2002")
    assert "sebagaimana" not in said.stdout.split("kutipannya")[1]


def test_what_nobody_verified_is_said_in_plain_words() -> None:
    assert "periksa di JDIH" in facts(run("permendagri-13-2006"))["perhatian"][0]
    assert facts(run("permendagri-13-2006"))["sumber"] == ["umum diketahui"]
    assert facts(run("keppres-49-2001"))["status"] == ["belum pasti"]


def test_the_citations_are_ready_to_paste() -> None:
    lines = run("pp-18-2016").stdout.splitlines()
    at = lines.index("ditulis dalam dasar hukum atau mengingat:")
    assert lines[at + 1 :] == [
        "  - peraturan: pp-18-2016",
        "kutipannya dalam SOP:",
        "  Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah "
        "sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 72 Tahun 2019;",
        "kutipannya dalam keputusan:",
        "  Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah (Lembaran "
        "Negara Republik Indonesia Tahun 2016 Nomor 114, Tambahan Lembaran Negara "
        "Republik Indonesia Nomor 5887) sebagaimana telah diubah dengan Peraturan "
        "Pemerintah Nomor 72 Tahun 2019 tentang Perubahan atas Peraturan Pemerintah "
        "Nomor 18 Tahun 2016 tentang Perangkat Daerah (Lembaran Negara Republik "
        "Indonesia Tahun 2019 Nomor 187, Tambahan Lembaran Negara Republik Indonesia "
        "Nomor 6402);",
    ]


def test_data_for_programs_has_the_facts_as_they_are() -> None:
    (one,) = json.loads(run("pp-17-2018", "--json").stdout)
    assert one["kode"] == "pp-17-2018"
    assert (one["nomor"], one["tahun"], one["status"]) == ("17", 2018, "berlaku")
    assert one["akibat"] == {"mencabut": ["pp-73-2005", "pp-19-2008"]}
    assert one["per"] == "2025-11-30"
    every = json.loads(run("--json").stdout)
    assert [one["kode"] for one in every] == list(shipped()[0])


def test_the_table_of_an_office_overrides_and_adds() -> None:
    assert facts(run("pp-17-2018"))["status"] == ["berlaku"]
    known = facts(run("pp-17-2018", "--kantor", "uji"))
    assert known["status"] == ["dicabut sejak 2026"]
    assert known["menurut"] == ["specs/uji/peraturan.yaml:5:10"]
    assert facts(run("perbup", "uji", "--kantor", "uji"))["mencabut"]
    assert run("perbup", "uji").exit_code == 1


def test_a_mistake_in_the_table_of_an_office_is_told_and_the_rest_shown() -> None:
    text = OWN.replace("status: berlaku", "status: sah")
    Path("specs/uji/peraturan.yaml").write_text(text, encoding="utf-8")
    wrong = run("uu-25-2009", "--kantor", "uji")
    assert wrong.exit_code == 1
    assert "specs/uji/peraturan.yaml:4:" in wrong.stderr
    assert facts(wrong)["kode"] == ["uu-25-2009"]


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("keuagan desa", "permendagri-20-2018"),
        ("uu-25-2008", "uu-25-2009"),
        ("pp kecamatn", "pp-17-2018"),
    ],
)
def test_what_is_not_found_is_said_with_near_ones(words: str, near: str) -> None:
    missed = run(*words.split())
    assert (missed.exit_code, missed.stdout) == (1, "")
    assert f"tidak ada peraturan yang cocok dengan `{words}`" in missed.stderr
    assert near in missed.stderr


def test_what_is_like_nothing_leads_to_the_whole_table() -> None:
    missed = run("qqqq")
    assert missed.exit_code == 1
    assert "`sopgen peraturan`" in missed.stderr
    assert json.loads(run("qqqq", "--json").stdout) == []


def test_an_office_that_is_not_there_is_a_mistake_of_usage() -> None:
    wrong = run("kecamatan", "--kantor", "ujii")
    assert wrong.exit_code == 2
    assert "mungkin maksudnya `uji`" in wrong.stderr


def test_ids_and_offices_are_completed() -> None:
    made = ShellComplete(sopgen, {}, "sopgen", "_SOPGEN_COMPLETE")
    found = made.get_completions(["peraturan"], "uu-25")
    assert [one.value for one in found] == ["uu-25-1999", "uu-25-2004", "uu-25-2009"]
    found = made.get_completions(["peraturan", "--kantor"], "u")
    assert [one.value for one in found] == ["uji"]
