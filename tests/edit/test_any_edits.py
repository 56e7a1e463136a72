# ruff: noqa: E501
"""Any edits of any file give the data that was meant, and touch nothing else."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen.edit import edit_yaml
from sopgen.model.diagnostic import Source
from sopgen.model.suntingan import DeleteRow, Edit, InsertRow, MoveRow, Set
from sopgen.spec.bentuk import bentuk_of
from sopgen.spec.findings import Findings
from sopgen.spec.reader import Content, read_text
from tests.books import ROOT

FILES = sorted((ROOT / "specs").rglob("*.yaml"))
#: Texts that YAML would misread, or that need room.
TEXTS = st.one_of(
    st.sampled_from(
        [
            "no", "2026", "~", "null", "- x", "a: b", "a #b", "#", "'", '"', "it's", "[",
            "{{ kecamatan.nama }}", "*x", "&x", "!x", "%", "@", "`", "", " ", "| a", "> b",
            "x ", " y", "A\nB", "A\nB\n", "A\n\nB\n", "  A\nB", "A \nB", "---", "a\tb",
            "? a", "a:", ": a", "a,b", "]", "}", "kata " * 40, "panjang" * 30,
            "a" * 90 + "\n" + "kata " * 30 + "\n", "A\n\n", "\nA", "é — “kutip”", "\U0001f600",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=60),
)  # fmt: skip


def data_of(text: str) -> Any:
    findings = Findings()
    content: Content = read_text(text, Source("x"), findings)
    assert findings.ordered == ()
    return content.data


def trails(
    data: Any, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[str | int, ...]]:
    yield path
    pairs: Any = ()
    if isinstance(data, dict):
        pairs = data.items()
    elif isinstance(data, list):
        pairs = enumerate(data)
    for key, value in pairs:
        yield from trails(value, (*path, key))


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


class Meant:
    """Data that is edited in the plainest way, beside the edits."""

    def __init__(self, data: Any, draw: Any) -> None:
        self.data, self.draw = copy.deepcopy(data), draw
        self.gone: list[Any] = []

    def edit(self) -> Edit | None:
        every = [p for p in trails(self.data) if p and self.free(p)]
        if not every:
            return None
        path = self.draw(st.sampled_from(every))
        around, last = at(self.data, path[:-1]), path[-1]
        if isinstance(last, int):
            kind = self.draw(st.sampled_from(["set", "insert", "delete", "move"]))
            return self.row(kind, around, path)
        if self.draw(st.integers(0, 4)) == 0:
            del around[last]
            return Set("x", path, None)
        if self.draw(st.integers(0, 4)) == 0:
            fresh = (
                *path[:-1],
                self.draw(st.sampled_from(["unit", "baru", "nomor x"])),
            )
            around[fresh[-1]] = value = self.value(None)
            return Set("x", fresh, value)
        around[last] = value = self.value(around[last])
        return Set("x", path, value)

    def free(self, path: tuple[str | int, ...]) -> bool:
        """Leave out what makes references follow: other tests have that."""
        inside = path[0] == "kegiatan"
        return not inside or (
            len(path) > 2 and path[-1] not in ("id", "nomor") and "tambahan" not in path
        )

    def row(self, kind: str, around: list[Any], path: tuple[str | int, ...]) -> Edit:
        last = int(path[-1])
        if kind == "insert":
            last = self.draw(st.integers(0, len(around)))
            value = self.value(around[0])
            around.insert(last, value)
            return InsertRow("x", (*path[:-1], last), value)
        if kind == "delete":
            del around[last]
            return DeleteRow("x", path)
        if kind == "move":
            to = self.draw(st.integers(0, len(around) - 1))
            around.insert(to, around.pop(last))
            return MoveRow("x", path, to)
        around[last] = value = self.value(around[last])
        return Set("x", path, value)

    def value(self, like: Any) -> Any:
        if isinstance(like, dict) and self.draw(st.booleans()):
            return {**copy.deepcopy(like), "teks": self.draw(TEXTS)}
        kind = self.draw(st.integers(0, 7))
        if kind == 0:
            return self.draw(st.lists(TEXTS, max_size=3))
        if kind == 1:
            return {"a": self.draw(TEXTS), "b c": {"d": self.draw(TEXTS)}}
        return self.draw(TEXTS)


def without_ends(data: Any) -> Any:
    """Return data whose texts do not say whether their last line has ended.

    A block text at the end of a file that does not end its last line gets that end
    where something comes to stand below it.
    """
    if isinstance(data, dict):
        return {key: without_ends(one) for key, one in data.items()}
    if isinstance(data, list):
        return [without_ends(one) for one in data]
    return data.rstrip("\n") if isinstance(data, str) else data


def proved(text: str, draw: Any, name: str = "sop/x.yaml") -> None:
    meant = Meant(data_of(text), draw)
    count = draw(st.integers(1, 5))
    edits = [copy.deepcopy(one) for _ in range(count) if (one := meant.edit())]
    made = edit_yaml(text.encode(), edits, bentuk_of(name))
    found = data_of(made.baru.decode())
    if text.endswith(("\n", "\r")):
        assert found == meant.data
    else:
        assert without_ends(found) == without_ends(meant.data)
    assert made.lama == text.encode()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_real_files_say_what_was_meant(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    text = file.read_text(encoding="utf-8")
    name = file.name if file.parent.name != "sop" else f"sop/{file.name}"
    proved(text, data.draw, name)


KEYS = st.sampled_from(["unit", "judul", "a", "b c", "x-y", "Ya", "1"])
#: No list of a spec holds a list.
DATA = st.recursive(
    TEXTS,
    lambda inner: st.one_of(
        st.lists(inner.filter(lambda one: not isinstance(one, list)), max_size=4),
        st.dictionaries(KEYS, inner, max_size=4),
    ),
    max_leaves=12,
)
ENDS = st.sampled_from(["\n", "\r\n"])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_made_files_say_what_was_meant(data: st.DataObject) -> None:
    value = data.draw(st.dictionaries(KEYS, DATA, min_size=1, max_size=4))
    style = data.draw(st.sampled_from([None, "'", '"', "|", ">"]))
    flow = data.draw(st.sampled_from([False, None, True]))
    indent = data.draw(st.sampled_from([2, 4]))
    text = yaml.safe_dump(
        value, allow_unicode=True, sort_keys=False, default_style=style,
        default_flow_style=flow, indent=indent, width=data.draw(st.sampled_from([40, 120])),
    )  # fmt: skip
    ends = data.draw(ENDS)
    if "\r" not in text and "\x85" not in text:
        text = text.replace("\n", ends)
    if data.draw(st.booleans()):
        text = text.rstrip("\r\n")
    findings = Findings()
    if read_text(text, Source("x"), findings).data is None or findings.ordered:
        return
    proved(text, data.draw)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_value_leaves_all_other_lines_as_they_are(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(FILES))
    text = file.read_text(encoding="utf-8")
    whole = data_of(text)
    texts = [p for p in trails(whole) if isinstance(at(whole, p), str)]
    path = data.draw(st.sampled_from(texts))
    if path[-1] in ("id", "nomor"):
        return
    node: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    for step in path:
        node = (
            node.value[step] if isinstance(step, int)
            else next(v for k, v in node.value if k.value == step)
        )  # fmt: skip
    new = edit_yaml(text.encode(), [Set("x", path, data.draw(TEXTS))]).baru.decode()
    lines = text.splitlines(keepends=True)
    first, last = node.start_mark.line, node.end_mark.line
    before = "".join(lines[:first]) + lines[first][: node.start_mark.column].rstrip()
    behind = "".join(lines[last + (node.end_mark.column > 0) :])
    assert new.startswith(before)
    assert new.endswith(behind)


def comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.lstrip().startswith("#")]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_rows_that_move_lose_no_line(data: st.DataObject) -> None:
    file: Path = data.draw(st.sampled_from(FILES))
    text = file.read_text(encoding="utf-8")
    whole = data_of(text)
    lists = [p for p in trails(whole) if isinstance(at(whole, p), list)]
    if not lists:
        return
    path = data.draw(st.sampled_from(lists))
    count = len(at(whole, path))
    if count < 2 or (path and path[0] == "kegiatan"):
        return
    old, new = (
        data.draw(st.integers(0, count - 1)),
        data.draw(st.integers(0, count - 1)),
    )
    made = edit_yaml(text.encode(), [MoveRow("x", (*path, old), new)]).baru.decode()
    if text.splitlines() != made.splitlines():
        same = sorted(text.splitlines()) == sorted(made.splitlines())
        assert same or "[" in text, "only a list in brackets moves within its line"
    assert sorted(comments(made)) == sorted(comments(text))
