"""The folder of a spec with every code in it as it is compared."""

from __future__ import annotations

from sopgen.model.diagnostic import Span
from sopgen.model.kode import kode
from sopgen.spec.files import Folder
from sopgen.spec.findings import Findings
from sopgen.spec.kode import with_codes
from sopgen.spec.reader import Content

#: The part of a spec whose files are named by codes, and how they end.
SOP, YAML = "sop", ".yaml"


class CodedFolder(Folder):
    """A folder in which ``sop/Izin Keramaian.yaml`` is the file of izin-keramaian.

    Where two files have the same code the one that is named by it, else the first,
    is read by it; the other keeps its own name.
    """

    __slots__ = ()

    def names(self, sub: str) -> tuple[str, ...]:
        """Return the names in a folder of it, those of SOP by their codes."""
        found = Folder.names(self, sub)
        if sub != SOP:
            return found
        first = {coded(n): n for n in reversed(found)} | {n: n for n in found}
        return tuple(coded(n) if first[coded(n)] == n else n for n in found)

    def has(self, name: str) -> bool:
        """Return whether there is such a file, be it unusable."""
        return Folder.has(self, self.real(name))

    def yaml(self, name: str, findings: Findings) -> Content:
        """Return the content of a YAML file with its codes."""
        content = Folder.yaml(self, self.real(name), findings)
        return with_codes(content, name, findings)

    def place(self, name: str) -> Span:
        """Return the place of a file as a whole."""
        return Folder.place(self, self.real(name))

    def real(self, name: str) -> str:
        """Return the name that a file of a SOP has in the folder."""
        sub, _, bare = name.rpartition("/")
        if sub != SOP or Folder.has(self, name):
            return name
        alike = (n for n in Folder.names(self, SOP) if coded(n) == bare)
        return f"{SOP}/{next(alike, bare)}"


def coded(name: str) -> str:
    """Return the name that a SOP's file has by its code, or its own name."""
    code = kode(name.removesuffix(YAML)) if name.endswith(YAML) else ""
    return f"{code}{YAML}" if code else name
