"""References follow rows, pelaksana and SOP; none is redirected without a word."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen.edit import edit_yaml
from sopgen.model.diagnostic import Source
from sopgen.model.suntingan import (
    DeleteRow,
    Edit,
    InsertRow,
    MoveRow,
    RenamePelaksana,
    RenameSop,
    Set,
    SuntinganError,
)
from sopgen.spec.bentuk import bentuk_of
from sopgen.spec.findings import Findings
from sopgen.spec.reader import read_text

SOP = "sop/surat.yaml"
ROWS = """\
pelaksana: [Petugas, Camat]
kegiatan:
  - {uraian: A, pelaksana: Petugas, simbol: mulai}
  - {uraian: B, pelaksana: Camat, simbol: keputusan, ke: {Ya: 4, Tidak: 1, Ragu: 9}}
  - uraian: C
    pelaksana: Petugas; Camat
    ke: [4, 5]
    tembusan: 2
    tambahan:
      - {pelaksana: Camat, ke: cap}
      - {id: cap, pelaksana: Camat, tembusan: [3a, 3b, "5"]}
  - {uraian: D, pelaksana: Petugas, ke: 3b}
  - {uraian: E, pelaksana: Camat, ke: 3a, simbol: selesai}
"""


def after(text: str, *edits: Edit) -> list[dict[str, Any]]:
    made = edit_yaml(text.encode(), edits, bentuk_of(SOP))
    content = read_text(made.baru.decode(), Source("x"), Findings())
    rows = content.data["kegiatan"]
    assert isinstance(rows, list)
    return rows


SEVERAL = """\
kegiatan:
  - {uraian: A, simbol: mulai}
  - {uraian: B, simbol: keputusan, ke: {Ya: 4, Tidak: [1, 3]}}
  - {uraian: C}
  - {uraian: D, simbol: selesai}
"""


@pytest.mark.parametrize(
    ("edit", "at", "ke"),
    [
        (InsertRow(SOP, ("kegiatan", 0), {"uraian": "N"}), 2,
         {"Ya": "5", "Tidak": ["2", "4"]}),
        (MoveRow(SOP, ("kegiatan", 2), 0), 2, {"Ya": "4", "Tidak": ["2", "1"]}),
        (DeleteRow(SOP, ("kegiatan", 2)), 1,
         {"Ya": "3", "Tidak": ["1", "3 (dihapus)"]}),
    ],
)  # fmt: skip
def test_the_targets_of_one_answer_follow_their_rows(
    edit: Edit, at: int, ke: dict[str, Any]
) -> None:
    assert after(SEVERAL, edit)[at]["ke"] == ke


def leads(row: Any) -> list[Any]:
    more = [leads(one) for one in row.get("tambahan", ())]
    return [row.get("ke"), row.get("tembusan"), *more]


def test_a_row_that_is_new_moves_what_leads_below_it() -> None:
    rows = after(ROWS, InsertRow(SOP, ("kegiatan", 2), {"uraian": "N", "ke": "4"}))
    assert [leads(row) for row in rows] == [
        [None, None],
        [{"Ya": "5", "Tidak": "1", "Ragu": "9"}, None],
        ["4", None],
        [["5", "6"], "2", ["cap", None], [None, ["4a", "3b", "6"]]],
        ["3b", None],
        ["4a", None],
    ]


def test_three_b_is_no_name_of_a_symbol_with_a_code_of_its_own() -> None:
    rows = after(ROWS, InsertRow(SOP, ("kegiatan", 0), {"uraian": "N"}))
    assert rows[4]["ke"] == "3b", "it led nowhere before"
    assert rows[5]["ke"] == "4a"


def test_what_led_to_a_deleted_row_leads_nowhere() -> None:
    rows = after(ROWS, DeleteRow(SOP, ("kegiatan", 3)))
    assert rows[1]["ke"] == {"Ya": "4 (dihapus)", "Tidak": "1", "Ragu": "9"}
    assert rows[2]["ke"] == ["4 (dihapus)", "4"]
    last = after(ROWS, DeleteRow(SOP, ("kegiatan", 4)))
    assert last[2]["ke"] == ["4", "5"], "no row is called so any more"


def test_what_led_nowhere_does_not_come_to_lead_to_a_new_row() -> None:
    more = [InsertRow(SOP, ("kegiatan", 5), {"uraian": f"N{n}"}) for n in range(4)]
    assert after(ROWS, *more)[1]["ke"]["Ragu"] == "9 (tidak ada)"


def test_a_row_that_moves_takes_its_arrows_along() -> None:
    rows = after(ROWS, MoveRow(SOP, ("kegiatan", 3), 0))
    assert rows[2]["ke"] == {"Ya": "1", "Tidak": "2", "Ragu": "9"}
    assert rows[3]["ke"] == ["1", "5"]
    assert rows[3]["tembusan"] == "3"
    assert rows[4]["ke"] == "4a"


def test_further_symbols_follow_their_letters() -> None:
    rows = after(
        ROWS, InsertRow(SOP, ("kegiatan", 2, "tambahan", 0), {"pelaksana": "Camat"})
    )
    assert rows[4]["ke"] == "3b"
    gone = after(ROWS, DeleteRow(SOP, ("kegiatan", 2, "tambahan", 1)))
    assert leads(gone[2])[2] == ["cap", None], "no symbol is called so"


def test_numbers_in_order_stay_in_order_and_others_stay_as_they_are() -> None:
    text = ROWS
    for n, letter in enumerate("ABDE", 1):
        nomor = n if n < 3 else n + 1
        text = text.replace(
            f"uraian: {letter},", f'uraian: {letter}, nomor: "{nomor}",'
        )
    text = text.replace("uraian: C\n", "uraian: C\n    nomor: 2a\n")
    text = text.replace("3b", "2ab").replace("3a", "2aa")
    rows = after(text, InsertRow(SOP, ("kegiatan", 1), {"uraian": "N"}))
    assert [row.get("nomor") for row in rows] == ["1", None, "3", "2a", "5", "6"]
    assert rows[2]["ke"] == {"Ya": "5", "Tidak": "1", "Ragu": "9"}
    assert rows[5]["ke"] == "2aa"


def test_a_code_that_changes_is_changed_where_it_is_named() -> None:
    rows = after(ROWS, Set(SOP, ("kegiatan", 2, "tambahan", 1, "id"), "stempel"))
    assert rows[2]["tambahan"][0]["ke"] == "stempel"
    rows = after(ROWS, Set(SOP, ("kegiatan", 3, "nomor"), "10"))
    assert rows[1]["ke"] == {"Ya": "10", "Tidak": "1", "Ragu": "9"}
    assert rows[2]["ke"] == ["10", "11"]


def test_a_reference_that_can_name_nothing_is_refused() -> None:
    text = ROWS.replace("uraian: D,", "uraian: D, nomor: 7,")
    text = text.replace("Ya: 4", "Ya: 7")
    same = InsertRow(SOP, ("kegiatan", 0), {"uraian": "N", "nomor": "7"})
    with pytest.raises(SuntinganError):
        after(text, same)


def test_a_pelaksana_is_renamed_wherever_he_stands() -> None:
    made = edit_yaml(ROWS.encode(), [RenamePelaksana(SOP, "Petugas", "Staf: A")])
    text = made.baru.decode()
    assert "Petugas" not in text
    assert "pelaksana: 'Staf: A; Camat'" in text
    assert len(made.perubahan) == 4
    with pytest.raises(SuntinganError):
        edit_yaml(ROWS.encode(), [RenamePelaksana(SOP, "Petugass", "Staf")])


TOGETHER = ROWS.replace(
    "pelaksana: Petugas; Camat", "pelaksana: [Petugas, Camat, Kasi]"
)


def test_a_pelaksana_is_renamed_among_several() -> None:
    edit = RenamePelaksana(SOP, "Camat", "Sekcam")
    assert after(TOGETHER, edit)[2]["pelaksana"] == ["Petugas", "Sekcam", "Kasi"]


def test_who_is_left_alone_is_no_list() -> None:
    first, last = (DeleteRow(SOP, ("kegiatan", 2, "pelaksana", n)) for n in (0, 1))
    assert after(TOGETHER, first)[2]["pelaksana"] == ["Camat", "Kasi"]
    assert after(TOGETHER, first, last)[2]["pelaksana"] == "Camat"


def test_a_joint_row_keeps_its_names_when_rows_move() -> None:
    rows = after(TOGETHER, InsertRow(SOP, ("kegiatan", 0), {"uraian": "Baru"}))
    assert rows[3]["pelaksana"] == ["Petugas", "Camat", "Kasi"]
    assert rows[3]["ke"] == ["5", "6"]


def test_a_sop_is_renamed_in_its_list_and_in_the_lampiran() -> None:
    text = (
        "keputusan:\n  - lampiran:\n      sebutan:\n        Surat Masuk: S  # c\n"
        "sop:\n  - id: surat-masuk\n    nama: Surat\n  - id: lain\n"
    )
    made = edit_yaml(text.encode(), [RenameSop("surat-masuk", "surat")])
    then = text.replace("Surat Masuk:", "surat:").replace("surat-masuk", "surat")
    assert made.baru.decode() == then


def test_a_pelaksana_in_a_group_is_renamed_in_its_rows() -> None:
    listed = "pelaksana: [Petugas, {kelompok: Petugas Inti, pelaksana: [Camat]}]"
    text = ROWS.replace("pelaksana: [Petugas, Camat]", listed)
    made = edit_yaml(text.encode(), [RenamePelaksana(SOP, "Camat", "Lurah")])
    assert made.baru.decode() == text.replace("Camat", "Lurah")
    with pytest.raises(SuntinganError):
        edit_yaml(text.encode(), [RenamePelaksana(SOP, "Petugas Inti", "X")])


def test_a_row_that_is_written_anew_says_what_it_says() -> None:
    row: dict[str, Any] = {"uraian": "X", "nomor": "9", "ke": "4"}
    rows = after(ROWS, Set(SOP, ("kegiatan", 1), row))
    assert rows[1] == row
    assert rows[0] == {"uraian": "A", "pelaksana": "Petugas", "simbol": "mulai"}
    assert rows[2]["tembusan"] == "9", "it leads to the row that was the second"


def test_codes_are_found_in_whatever_letters_they_are_written() -> None:
    text = "pejabat:\n  Pak Camat: {nama: A}\n"
    made = edit_yaml(
        text.encode(), [Set("buku.yaml", ("pejabat", "pak-camat", "nama"), "B")]
    )
    assert made.baru.decode() == text.replace("A}", "B}")


def drawn_rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    count = draw(st.integers(1, 6))
    word = st.sampled_from([str(n) for n in range(1, count + 3)])
    rows: list[dict[str, Any]] = []
    for n in range(count):
        row: dict[str, Any] = {"uraian": f"R{n}"}
        kind = draw(st.integers(0, 3))
        if kind == 1:
            row["ke"] = draw(word)
        elif kind == 2:
            row["ke"] = draw(st.lists(word, min_size=1, max_size=3))
        elif kind == 3:
            some = st.one_of(word, st.lists(word, min_size=2, max_size=3))
            row["ke"] = {"Ya": draw(word), "Tidak": draw(some)}
        rows.append(row)
    return rows


def resolved(rows: list[dict[str, Any]]) -> dict[str, list[str | None]]:
    """Return the uraian of what each row leads to, by its own."""
    names = {str(n): row["uraian"] for n, row in enumerate(rows, 1)}
    found = {}
    for row in rows:
        ke = row.get("ke", [])
        ways = ke.values() if isinstance(ke, dict) else [ke]
        words = (w for way in ways for w in ([way] if isinstance(way, str) else way))
        found[row["uraian"]] = [names.get(word) for word in words]
    return found


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_after_any_edits_each_row_leads_where_it_led(data: st.DataObject) -> None:
    rows = drawn_rows(data.draw)  # type: ignore[arg-type]
    text = yaml.safe_dump({"kegiatan": rows}, sort_keys=False)
    wanted, order = resolved(rows), [row["uraian"] for row in rows]
    edits: list[Edit] = []
    for n in range(data.draw(st.integers(1, 4))):
        kind = data.draw(st.sampled_from(["insert", "delete", "move"]))
        at = data.draw(st.integers(0, len(order) - (kind != "insert")))
        if kind == "insert":
            edits.append(InsertRow(SOP, ("kegiatan", at), {"uraian": f"N{n}"}))
            order.insert(at, f"N{n}")
            wanted[f"N{n}"] = []
        elif kind == "delete" and len(order) > 1:
            edits.append(DeleteRow(SOP, ("kegiatan", at)))
            gone = order.pop(at)
            wanted = {
                name: [None if one == gone else one for one in to]
                for name, to in wanted.items()
                if name != gone
            }
        else:
            to = data.draw(st.integers(0, len(order) - 1))
            edits.append(MoveRow(SOP, ("kegiatan", at), to))
            order.insert(to, order.pop(at))
    made = after(text, *copy.deepcopy(edits))
    assert [row["uraian"] for row in made] == order
    assert resolved(made) == wanted
