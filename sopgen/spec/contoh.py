"""The spec of a new office, made from the example in assets/contoh."""

from __future__ import annotations

from sopgen.assets import asset, broken
from sopgen.spec.jsonschema import schema_files
from sopgen.spec.parse import BUKU

#: What stands for the office's name in the example.
NAMA = "Contohsari"
SKEMA = ".skema"


def new_office(nama: str) -> dict[str, str]:
    """Return the files of an office of this name, to be filled in."""
    source = asset("contoh")
    title = nama.replace("-", " ").title()
    made = {
        file.relative_to(source).as_posix(): file.read_text(encoding="utf-8").replace(
            NAMA, title
        )
        for file in sorted(source.rglob("*"))
        if file.is_file()
    }
    if BUKU not in made:
        raise broken(source / BUKU, "tidak ada")
    return made


def editor_files() -> dict[str, str]:
    """Return the files that help an editor with the spec."""
    return {f"{SKEMA}/{name}": text for name, text in schema_files().items()}
