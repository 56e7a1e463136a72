"""The texts of the running chapters, and the corrections of the source book.

A chapter of the office's own is a file of ``naskah/`` that ``susunan`` names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sopgen.assets import asset
from sopgen.model.buku import Naskah
from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.model.kata import frasa, isian
from sopgen.spec.check import validate
from sopgen.spec.files import Files
from sopgen.spec.findings import Findings, suggestion
from sopgen.spec.schema_tabel import KoreksiYaml

KOREKSI = "koreksi.yaml"
#: The folder of the chapters, and how their files end.
FOLDER, MD = "naskah/", ".md"
#: The kind of part that prints a chapter of the office's own.
NASKAH = "naskah"


def chapters() -> tuple[str, ...]:
    """Return the names of the chapters that an office may write itself."""
    return tuple(file.stem for file in sorted(asset("naskah").glob("*.md")))


def nama_naskah(berkas: str) -> str:
    """Return the name of a chapter: ``visi`` for ``naskah/visi.md``, or ``visi``.

    There is none for a file in another folder.
    """
    plain = berkas.strip().replace("\\", "/").removeprefix("./")
    plain = plain.removeprefix(FOLDER)
    nama = plain[: -len(MD)] if plain.casefold().endswith(MD) else plain
    return "" if "/" in nama or nama.startswith(".") else nama


def own_chapters(susunan: Iterable[object]) -> tuple[str, ...]:
    """Return the names of the chapters that the parts of a book name, as far as known.

    Parts are data as they are written.
    """
    named = (
        nama_naskah(str(one.get("berkas") or ""))
        for one in susunan
        if isinstance(one, dict) and one.get("bagian") == NASKAH
    )
    return tuple(dict.fromkeys(filter(None, named)))


def read_naskah(
    files: Files, findings: Findings, own: Collection[str] = ()
) -> dict[str, Naskah]:
    """Return every chapter's text: the office's own file, or the default.

    ``own`` are the chapters of which there is no default.
    """
    defaults = {file.stem: file for file in sorted(asset("naskah").glob("*.md"))}
    texts = {
        nama: (file.read_text(encoding="utf-8"), Source(f"sopgen:naskah/{file.name}"))
        for nama, file in defaults.items()
    }
    for name in files.names("naskah"):
        stem = name.removesuffix(MD)
        if stem == name or (stem not in defaults and stem not in own):
            _unknown(files, name, (*defaults, *own), findings)
            continue
        text, source = files.text(f"{FOLDER}{name}", findings)
        if text is not None and (text.strip() or stem in own):
            texts[stem] = text, source
        if text is not None and not text.strip():
            saran = f"{frasa('isi')}, atau hapus bagiannya dari {isian('susunan')}"
            message = "naskah kosong"
            if stem not in own:
                message = "naskah kosong; dipakai naskah baku"
            findings.tell("SOP706", message, Span(source), saran)
    return {
        nama: Naskah(nama, Teks(text, Span(source, 1, 1)))
        for nama, (text, source) in texts.items()
    }


def _unknown(
    files: Files, name: str, known: tuple[str, ...], findings: Findings
) -> None:
    """Report a chapter that no part prints; on a sheet its name has no ending."""
    span = files.place(f"naskah/{name}")
    ending = "" if span.place else MD
    names = [f"{stem}{ending}" for stem in known]
    message = "naskah ini tidak dipakai oleh bagian mana pun"
    own = name if ending else name.removesuffix(MD)
    findings.tell("SOP917", message, span, suggestion(own, names))


def read_koreksi(files: Files, findings: Findings) -> tuple[KoreksiYaml, ...]:
    """Return the declared corrections, if the office has any."""
    if not files.has(KOREKSI):
        return ()
    content = files.yaml(KOREKSI, findings)
    if content.data is None:
        return ()
    checked, found = validate(content, list[KoreksiYaml])
    findings.add(*found)
    return tuple(checked or ())
