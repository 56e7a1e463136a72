"""Write the runs of a paragraph; what staff fill in there is a content control."""

from __future__ import annotations

from hashlib import sha256

from sopgen.model.document import Isian, Paragraph
from sopgen.model.nilai import dataclass
from sopgen.render.docx.draft import Draft
from sopgen.render.docx.ledger import Ledger
from sopgen.render.docx.styles import letters_of
from sopgen.render.docx.template import LANGUAGE
from sopgen.render.docx.wml import Letters, add, properties_of_run, spoken, text
from sopgen.render.markup import Node

#: How a date is written, in the words of Word.
DATE = "d MMMM yyyy"
#: Ids of controls are whole numbers below this.
IDS = 2**31 - 1


@dataclass(frozen=True, slots=True)
class ControlId:
    """The id of a control, by its tag: never that of another in the file."""

    tanda: str

    def filled(self, ledger: Ledger) -> str:
        """Return the id, the same in every file as long as no other has it."""
        number, turn = 0, 0
        while not number or number in ledger.controls:
            digest = sha256(f"{self.tanda} {turn}".encode()).digest()
            number, turn = int.from_bytes(digest[:4]) % IDS, turn + 1
        ledger.controls.add(number)
        return str(number)


def write_runs(draft: Draft, node: Node, block: Paragraph) -> None:
    """Write the runs of a paragraph, and the control that it ends with, if any."""
    runs = [run for run in block.runs if run.text]
    for run in runs[:-1]:
        text(node, run.text, letters_of(block.style, run))
    if not runs:
        return
    last = runs[-1]
    letters, isian = letters_of(block.style, last), block.isian
    if not isian or not isian.tanda or not last.text.endswith(isian.teks):
        text(node, last.text, letters)
        return
    label = last.text.removesuffix(isian.teks)
    if label:
        text(node, label, letters)
    _control(draft, node, isian, letters)


def _control(draft: Draft, node: Node, isian: Isian, letters: Letters) -> None:
    """Write a control: it cannot be deleted, and what is blank gives way to words."""
    control = add(node, "sdt")
    facts = add(control, "sdtPr")
    if said := properties_of_run(letters):
        facts.inside.append(said)
    add(facts, "alias", isian.nama)
    add(facts, "tag", isian.tanda)
    add(facts, "id", draft.blank(ControlId(isian.tanda)))
    add(facts, "lock", "sdtLocked")
    if isian.kosong:
        add(facts, "showingPlcHdr")
    if isian.tanggal:
        date = add(facts, "date", fullDate=f"{isian.tanggal.isoformat()}T00:00:00Z")
        add(date, "dateFormat", DATE)
        add(date, "lid", LANGUAGE)
        add(date, "storeMappedDataAs", "dateTime")
        add(date, "calendar", "gregorian")
    else:
        add(facts, "text")
    add(control, "sdtContent").inside.append(spoken(isian.teks, letters))
