"""Renew the goldens, and show what moved: ``make accept``."""

from __future__ import annotations

import difflib
from pathlib import Path

from tests.golden.pictures import picture, side_by_side
from tests.golden.seams import FOLDER, goldens

#: Where the pictures and the differences are put.
SHOWN = Path("output/golden")


def main() -> None:
    """Write every golden anew and say which changed."""
    every = goldens()
    for old in sorted(p for p in FOLDER.rglob("*") if p.is_file()):
        if old.relative_to(FOLDER).as_posix() not in every:
            old.unlink()
            print(f"dihapus: {old.relative_to(FOLDER)}")
    changed = [name for name, make in every.items() if renew(name, make())]
    print(f"{len(changed)} dari {len(every)} berubah; lihat {SHOWN}/")


def renew(name: str, new: str) -> bool:
    """Write a golden if it differs, with a picture of what moved; tell whether."""
    file = FOLDER / name
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    if new == old:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(new, encoding="utf-8", newline="\n")
    shown = SHOWN / name
    shown.parent.mkdir(parents=True, exist_ok=True)
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), "lama", "baru", n=1
    )
    shown.with_suffix(".diff").write_text("\n".join(lines), encoding="utf-8")
    before, after = (picture(name, text) if text else None for text in (old, new))
    if before and after:
        side_by_side(before, after).save(shown.with_suffix(".png"))
    print(f"berubah: {name}")
    return True


if __name__ == "__main__":
    main()
