"""Read assets/kertas: the papers that a book may be printed on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from sopgen.assets import asset, broken
from sopgen.model.buku import Kertas

#: Sides of a sheet that a printer takes, mm.
LEAST, MOST = 100, 1200


@cache
def read_kertas() -> Mapping[str, Kertas]:
    """Return the papers by name, in the order of the file.

    Raises BrokenAssetError for a paper without usable sides.
    """
    file = asset("kertas") / "kertas.toml"
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        return {nama: _kertas(nama, one) for nama, one in table.items()}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise broken(file, str(error)) from error


def _kertas(nama: str, one: Mapping[str, Any]) -> Kertas:
    made = Kertas(nama, one["lebar"], one["tinggi"], one.get("excel", 0))
    if not LEAST <= made.lebar <= made.tinggi <= MOST:
        raise ValueError(f"{nama}: {made.lebar} x {made.tinggi} mm")
    return made
