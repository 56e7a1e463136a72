"""YAML text → plain text, lists and mappings that know their line and column.

The reader sees YAML's events only: no tag is honoured, no scalar becomes anything
but text (``no``, ``12:30`` and dates stay as they are written), and size, depth and
aliases are bounded, for specs come by mail from strangers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, NamedTuple, NoReturn, cast

import yaml
from yaml.error import Mark

from sopgen.celltext import UNSEEN, visible
from sopgen.model.diagnostic import Source, Span
from sopgen.model.kata import frasa, isian
from sopgen.model.letak import Letak
from sopgen.model.letak import Trail as Trail
from sopgen.model.nilai import dataclass
from sopgen.model.sisipan import is_meant
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.syntax import explain, explain_escape

#: The parser: that of libyaml is ten times as fast, but not every PyYAML has it.
LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

MAX_DEPTH = 30
#: Nodes of a file after its aliases are followed; the largest honest book has 20 000.
MAX_NODES = 60_000
#: Letters of a value: as many as a cell of Excel holds.
MAX_LETTERS = 32_767

_TEMPLATE_SARAN = 'nilai yang diawali `{{` ditulis dalam tanda kutip: "{{ … }}"'


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a YAML file: data, and the place of every value and key.

    ``data`` is str, list and dict only; it is None when the file is unusable.  A key
    whose value is left empty is not in ``data`` but has its place in ``keys``.
    """

    source: Source
    data: Any
    spans: Mapping[Trail, Span] = field(default_factory=dict)
    keys: Mapping[Trail, Span] = field(default_factory=dict)

    def span(self, *path: str | int) -> Span:
        """Return the place of a value, or of the nearest thing around it."""
        for end in range(len(path), -1, -1):
            if found := self.spans.get(path[:end]) or self.keys.get(path[:end]):
                return found
        return Span(self.source)

    def letak(self, *path: str | int) -> Letak:
        """Return the places of everything, as seen from the thing at a path."""
        return Letak(self.spans, self.keys, path)

    def key(self, *path: str | int) -> Span:
        """Return the place of a key, or of the nearest thing around it."""
        for end in range(len(path), 0, -1):
            if found := self.keys.get(path[:end]) or self.spans.get(path[:end]):
                return found
        return self.span()


class _Key(NamedTuple):
    """The key of a mapping, and where it stands."""

    name: str
    span: Span


@dataclass(slots=True)
class _Node:
    """A value while the file is read; ``size`` and ``depth`` follow its aliases.

    A text has no depth, a collection of texts one level.
    """

    data: str | list[_Node] | dict[str, tuple[Span, _Node]]
    span: Span
    size: int = 1
    depth: int = 0
    plain: bool = False
    label: _Key | None = None


class _RefusalError(Exception):
    """The rest of the file cannot be read."""


class _EscapeError(Exception):
    """An escape in a quoted text names no letter."""


def _events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of YAML text."""
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except (ValueError, OverflowError):  # the pure PyYAML lets chr() fail
        raise _EscapeError from None


def read_text(text: str, source: Source, findings: Findings) -> Content:
    """Return the content of YAML text; what is wrong goes to ``findings``."""
    builder = _Builder(source, findings)
    try:
        root = builder.build(text)
    except yaml.MarkedYAMLError as error:
        findings.add(explain(error, source))
        return Content(source, None)
    except _EscapeError:
        findings.add(explain_escape(text, source))
        return Content(source, None)
    except _RefusalError:
        return Content(source, None)
    if root is None:
        findings.tell("SOP904", "berkas kosong", Span(source), "isi atau hapus berkas")
        return Content(source, None)
    return _flatten(root, source)


class _Builder:
    """Turn the events of one file into nodes."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self.source = source
        self.findings = findings
        self.open: list[_Node] = []
        self.anchors: dict[str, _Node] = {}
        self.nodes = 0
        self.root: _Node | None = None

    def build(self, text: str) -> _Node | None:
        """Return the root of the only document, or nothing."""
        documents = 0
        for event in _events(text):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse(
                        "SOP912", "satu berkas hanya memuat satu dokumen", event
                    )
            elif isinstance(event, yaml.CollectionEndEvent):
                self.close()
            elif isinstance(event, yaml.NodeEvent):
                self.place(event)
        blank = self.root is not None and self.root.data == "" and self.root.plain
        return None if blank else self.root

    def place(self, event: yaml.NodeEvent) -> None:
        """Put a scalar, an alias or the beginning of a collection in its place."""
        if isinstance(event, yaml.AliasEvent):
            self.place_alias(event)
            return
        self.nodes += 1
        if self.nodes > MAX_NODES:
            message = f"lebih dari {MAX_NODES} nilai dalam satu berkas"
            self.refuse("SOP914", message, event)
        if getattr(event, "tag", None) is not None:
            self.refuse_tag(event)
        node = self.started(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        if isinstance(event, yaml.ScalarEvent):
            self.attach(node)
            return
        if len(self.open) >= MAX_DEPTH:
            message = f"isi bersarang lebih dari {MAX_DEPTH} tingkat"
            self.refuse("SOP914", message, event)
        self.open.append(node)

    def place_alias(self, event: yaml.AliasEvent) -> None:
        """Put what an alias names in its place, unless the file multiplies by it."""
        node = self.aliased(event)
        self.nodes += node.size
        if self.nodes > MAX_NODES or len(self.open) + node.depth > MAX_DEPTH:
            self.refuse("SOP911", "isi berlipat ganda melalui `&` dan `*`", event)
        self.attach(node)

    def started(self, event: yaml.NodeEvent) -> _Node:
        """Return the node of a scalar or of a collection without its members yet."""
        span = self.place_of(event)
        if isinstance(event, yaml.MappingStartEvent):
            return _Node({}, span, depth=1)
        if isinstance(event, yaml.ScalarEvent):
            text = self.printable(event.value, span)
            return _Node(text, span, plain=event.style in (None, ""))
        return _Node([], span, depth=1)

    def printable(self, text: str, span: Span) -> str:
        """Return a text without letters, written as escapes, that no page can show."""
        if len(text) > MAX_LETTERS:
            message = f"nilai lebih dari {MAX_LETTERS} huruf"
            self.refuse_at("SOP926", message, span, "bagi menjadi beberapa butir")
        match = UNSEEN.search(text)
        if match is None:
            return text
        if "\ud800" <= match[0] <= "\udfff":
            raise _EscapeError
        message = f"karakter kendali U+{ord(match[0]):04X} tidak diizinkan"
        self.findings.tell("SOP907", message, span, "hapus karakter itu")
        return visible(text)

    def close(self) -> None:
        """End the innermost collection."""
        node = self.open.pop()
        self.attach(self.bracketed(node) or node)

    def bracketed(self, node: _Node) -> _Node | None:
        """Return the text that an item in brackets is: ``- [daftar SOP]``."""
        around = self.open[-1].data if self.open else None
        if not isinstance(around, list) or not isinstance(node.data, list):
            return None
        words = [one.data for one in node.data if one.plain]
        if len(node.data) != 1 or not words or not is_meant(str(words[0])):
            return None
        return _Node(f"[{words[0]}]", node.span)

    def attach(self, node: _Node) -> None:
        """Put a finished node into the collection around it."""
        if not self.open:
            self.root = node
            return
        around = self.open[-1]
        members = around.data
        around.size += node.size
        around.depth = max(around.depth, node.depth + 1)
        if isinstance(members, list):
            members.append(node)
        elif around.label is None:
            around.label = _Key(self.named(node), node.span)
        elif isinstance(members, dict):
            self.pair(members, around.label, node)
            around.label = None

    def named(self, node: _Node) -> str:
        """Return the text of a key."""
        if not isinstance(node.data, str):
            excerpt = node.span.excerpt[node.span.column - 1 :]
            saran = _TEMPLATE_SARAN if excerpt.startswith("{") else ""
            self.refuse_at("SOP915", "kunci harus berupa teks", node.span, saran)
        return node.data

    def pair(
        self,
        members: dict[str, tuple[Span, _Node]],
        label: _Key,
        node: _Node,
    ) -> None:
        """Add a key with its value, unless the key is there already."""
        name, span = label
        if name in members:
            first = members[name][0]
            self.findings.tell(
                "SOP913",
                f"{frasa('kunci')} {isian(name)} ditulis dua kali",
                span,
                f"yang pertama pada baris {first.line}; hapus salah satu",
            )
        else:
            members[name] = (span, node)

    def aliased(self, event: yaml.AliasEvent) -> _Node:
        """Return the node that an alias names."""
        name = cast("str", event.anchor)
        node = self.anchors.get(name)
        if node is None:
            saran = "beri tanda kutip bila `*` memang bagian dari teks"
            self.refuse("SOP911", f"acuan `*{name}` tidak ada", event, saran)
        if any(node is parent for parent in self.open):
            self.refuse("SOP911", f"acuan `*{name}` memuat dirinya sendiri", event)
        return node

    def refuse_tag(self, event: yaml.NodeEvent) -> None:
        """Refuse ``!tag``: a spec holds text only."""
        span = self.place_of(event)
        tag = span.excerpt[span.column - 1 :].split(" ")[0]
        saran = 'beri tanda kutip bila `!` memang bagian dari teks: "!…"'
        self.refuse("SOP910", f"tanda {quoted(tag)} tidak diizinkan", event, saran)

    def refuse(
        self, code: str, message: str, event: yaml.Event, saran: str = ""
    ) -> NoReturn:
        """Report at an event and stop."""
        self.refuse_at(code, message, self.place_of(event), saran)

    def refuse_at(
        self, code: str, message: str, span: Span, saran: str = ""
    ) -> NoReturn:
        """Report at a place and stop."""
        self.findings.tell(code, message, span, saran)
        raise _RefusalError

    def place_of(self, event: yaml.Event) -> Span:
        """Return the place of an event; of block text, that of its first letter."""
        start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
        line, column = start.line, start.column
        lines = self.source.lines
        if isinstance(event, yaml.ScalarEvent) and event.style in ("|", ">"):
            for number in range(line + 1, min(end.line + 1, len(lines))):
                if body := lines[number].strip():
                    column = len(lines[number]) - len(lines[number].lstrip())
                    return Span(self.source, number + 1, column + 1, len(body))
        if not isinstance(event, yaml.ScalarEvent):
            return Span(self.source, line + 1, column + 1)
        whole = len(lines[line]) if line < len(lines) else column + 1
        width = (end.column if end.line == line else whole) - column
        return Span(self.source, line + 1, column + 1, max(width, 1))


class _Places(NamedTuple):
    """The places of values and of keys, while they are gathered."""

    spans: dict[Trail, Span]
    keys: dict[Trail, Span]


def _flatten(root: _Node, source: Source) -> Content:
    """Return plain data with the place of every path in it."""
    places = _Places({}, {})
    data = _plain(root, (), places)
    return Content(source, data, places.spans, places.keys)


def _plain(node: _Node, path: Trail, places: _Places) -> Any:
    """Return the data of a node; note where it is and where its keys are."""
    places.spans[path] = node.span
    if isinstance(node.data, str):
        return node.data
    if isinstance(node.data, list):
        return [_plain(one, (*path, i), places) for i, one in enumerate(node.data)]
    for name, (span, _) in node.data.items():
        places.keys[(*path, name)] = span
    return {
        name: _plain(one, (*path, name), places)
        for name, (_, one) in node.data.items()
        if not (one.plain and one.data == "")
    }
