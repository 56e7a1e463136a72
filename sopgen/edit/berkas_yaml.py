"""Edit the text of a YAML file: the lines of the edit change, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.edit import kurung, rangkai
from sopgen.edit.baris import Entry, lines_of
from sopgen.edit.nilai import Splice, in_flow, replace_value, spliced
from sopgen.edit.pohon import Node, find, read
from sopgen.edit.rujukan import steps
from sopgen.edit.wanted import applied, refusal, value_at
from sopgen.model.draft import Data, Trail
from sopgen.model.nilai import dataclass
from sopgen.model.suntingan import (
    LEPAS,
    Bentuk,
    DeleteRow,
    Edit,
    InsertRow,
    Langsung,
    MoveRow,
    Perubahan,
    RenameKey,
    Set,
    SuntinganError,
)

BOM = b"\xef\xbb\xbf"
SPOILT = "suntingan ini akan mengubah isian lain; ubah berkasnya dengan tangan"
FOREIGN = "berkas bukan teks UTF-8"


@dataclass(frozen=True, slots=True)
class Edited:
    """A file after its edits, as it was before, and every field that changed.

    ``lama`` is the inverse: it undoes all edits at once.
    """

    baru: bytes
    lama: bytes
    perubahan: tuple[Perubahan, ...] = ()


def edit_yaml(data: bytes, edits: Sequence[Edit], bentuk: Bentuk = LEPAS) -> Edited:
    """Return a YAML file after edits, one after the other.

    References of a SOP follow its rows and pelaksana.  Raises SuntinganError where an
    edit cannot be made without changing what it does not name.
    """
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise SuntinganError(FOREIGN) from error
    done: list[Perubahan] = []
    for edit in edits:
        for step in steps(read(text).data, edit):
            text = _edited(text, step, bentuk, done)
    mark = BOM if data.startswith(BOM) else b""
    return Edited(mark + text.encode("utf-8"), data, tuple(done))


def _edited(text: str, edit: Langsung, bentuk: Bentuk, done: list[Perubahan]) -> str:
    """Return a text after one edit, proved to change nothing else."""
    before = read(text).data
    if applied(before, edit) == before and not isinstance(edit, MoveRow):
        return text
    for base in _bases(text):
        writer = Writer(base, bentuk)
        wanted = applied(writer.root.data, edit)
        new = spliced(base, writer.splices(edit))
        if _says(new, wanted):
            done.append(change(edit, before))
            return new
    raise refusal(SPOILT, edit)


def _bases(text: str) -> Iterator[str]:
    """Yield a text, and one whose last line has ended.

    Where a block text is the last one, or becomes it, that end is a part of it.
    """
    yield text
    if not text.endswith(("\n", "\r")):
        yield text + lines_of(text).newline


def _says(text: str, wanted: Data) -> bool:
    try:
        return read(text).data == wanted
    except SuntinganError:
        return False


def change(edit: Langsung, before: Data) -> Perubahan:
    """Return what an edit changes, given the data of the file before it."""
    old = value_at(before, edit.jejak)
    match edit:
        case MoveRow():
            there = (*edit.jejak[:-1], edit.ke)
            return Perubahan(edit.berkas, edit.jejak, old, old, there)
        case RenameKey():
            there = (*edit.jejak[:-1], edit.baru)
            return Perubahan(edit.berkas, edit.jejak, old, old, there)
        case InsertRow():
            return Perubahan(edit.berkas, edit.jejak, None, edit.nilai)
        case DeleteRow():
            return Perubahan(edit.berkas, edit.jejak, old, None)
        case Set():
            return Perubahan(edit.berkas, edit.jejak, old, edit.nilai)


class Writer:
    """A text and its values, on the way to an edit."""

    def __init__(self, text: str, bentuk: Bentuk) -> None:
        self.text, self.bentuk = text, bentuk
        self.root, self.lines = read(text), lines_of(text)

    def splices(self, edit: Langsung) -> list[Splice]:
        """Return the changes of the text that make an edit."""
        match edit:
            case Set(nilai=None) | DeleteRow():
                return self.taken(edit.jejak)
            case InsertRow():
                return self.inserted(edit)
            case MoveRow():
                return self.moved(edit)
            case RenameKey():
                return self.renamed(edit)
            case Set():
                return self.put(edit.jejak, _given(edit), edit)

    def around(self, jejak: Trail) -> Node:
        """Return the list or mapping that a field stands in."""
        node = find(self.root, jejak[:-1])
        if node is None:
            raise SuntinganError("isian yang memuatnya tidak ada", jejak=jejak)
        return node

    def put(self, jejak: Trail, nilai: Data, edit: Langsung) -> list[Splice]:
        """Give a field a value, whether it is there or not."""
        if not jejak:
            raise refusal("berkas tidak dapat diganti seluruhnya", edit)
        around = find(self.root, jejak[:-1])
        if around is None or around.blank or not around.children:
            fresh: Data = {jejak[-1]: nilai} if isinstance(jejak[-1], str) else [nilai]
            return self.put(jejak[:-1], fresh, edit)
        node = find(around, jejak[-1:])
        if node is None:
            return self.new_key(around, str(jejak[-1]), nilai, jejak)
        if around.flow:
            return [(node.start, node.end, in_flow(nilai, node))]
        return replace_value(self.lines, self.entry(around, jejak[-1]), nilai)

    def new_key(
        self, around: Node, key: str, nilai: Data, jejak: Trail
    ) -> list[Splice]:
        """Put a key into a mapping."""
        bentuk = self.bentuk.at(jejak[:-1])
        if around.flow:
            return kurung.insert_key(around, key, nilai, bentuk)
        return rangkai.insert_key(self.lines, around, key, nilai, bentuk)

    def inserted(self, edit: InsertRow) -> list[Splice]:
        """Put a row into a list that may be empty, or not be there yet."""
        node, at = find(self.root, edit.jejak[:-1]), int(edit.jejak[-1])
        if node is None or not node.items:
            return self.put(edit.jejak[:-1], [edit.nilai], edit)
        if node.flow:
            return kurung.insert_item(node, at, edit.nilai)
        if self.inside(node):
            return self.anew(edit)
        return rangkai.insert_row(self.lines, node, at, edit.nilai)

    def taken(self, jejak: Trail) -> list[Splice]:
        """Take a field or a row out."""
        node, last = self.around(jejak), jejak[-1]
        if node.flow and isinstance(last, int):
            return kurung.delete_item(node, last)
        if node.flow:
            return kurung.delete_key(node, str(last))
        return rangkai.delete_entry(self.lines, node, _number(node, last))

    def moved(self, edit: MoveRow) -> list[Splice]:
        """Give a row another number."""
        node = self.around(edit.jejak)
        if node.flow:
            return kurung.move_item(self.text, node, edit)
        if self.inside(node):
            return self.anew(edit)
        return rangkai.move_row(self.lines, node, edit)

    def inside(self, node: Node) -> bool:
        """Tell whether a list begins in the middle of a line and has no comments."""
        first = self.lines.entries(node)[0]
        return not first.alone and "#" not in self.text[node.start : node.end]

    def anew(self, edit: InsertRow | MoveRow) -> list[Splice]:
        """Write a whole list anew: one that stands on the line of another dash."""
        jejak = edit.jejak[:-1]
        nilai = value_at(applied(self.root.data, edit), jejak)
        return self.put(jejak, nilai or [], edit)

    def renamed(self, edit: RenameKey) -> list[Splice]:
        """Give a key another name."""
        node = self.around(edit.jejak)
        key, _ = node.keyed[str(edit.jejak[-1])]
        return [(key.start, key.end, in_flow(edit.baru, key))]

    def entry(self, around: Node, step: str | int) -> Entry:
        """Return the entry of a key or item in a block."""
        return self.lines.entries(around)[_number(around, step)]


def _given(edit: Set) -> Data:
    """Return the value that a field gets."""
    if edit.nilai is None:
        raise refusal("isian yang dihapus tidak punya nilai", edit)
    return edit.nilai


def _number(node: Node, step: str | int) -> int:
    """Return the number of a key or item."""
    if isinstance(step, int):
        return step
    return next(n for n, (key, _) in enumerate(node.pairs or ()) if key.text == step)
