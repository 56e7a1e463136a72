"""What is typed into the pelaksana columns: ticks, symbols as letters, exits."""

from __future__ import annotations

from sopgen.takeover.sketch import EXITS

#: What says that a pelaksana does it; ü, P and their kin are ticks in Wingdings.
TICKS = frozenset("√✓✔☑✅🗸vVxX✗✘☒●•*■▪◼⚫üþP\uf0fc\uf0fe\uf0fb\uf050\uf052")
#: Symbols that somebody typed instead of drawing them.
LETTERS = {
    "terminator": "⬭⬬◯○⚪⭕",
    "keputusan": "◇◊◆⬥⬦♢♦🔷🔶",
    "proses": "□▭▢⬜▯■▬◻",
    "dokumen": "⏢▱🗎",
    "penyimpanan": "▽▼△▲",
    "penghubung": "⬠⬟",
}
SYMBOLS = {letter: simbol for simbol, every in LETTERS.items() for letter in every}


def mark_of(text: str) -> str:
    """Return the one letter that a mark is; nothing if a text is none."""
    bare = text.strip(" .()\n\ufe0e\ufe0f")
    return bare if bare in TICKS or bare in SYMBOLS else ""


def is_mark(text: str) -> bool:
    """Return whether a text in a pelaksana column is no more than a mark or an exit."""
    return bool(mark_of(text)) or text.strip().casefold() in EXITS
