# ruff: noqa: E501
"""Edits of YAML text: what the lines look like then."""

from __future__ import annotations

import pytest

from sopgen.edit import edit_yaml
from sopgen.model.draft import Data
from sopgen.model.suntingan import (
    DeleteRow,
    Edit,
    InsertRow,
    MoveRow,
    RenameKey,
    Set,
    SuntinganError,
)
from sopgen.spec.bentuk import bentuk_of

SOP = "sop/surat.yaml"


def edited(text: str, *edits: Edit) -> str:
    made = edit_yaml(text.encode(), edits, bentuk_of(SOP))
    assert made.lama == text.encode()
    return made.baru.decode()


#: A text, the field and its value, and the text then.
VALUES = {
    "plain": ("unit: Umum\n", ("unit",), "Tata Usaha", "unit: Tata Usaha\n"),
    "beside a comment": ("unit: U  # c\n", ("unit",), "V", "unit: V  # c\n"),
    "quotes stay": ("unit: 'U'\n", ("unit",), "don't", "unit: 'don''t'\n"),
    "double quotes stay": ('unit: "U"\n', ("unit",), "a\\b", 'unit: "a\\\\b"\n'),
    "a colon needs quotes": ("unit: U\n", ("unit",), "a: b", "unit: 'a: b'\n"),
    "a hash needs quotes": ("unit: U\n", ("unit",), "a #b", "unit: 'a #b'\n"),
    "numbers are text": ("unit: U\n", ("unit",), "007", "unit: 007\n"),
    "nothing": ("unit: U\n", ("unit",), "", "unit: ''\n"),
    "lines of a block": (
        "judul: |\n    A\n    B\nunit: U\n", ("judul",), "C\nD\n",
        "judul: |\n    C\n    D\nunit: U\n",
    ),
    "block without a last break": (
        "judul: |  # c\n  A\n\nunit: U\n", ("judul",), "C\n\nD",
        "judul: |-  # c\n  C\n\n  D\n\nunit: U\n",
    ),
    "folded as its neighbours": (
        "judul: >-\n  satu dua tiga\n  empat lima\nunit: U\n", ("judul",),
        "enam tujuh delapan sembilan sepuluh",
        "judul: >-\n  enam tujuh delapan\n  sembilan sepuluh\nunit: U\n",
    ),
    "lines beside a comment": (
        "judul: A  # c\nunit: U\n", ("judul",), "C\nD\n",
        "judul: |  # c\n  C\n  D\nunit: U\n",
    ),
    "value below its key": (
        "judul:\n  A\n  B\nunit: U\n", ("judul",), "C", "judul: C\nunit: U\n",
    ),
    "blank": ("judul:  # c\nunit: U\n", ("judul",), "C", "judul: C  # c\nunit: U\n"),
    "within brackets": (
        "pelaksana: [A, 'B',C]\n", ("pelaksana", 1), "D, E", "pelaksana: [A, 'D, E',C]\n",
    ),
    "list for a word": (
        "kegiatan:\n- ke: 3\n  waktu: x\n", ("kegiatan", 0, "ke"), ["3", "4"],
        "kegiatan:\n- ke: [3, 4]\n  waktu: x\n",
    ),
    "word for a list": (
        "peralatan:\n  - A\n  # c\n  - B\nunit: U\n", ("peralatan",), ["C"],
        "peralatan: [C]\nunit: U\n",
    ),
    "by the order of the form": (
        "judul: A\n\nstatus: draf\n", ("unit",), "U", "judul: A\nunit: U\n\nstatus: draf\n",
    ),
    "before all others": ("# c\n\nunit: U\n", ("judul",), "A", "# c\n\njudul: A\nunit: U\n"),
    "beside a dash": (
        "kegiatan:\n  - pelaksana: P\n    waktu: x\n", ("kegiatan", 0, "uraian"), "U",
        "kegiatan:\n  - uraian: U\n    pelaksana: P\n    waktu: x\n",
    ),
    "in a row": (
        "kegiatan:\n  - uraian: U\n    # c\n    waktu: x\n",
        ("kegiatan", 0, "ke", "Ya"), "3",
        "kegiatan:\n  - uraian: U\n    ke: {Ya: 3}\n    # c\n    waktu: x\n",
    ),
    "in brackets by its order": (
        "kegiatan: [{uraian: U, waktu: x}]\n", ("kegiatan", 0, "simbol"), "mulai",
        "kegiatan: [{uraian: U, simbol: mulai, waktu: x}]\n",
    ),
    "taken out": (
        "judul: A\n\n# tentang unit\nunit: U\n\nstatus: draf\n", ("unit",), None,
        "judul: A\n\nstatus: draf\n",
    ),
    "taken out beside a dash": (
        "kegiatan:\n  - uraian: U\n    # c\n    waktu: x\n", ("kegiatan", 0, "uraian"), None,
        "kegiatan:\n    # c\n  - waktu: x\n",
    ),
    "the only one taken out": (
        "kegiatan:\n  - uraian: U\n    ke:\n      Ya: 3\n", ("kegiatan", 0, "ke", "Ya"), None,
        "kegiatan:\n  - uraian: U\n    ke: {}\n",
    ),
    "taken out of brackets": (
        "kegiatan: [{uraian: U, simbol: mulai, waktu: x}]\n", ("kegiatan", 0, "waktu"), None,
        "kegiatan: [{uraian: U, simbol: mulai}]\n",
    ),
    "Windows": ("judul: A\r\nunit: |\r\n  U\r\n", ("unit",), "V\nW\n",
                "judul: A\r\nunit: |\r\n  V\r\n  W\r\n"),
    "no last line end": ("judul: A\nunit: U", ("status",), "draf",
                         "judul: A\nunit: U\nstatus: draf"),
    "byte order mark": ("\ufeffjudul: A\n", ("judul",), "B", "\ufeffjudul: B\n"),
}  # fmt: skip


@pytest.mark.parametrize("what", VALUES)
def test_a_field_gets_its_value_and_no_more(what: str) -> None:
    text, jejak, nilai, then = VALUES[what]
    assert edited(text, Set(SOP, jejak, nilai)) == then  # type: ignore[arg-type]


ROWS = """\
unit: U
peralatan:
  # milik A
  - A
  - |
    B
    b

# milik daftar
kegiatan:
  # satu
  - uraian: Satu  # di sini
    waktu: x
    # masih satu

  - uraian: Dua
    waktu: x

  # tiga
  - uraian: Tiga
status: draf
"""


def test_a_row_moves_with_its_comments() -> None:
    assert edited(ROWS, MoveRow(SOP, ("kegiatan", 2), 0)) == ROWS.replace(
        """\
  # satu
  - uraian: Satu  # di sini
    waktu: x
    # masih satu

  - uraian: Dua
    waktu: x

  # tiga
  - uraian: Tiga
""",
        """\
  # tiga
  - uraian: Tiga

  # satu
  - uraian: Satu  # di sini
    waktu: x
    # masih satu

  - uraian: Dua
    waktu: x
""",
    )


def test_a_new_row_is_spaced_as_its_neighbours() -> None:
    row: Data = {"uraian": "Baru", "waktu": "x"}
    text = edited(ROWS, InsertRow(SOP, ("kegiatan", 1), row))
    new = "\n  - uraian: Baru\n    waktu: x\n\n  - uraian: Dua\n"
    assert text == ROWS.replace("\n  - uraian: Dua\n", new)
    last = edited(ROWS, InsertRow(SOP, ("kegiatan", 3), row))
    end = "  - uraian: Tiga\n\n  - uraian: Baru\n    waktu: x\nstatus"
    assert last == ROWS.replace("  - uraian: Tiga\nstatus", end)


def test_a_row_goes_with_its_comments_and_its_space() -> None:
    text = edited(ROWS, DeleteRow(SOP, ("kegiatan", 1)))
    assert text == ROWS.replace("  - uraian: Dua\n    waktu: x\n\n", "")
    first = edited(ROWS, DeleteRow(SOP, ("peralatan", 0)))
    assert first == ROWS.replace("  # milik A\n  - A\n", "")


def test_the_last_row_leaves_an_empty_list() -> None:
    text = "unit: U\nperalatan:  # c\n  - A\nstatus: draf\n"
    then = "unit: U\nperalatan: []  # c\nstatus: draf\n"
    assert edited(text, DeleteRow(SOP, ("peralatan", 0))) == then
    again = edited(then, InsertRow(SOP, ("peralatan", 0), "B: C"))
    assert again == "unit: U\nperalatan: ['B: C']  # c\nstatus: draf\n"


def test_rows_in_brackets_come_and_go() -> None:
    text = "pelaksana: [A, 'B', C]\n"
    assert (
        edited(text, InsertRow(SOP, ("pelaksana", 0), "x"))
        == "pelaksana: [x, A, 'B', C]\n"
    )
    assert (
        edited(text, InsertRow(SOP, ("pelaksana", 3), "x"))
        == "pelaksana: [A, 'B', C, x]\n"
    )
    assert edited(text, DeleteRow(SOP, ("pelaksana", 2))) == "pelaksana: [A, 'B']\n"
    assert edited(text, DeleteRow(SOP, ("pelaksana", 0))) == "pelaksana: ['B', C]\n"
    assert edited(text, MoveRow(SOP, ("pelaksana", 0), 2)) == "pelaksana: ['B', C, A]\n"


def test_a_key_gets_another_name() -> None:
    text = "a:\n  'x': 1  # c\n  y: 2\n"
    assert (
        edited(text, RenameKey(SOP, ("a", "x"), "z z"))
        == "a:\n  'z z': 1  # c\n  y: 2\n"
    )


REFUSED: dict[str, tuple[str, Edit]] = {
    "another field is the same one": ("a: &x 1\nb: *x\n", Set(SOP, ("a",), "2")),
    "no such row": ("a: [1]\n", DeleteRow(SOP, ("a", 4))),
    "no such list": ("a: 1\n", InsertRow(SOP, ("a", 0), "2")),
    "not a list": ("a: 1\n", Set(SOP, ("a", "b"), "2")),
    "key is taken": ("a: {b: 1, c: 2}\n", RenameKey(SOP, ("a", "b"), "c")),
    "no sound YAML": ("a: [1\n", Set(SOP, ("a",), "2")),
    "two documents": ("a: 1\n---\na: 2\n", Set(SOP, ("a",), "2")),
    "lists in a line": ("a:\n- - b\n  # c\n  - c\n", MoveRow(SOP, ("a", 0, 0), 1)),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_would_change_more_is_refused(what: str) -> None:
    text, edit = REFUSED[what]
    with pytest.raises(SuntinganError):
        edit_yaml(text.encode(), [edit])


def test_a_value_that_is_there_already_changes_nothing() -> None:
    text = "judul:   'A'   # c\n"
    made = edit_yaml(text.encode(), [Set(SOP, ("judul",), "A")])
    assert (made.baru.decode(), made.perubahan) == (text, ())
