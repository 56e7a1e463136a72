"""Where the data files of the program lie: symbols, papers, fonts, default texts."""

from __future__ import annotations

from pathlib import Path

from sopgen.model.diagnostic import Source, Span

_PACKAGE = Path(__file__).parent


class BrokenAssetError(Exception):
    """What came with the program is missing or damaged: what it is, and where."""

    def __init__(self, what: str, span: Span) -> None:
        from sopgen.model.diagnose import diagnose  # the help does without the table

        super().__init__(f"{span.label}: {what}")
        self.finding = diagnose(
            "SOP925",
            f"berkas bawaan sopgen rusak: {what}",
            span,
            "pasang ulang sopgen",
        )


def asset(name: str) -> Path:
    """Return a folder of assets: inside the wheel, or beside the checkout."""
    installed = _PACKAGE / "data" / name
    folder = installed if installed.exists() else _PACKAGE.parent / "assets" / name
    if not folder.is_dir():
        raise broken(folder, "tidak ada")
    return folder


def broken(file: Path, what: str) -> BrokenAssetError:
    """Return the error for an asset that is missing or cannot be used."""
    return BrokenAssetError(what, Span(Source(file.as_posix())))
