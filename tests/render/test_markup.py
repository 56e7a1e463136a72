"""Elements of Office files are written as lxml would write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sopgen.render.escaping import clean
from sopgen.render.markup import NAMESPACES, Node, declared, elements, part, put

HOSTILE = (
    "",
    "rapat & musyawarah",
    "<b>tebal</b> ]]>",
    """kutip "ganda" dan 'tunggal'""",
    "dua\nbaris\tsatu\rkembali",
    "kosong\x00 bel\x07 akhir\x1f",
    "ganjil \ufffe\uffff \ud800 \udfff",
    "é 字 😀 \x7f\x85\u2028",
)


def by_lxml(words: str) -> bytes:
    """Return an element with an attribute and a text, both cleaned, as lxml has it."""
    root = etree.Element(f"{{{NAMESPACES['w']}}}t", nsmap={"w": NAMESPACES["w"]})
    root.set(f"{{{NAMESPACES['w']}}}val", clean(words))
    root.text = clean(words) or None
    made: bytes = etree.tostring(root, encoding="UTF-8", standalone=True)
    return made


def by_node(words: str) -> bytes:
    root = Node("w:t", declared("w"))
    root.set("w:val", words)
    root.say(words)
    return part(root)


@pytest.mark.parametrize("words", HOSTILE)
def test_text_is_escaped_as_lxml_does(words: str) -> None:
    assert by_node(words) == by_lxml(words)


@pytest.mark.slow
@given(st.text())
def test_any_text_is_escaped_as_lxml_does(words: str) -> None:
    assert by_node(words) == by_lxml(words)


@pytest.mark.parametrize("words", [w for w in HOSTILE if clean(w) != w])
def test_what_lxml_refuses_is_left_out(words: str) -> None:
    with pytest.raises(ValueError, match=r"XML compatible|surrogates"):
        etree.Element("t").text = words
    (made,) = elements(put(Node("w:p"), "w:t", id=words).written(), ["w"])
    assert made.get("id") == clean(words)


def test_an_attribute_that_is_none_is_left_out_and_nought_is_not() -> None:
    root = Node("w:p")
    put(root, "a:off", x=0, y=None, z="")
    assert root.written() == '<w:p><a:off x="0" z=""/></w:p>'


def test_blanks_are_kept_where_they_are_to_be_kept() -> None:
    node = Node("w:t")
    node.set("xml:space", "preserve")
    node.say("  dua ")
    (made,) = elements(node.written(), ["w"])
    assert made.text == "  dua "
    assert made.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_elements_of_lxml_bear_the_namespaces_of_their_prefixes() -> None:
    root = Node("xdr:sp")
    put(root, "a:off")
    (made,) = elements(root.written(), ["xdr", "a"])
    assert [one.tag for one in made.iter()] == [
        f"{{{NAMESPACES['xdr']}}}sp",
        f"{{{NAMESPACES['a']}}}off",
    ]


def test_what_is_closed_is_written_as_it_was() -> None:
    root = Node("w:p")
    for number in (1, 2):
        put(put(root, "a:off", x=number), "a:ext").say("<")
    open_ = root.written()
    root.close()
    root.close()
    assert root.written() == open_
    assert [type(one) for one in root.inside] == [Node, str]
