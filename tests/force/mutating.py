"""Damage to files: of their bytes, of the members of a ZIP, of the XML in a member.

Each is a strategy of Hypothesis: from a sound file it makes one that somebody might
send, by chance or on purpose.  Fewer and earlier changes are simpler ones.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TypeAlias

from hypothesis import strategies as st
from lxml import etree

Node: TypeAlias = etree._Element
Draw: TypeAlias = st.DrawFn

#: What stands where a number, a name or a place is expected.
WRONG = (
    "", "0", "-1", "1", "2", "7", "1.5", "-0", "1e3", "1e999", "nan", "inf", "-inf",
    "99999999999999999999", "1000000", "2147483648", "4294967295", "00012", " 3 ",
    "0x10", "١٢", "²", "½", "1_0", "true", "abc", "A0", "a1", "B7", "A1:B2", "B2:A1",
    "XFD1048576", "XFE1048577", "ZZZ9999999", "A1048577", "#REF!", "=1+1", "rId999",
    "rId1", "../../x", "/", "..", "http://a.invalid/x", "s", "str", "inlineStr", "b",
    "e", "d", "n", "shared", "array", "dataTable", "yyyy-mm-dd", "[h]:mm", '0" menit"',
    "{{ sop.nama }}", "{% if", "_x0000_", "_xD800_", "\u200b", "\ufeff", "\u2028",
    "\u202e", "﷐", "\U0001f600", "x" * 300,
)  # fmt: skip
#: Words and values as staff might type them in the wrong place.
TYPED = (
    "-", "?", "ya", "tidak", "selesai", "mulai", "keputusan", "Ya: 3",
    "Ya: 3; Tidak: 1",
    "1, 2", "1,2,", "a; b", "31 Februari 2026", "2026-13-45", "45000", "5 menit",
    "1.5 jam", "- 1 hari", "9" * 30 + " hari", "0 menit", "12 Januari 99999", "a\tb",
    "a\nb", "\n", "#", "*tebal", "**", "- a\n  - b", "| a | b |\n|---|", "![x](y.png)",
    "[]", "{}", "null", "~", "!!python/object", "& *", "Buku", "Daftar SOP", "(", "))",
    "SOP/{nomor}/{tahun}", "{nomor:999999999}", "{", "}", "I", "MMMM", "KESATU",
    "Undang-Undang Nomor 23 Tahun 2014;", "\\", "$", "`", "%s%n", "../x.yaml",
    "a" * 5000,
    "No", "Kegiatan", "Pelaksana", "Mutu Baku", "Kelengkapan", "Waktu", "Output", "Ya",
    "Tidak", "Keterangan", "Nomor SOP", "Dasar Hukum", "NIP. 1", "v", "√", "SOP", "A",
)  # fmt: skip
#: Names of members that lead out of a folder, or are no names.
NAMES = (
    "../jahat.xml", "/mutlak.xml", "C:\\jahat.xml", "xl\\workbook.xml", "", ".", "..",
    "xl//workbook.xml", "xl/./workbook.xml", "xl/workbook.xml/", "XL/WORKBOOK.XML",
    "a" * 300, "\u00e9\u2028.xml", "nul\x01.xml", "mimetype", "xl/vbaProject.bin",
)  # fmt: skip
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>',
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
    b"<!DOCTYPE a>",
    b"<?xml version='1.0' encoding='utf-7'?>",
    b"<?xml version='1.0' encoding='utf-16'?>",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0<", b" ", b"<!-- -->", b"<?pi x?>",
)  # fmt: skip
#: Bytes that begin or end something, or are no letters.
PIECES = (
    b"\0", b"\xff", b"\x80", b"\xc3", b"\xed\xa0\x80", b"<", b">", b"&", b"&#0;", b"\n",
    b"PK\3\4", b"PK\1\2", b"PK\5\6", b"]]>", b"<!--", b"</", b"\x7f\xff\xff\xff",
    b"\xff" * 8, b"\0" * 64,
)  # fmt: skip


@dataclass(frozen=True)
class Member:
    """A member of a ZIP, and whether what it says of itself is a lie."""

    name: str
    data: bytes
    lied: bool = False


def members_of(data: bytes) -> list[Member]:
    """Return the members of a sound ZIP."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [Member(one, archive.read(one)) for one in archive.namelist()]


def packed(members: Sequence[Member]) -> bytes:
    """Return a ZIP of members, the check sums of lying ones wrong."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for one in members:
            info = zipfile.ZipInfo(
                one.name.replace("\0", "") or "_", (1980,) + (1,) * 5
            )
            info.compress_type = zipfile.ZIP_DEFLATED
            twice = info.filename in archive.NameToInfo
            if twice:
                archive.NameToInfo.pop(info.filename)
            archive.writestr(info, one.data)
    data = bytearray(made.getvalue())
    for number, one in enumerate(members):
        if one.lied:
            _lie(data, number)
    return bytes(data)


def _lie(data: bytearray, number: int) -> None:
    """Spoil the check sum of a member in the list at the end of a ZIP."""
    end = data.rfind(b"PK\5\6")
    at = struct.unpack("<I", data[end + 16 : end + 20])[0]
    for _ in range(number):
        lengths = struct.unpack("<HHH", data[at + 28 : at + 34])
        at += 46 + sum(lengths)
    data[at + 16] ^= 0x55


@st.composite
def spoilt_bytes(draw: Draw, data: bytes) -> bytes:
    """Return bytes that are cut, flipped, spliced or have something in them."""
    how = draw(st.sampled_from(("cut", "flip", "put", "drop", "double", "splice")))
    if how == "flip":
        return draw(_flipped(data))
    at, other = (draw(st.integers(0, len(data))) for _ in "12")
    length = draw(st.integers(1, 400))
    between = {
        "put": draw(st.sampled_from(PIECES)),
        "double": data[at : at + length] * 2,
        "splice": data[other : other + length],
    }
    rest = data[at:] if how == "put" else b"" if how == "cut" else data[at + length :]
    return data[:at] + between.get(how, b"") + rest


@st.composite
def _flipped(draw: Draw, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(draw(st.integers(1, 8))):
        if made:
            made[draw(st.integers(0, len(made) - 1))] ^= draw(st.integers(1, 255))
    return bytes(made)


@st.composite
def spoilt_xml(
    draw: Draw,
    data: bytes,
    texts: Sequence[str] = TYPED,
    values: Sequence[str] = WRONG,
) -> bytes:
    """Return XML whose tree, or whose bytes, are not what they were."""
    if draw(st.integers(0, 9)) == 9:
        return draw(_spoilt_start(data))
    if draw(st.integers(0, 9)) == 9:
        return draw(spoilt_bytes(data))
    try:
        root = etree.fromstring(data)
    except (etree.XMLSyntaxError, ValueError):
        return draw(spoilt_bytes(data))
    for _ in range(draw(st.integers(1, 3))):
        draw(_spoilt_tree(root, Words(texts, values)))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


@st.composite
def _spoilt_start(draw: Draw, data: bytes) -> bytes:
    """Return XML that begins with a declaration which no such file has."""
    bare = data[data.find(b"?>") + 2 :] if data.startswith(b"<?xml") else data
    start = draw(st.sampled_from(ENTITIES))
    if draw(st.booleans()):
        return start + bare
    return start + bare.decode("utf-8", "replace").encode("utf-16")


@dataclass(frozen=True)
class Words:
    """What texts may say, and what attributes may."""

    texts: Sequence[str]
    values: Sequence[str]


Change: TypeAlias = Callable[[Draw, list[Node], Words], None]


@st.composite
def _spoilt_tree(draw: Draw, root: Node, words: Words) -> None:
    """Change a tree somewhere."""
    nodes = [one for one in root.iter() if isinstance(one.tag, str)]
    draw(st.sampled_from(CHANGES))(draw, nodes, words)


def _one(draw: Draw, nodes: Sequence[Node]) -> Node:
    """Return a node: any, or one of a name, so that rare ones have their turn."""
    if draw(st.booleans()):
        name = draw(st.sampled_from([*dict.fromkeys(str(one.tag) for one in nodes)]))
        nodes = [one for one in nodes if one.tag == name]
    return nodes[draw(st.integers(0, len(nodes) - 1))]


def _inner(draw: Draw, nodes: Sequence[Node]) -> tuple[Node, Node]:
    """Return a node that is not the root, and what it stands in; the root if alone."""
    one = _one(draw, nodes[1:] or nodes)
    around = one.getparent()
    return one, one if around is None else around


def _drop(draw: Draw, nodes: list[Node], words: Words) -> None:
    one, around = _inner(draw, nodes)
    if one is not around:
        around.remove(one)


def _drop_kind(draw: Draw, nodes: list[Node], words: Words) -> None:
    """Take out all elements of a name."""
    one, _ = _inner(draw, nodes)
    for node in nodes[1:]:
        around = node.getparent()
        if node.tag == one.tag and around is not None:
            around.remove(node)


def _double(draw: Draw, nodes: list[Node], words: Words) -> None:
    one, around = _inner(draw, nodes)
    if one is not around:
        for _ in range(draw(st.sampled_from((1, 2, 30)))):
            around.append(deepcopy(one))


def _move(draw: Draw, nodes: list[Node], words: Words) -> None:
    one, around = _inner(draw, nodes)
    target = _one(draw, nodes)
    if one is not around and one not in (target, *target.iterancestors()):
        target.insert(draw(st.integers(0, len(target))), one)


def _nest(draw: Draw, nodes: list[Node], words: Words) -> None:
    """Put an element into copies of itself, shallow or deep."""
    one, _ = _inner(draw, nodes)
    for _ in range(draw(st.sampled_from((1, 3, 40, 200)))):
        inner = etree.SubElement(one, one.tag)
        for key, value in one.attrib.items():
            inner.set(key, value)
        one = inner


def _rename(draw: Draw, nodes: list[Node], words: Words) -> None:
    one = _one(draw, nodes)
    name = etree.QName(one)
    strange = f"{{urn:asing}}{name.localname}", name.localname, f"{one.tag}X"
    others = [str(node.tag) for node in nodes[:200]]
    one.tag = draw(st.sampled_from((*strange, *others)))


def _one_attribute(draw: Draw, nodes: list[Node]) -> tuple[Node, str]:
    """Choose an element, and the name of one of its attributes."""
    one = _one(draw, nodes)
    return one, draw(st.sampled_from(sorted(map(str, one.attrib))))


def _attribute(draw: Draw, nodes: list[Node], words: Words) -> None:
    """Give an attribute another value: a wrong one, or that of another element."""
    with_some = [node for node in nodes if node.attrib]
    if not with_some:
        return
    one, key = _one_attribute(draw, with_some)
    how = draw(st.integers(0, 3))
    if how == 0:
        del one.attrib[key]
    elif how == 1:
        same = [str(node.get(key)) for node in with_some if node.get(key) is not None]
        one.set(key, draw(st.sampled_from(same)))
    else:
        _set(one, key, draw(st.sampled_from(words.values)))


def _every_attribute(draw: Draw, nodes: list[Node], words: Words) -> None:
    """Give an attribute a wrong value, or none, wherever elements of a name have it."""
    with_some = [node for node in nodes if node.attrib]
    if not with_some:
        return
    one, key = _one_attribute(draw, with_some)
    value = draw(st.none() | st.sampled_from(words.values))
    for node in with_some:
        if node.tag == one.tag and node.get(key) is not None:
            if value is None:
                del node.attrib[key]
            else:
                _set(node, key, value)


def _text(draw: Draw, nodes: list[Node], words: Words) -> None:
    """Give an element another text: a wrong one, or that of another element."""
    with_some = [node for node in nodes if node.text and node.text.strip()] or nodes
    one = _one(draw, with_some)
    others = [node.text or "" for node in with_some]
    how = draw(st.integers(0, 3))
    if how == 0:
        one.text = others[draw(st.integers(0, len(others) - 1))]
    elif how == 1:
        one.text = _xml(f"{one.text or ''}{draw(st.sampled_from(words.texts))}")
    else:
        one.text = _xml(draw(st.sampled_from((*words.texts, *words.values))))


def _long(draw: Draw, nodes: list[Node], words: Words) -> None:
    one = _one(draw, nodes)
    count = draw(st.sampled_from((100, 40_000)))
    one.text = (one.text or "panjang ") * (count // max(len(one.text or ""), 8))


CHANGES: tuple[Change, ...] = (
    _text, _attribute, _text, _attribute, _drop, _double, _move, _every_attribute,
    _rename, _drop_kind, _nest, _long,
)  # fmt: skip


def _set(node: Node, key: str, value: str) -> None:
    node.set(key, _xml(value))


def _xml(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return "".join(letter for letter in text if letter in "\t\n" or letter >= " ")


@st.composite
def spoilt_zip(
    draw: Draw, data: bytes, weight: Mapping[str, int] | None = None
) -> bytes:
    """Return a ZIP with one to three changes: of a member's XML, or of members.

    ``weight`` says how often parts with a word in their names are chosen.
    """
    if draw(st.integers(0, 19)) == 19:
        return draw(spoilt_bytes(data))
    members = members_of(data)
    for _ in range(draw(st.integers(1, 3))):
        if members and draw(st.integers(0, 5)) < 5:
            at = _chosen(draw, members, weight or {})
            one = members[at]
            members[at] = replace(one, data=draw(spoilt_xml(one.data)))
        elif members:
            draw(_spoilt_members(members))
    return packed(members)


def _chosen(draw: Draw, members: Sequence[Member], weight: Mapping[str, int]) -> int:
    """Return the number of a member, those that matter more often."""
    numbers: list[int] = []
    for number, one in enumerate(members):
        times = max((n for word, n in weight.items() if word in one.name), default=1)
        numbers += [number] * times
    return draw(st.sampled_from(numbers or [0]))


@st.composite
def _spoilt_members(draw: Draw, members: list[Member]) -> None:
    """Change which members there are."""
    at = draw(st.integers(0, len(members) - 1))
    one, other = members[at], members[draw(st.integers(0, len(members) - 1))]
    how = draw(st.integers(0, 8))
    changed = {
        0: [],
        1: [one, replace(one, data=other.data)],
        2: [replace(one, name=draw(st.sampled_from(NAMES)))],
        3: [replace(one, data=other.data)],
        4: [replace(one, lied=True)],
        5: [one, Member("xl/bom.xml", BOMB)],
        6: [Member("mimetype", draw(st.sampled_from(MIMETYPES))), one],
        7: [replace(one, data=draw(spoilt_bytes(one.data)))],
        8: [replace(one, name=other.name)],
    }
    members[at : at + 1] = changed[how]


BOMB = b"<x>" + b" " * 30_000_000 + b"</x>"
MIMETYPES = (
    b"application/vnd.oasis.opendocument.text", b"application/epub+zip", b"",
)  # fmt: skip
