"""YAML text → its values with the letters they stand on, from the parser's marks.

Everything is text, as the reader of specs has it; an alias is the value it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import cast

import yaml

from sopgen.model.draft import Data, Trail
from sopgen.model.nilai import dataclass
from sopgen.model.suntingan import SuntinganError

LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
#: How texts of several lines are marked.
BLOCK = ("|", ">")
#: Values of a file after its aliases are followed, and how deep they lie.
MAX_NODES, MAX_DEPTH = 60_000, 30
LAST_BREAK = re.compile(r"(\r\n|\r|\n)\Z")
#: What YAML takes for space; Python takes more.
SPACE = " \t\r\n"
UNREAD = "berkas tidak terbaca; perbaiki dahulu kesalahan yang disebut `check`"


@dataclass(slots=True)
class Node:
    """A value: ``start`` and ``end`` are where its letters begin and end.

    ``style`` is that of a scalar; ``flow`` tells of brackets.  Of a block, ``end`` is
    that of the last thing in it.
    """

    start: int
    end: int
    text: str | None = None
    style: str = ""
    flow: bool = False
    alias: bool = False
    items: list[Node] | None = None
    pairs: list[tuple[Node, Node]] | None = None
    label: Node | None = field(default=None, repr=False)

    @property
    def blank(self) -> bool:
        """Return whether nothing is written where a value could be."""
        return self.text == "" and not self.style

    @property
    def children(self) -> list[Node]:
        """Return the items, or keys and values, in their order."""
        if self.pairs is not None:
            return [one for pair in self.pairs for one in pair]
        return self.items or []

    @property
    def data(self) -> Data:
        """Return the value as the reader of specs has it."""
        if self.text is not None:
            return self.text
        if self.items is not None:
            return [one.data for one in self.items]
        return {key: one.data for key, (_, one) in self.keyed.items() if not one.blank}

    @property
    def keyed(self) -> dict[str, tuple[Node, Node]]:
        """Return keys and values by the text of the key, the first of each."""
        found: dict[str, tuple[Node, Node]] = {}
        for key, value in self.pairs or ():
            found.setdefault(key.text or "", (key, value))
        return found


def read(text: str) -> Node:
    """Return the root of a text; raises SuntinganError if it is no sound YAML."""
    try:
        return _Builder(text).build()
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise SuntinganError(UNREAD) from error


def find(root: Node, jejak: Trail) -> Node | None:
    """Return the value at a trail, be it blank, or nothing."""
    node = root
    for step in jejak:
        if isinstance(step, str) and node.pairs is not None and step in node.keyed:
            node = node.keyed[step][1]
        elif isinstance(step, int) and node.items and 0 <= step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


class _Builder:
    """Turn the events of one text into nodes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[Node] = []
        self.anchors: dict[str, Node] = {}
        self.count = 0
        self.roots: list[Node] = []

    def build(self) -> Node:
        """Return the only root."""
        for event in yaml.parse(self.text, Loader=LOADER):
            if isinstance(event, yaml.NodeEvent):
                self.begin(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.finish(event)
        if len(self.roots) != 1:
            raise SuntinganError(UNREAD)
        return self.roots[0]

    def begin(self, event: yaml.NodeEvent) -> None:
        """Start a value."""
        node = self.node(event)
        self.count += 1
        if self.count > MAX_NODES or len(self.open) > MAX_DEPTH:
            raise SuntinganError(UNREAD)
        if event.anchor and not node.alias:
            self.anchors[event.anchor] = node
        if isinstance(event, yaml.CollectionStartEvent):
            self.open.append(node)
        else:
            self.attach(node)

    def node(self, event: yaml.NodeEvent) -> Node:
        """Return the node of an event."""
        start, end = _marks(event)
        if isinstance(event, yaml.AliasEvent):
            named = self.anchors.get(event.anchor or "")
            if named is None or named in self.open:
                raise SuntinganError(UNREAD)
            self.count += sum(1 for _ in _every(named))
            return _copied(named, start, end)
        if isinstance(event, yaml.ScalarEvent):
            style = event.style or ""
            if style in BLOCK:
                end = self.last_letter(start, end)
            return Node(start, end, event.value, "" if style == "plain" else style)
        flow = bool(getattr(event, "flow_style", False))
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(start, end, flow=flow, items=[])
        return Node(start, end, flow=flow, pairs=[])

    def last_letter(self, start: int, end: int) -> int:
        """Return where block text ends: behind its last line that is not blank.

        With ``+`` blank lines belong to the text.
        """
        body = self.text[start:end]
        head = body.splitlines()[0].partition("#")[0]
        kept = LAST_BREAK.sub("", body) if "+" in head else body.rstrip(SPACE)
        return start + len(kept)

    def finish(self, event: yaml.Event) -> None:
        """End the innermost collection."""
        node = self.open.pop()
        if node.flow:
            node.end = _marks(event)[1]
        elif node.children:
            node.end = max(node.end, node.children[-1].end)
        self.attach(node)

    def attach(self, node: Node) -> None:
        """Put a finished value into what is around it."""
        if not self.open:
            self.roots.append(node)
            return
        around = self.open[-1]
        if around.items is not None:
            around.items.append(node)
        elif around.label is None:
            if node.text is None:
                raise SuntinganError(UNREAD)
            around.label = node
        elif around.pairs is not None:
            around.pairs.append((around.label, node))
            around.label = None


def _marks(event: yaml.Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return cast("yaml.Mark", start).index, cast("yaml.Mark", end).index


def _copied(node: Node, start: int, end: int) -> Node:
    """Return what an alias names, at the place of the alias."""
    return Node(
        start, end, node.text, node.style, node.flow, True, node.items, node.pairs
    )  # fmt: skip


def _every(node: Node) -> Iterator[Node]:
    yield node
    for one in node.children:
        yield from _every(one)
