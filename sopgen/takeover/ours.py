"""Tell a file that sopgen has written: its headings say what its office chose."""

from __future__ import annotations

from lxml import etree

from sopgen.model.document import SUBJEK
from sopgen.ooxml import Package
from sopgen.takeover.xmlread import name

CORE = "docProps/core.xml"
#: Our files bear a day and no time.
MIDNIGHT = "T00:00:00Z"


def is_ours(package: Package) -> bool:
    """Return whether sopgen has written a file; whoever saved it again keeps that."""
    if CORE not in package.parts:
        return False
    try:
        told = {name(one): one.text or "" for one in package.xml(CORE)}
    except etree.XMLSyntaxError:
        return False
    made = told.get("created", "").endswith(MIDNIGHT)
    return made and told.get("subject") == SUBJEK
