"""Read what staff filled in, in a decree that was built as a Word file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sopgen.model.nilai import dataclass
from sopgen.model.tanda_isian import Tanda, read_tanda
from sopgen.ooxml import Package
from sopgen.takeover.wordfile import MAIN
from sopgen.takeover.wordtext import text_of
from sopgen.takeover.xmlread import Element, attr, child, name


@dataclass(frozen=True, slots=True)
class Terisi:
    """What a field of a decree says in a Word file; nothing where it is blank."""

    tanda: Tanda
    teks: str


def read_isian(package: Package) -> tuple[Terisi, ...]:
    """Return the fields of decrees in a Word file; none in a file of another kind."""
    if MAIN not in package.parts:
        return ()
    try:
        body = package.xml(MAIN)
    except etree.XMLSyntaxError:  # it is told when the file is read as a SOP
        return ()
    return tuple(_every(body))


def _every(body: Element) -> Iterator[Terisi]:
    for control in (one for one in body.iter() if name(one) == "sdt"):
        facts = child(control, "sdtPr")
        tag, content = child(facts, "tag"), child(control, "sdtContent")
        tanda = None if tag is None else read_tanda(attr(tag, "val"))
        if tanda is None or content is None:
            continue
        blank = child(facts, "showingPlcHdr") is not None
        yield Terisi(tanda, "" if blank else " ".join(text_of(content).split()))
