"""The spec of a new office, made from the example in assets/contoh."""

from __future__ import annotations

import shutil
from pathlib import Path

from sopgen.assets import asset
from sopgen.spec.jsonschema import write_schemas

#: What stands for the office's name in the example.
NAMA = "Contohsari"
SKEMA = ".skema"


def write_office(folder: Path) -> tuple[Path, ...]:
    """Write the example under the folder's name and return the files to fill in.

    The folder appears whole or not at all.  Raises OSError.
    """
    source = asset("contoh")
    name = folder.name.replace("-", " ").title()
    scratch = folder.with_name(f".{folder.name}.baru")
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        scratch.mkdir(parents=True)
        names = sorted(f.relative_to(source) for f in source.rglob("*") if f.is_file())
        for relative in names:
            file = scratch / relative
            file.parent.mkdir(parents=True, exist_ok=True)
            text = (source / relative).read_text(encoding="utf-8").replace(NAMA, name)
            file.write_text(text, encoding="utf-8", newline="\n")
        write_schemas(scratch / SKEMA)
        scratch.rename(folder)
    except OSError:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    return tuple(folder / relative for relative in names)
