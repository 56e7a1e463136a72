"""The texts of the running chapters, and the corrections of the source book."""

from __future__ import annotations

from sopgen.assets import asset
from sopgen.model.buku import Naskah
from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.model.kata import frasa, isian
from sopgen.spec.check import validate
from sopgen.spec.files import Files
from sopgen.spec.findings import Findings, suggestion
from sopgen.spec.schema_tabel import KoreksiYaml

KOREKSI = "koreksi.yaml"


def chapters() -> tuple[str, ...]:
    """Return the names of the chapters that an office may write itself."""
    return tuple(file.stem for file in sorted(asset("naskah").glob("*.md")))


def read_naskah(files: Files, findings: Findings) -> dict[str, Naskah]:
    """Return every chapter's text: the office's own file, or the default."""
    defaults = {file.stem: file for file in sorted(asset("naskah").glob("*.md"))}
    texts = {
        nama: (file.read_text(encoding="utf-8"), Source(f"sopgen:naskah/{file.name}"))
        for nama, file in defaults.items()
    }
    for name in files.names("naskah"):
        stem = name.removesuffix(".md")
        if stem == name or stem not in defaults:
            _unknown(files, name, tuple(defaults), findings)
            continue
        text, source = files.text(f"naskah/{name}", findings)
        if text is not None and text.strip():
            texts[stem] = text, source
        elif text is not None:
            saran = f"{frasa('isi')}, atau hapus bagiannya dari {isian('susunan')}"
            message = "naskah kosong; dipakai naskah baku"
            findings.tell("SOP706", message, Span(source), saran)
    return {
        nama: Naskah(nama, Teks(text, Span(source, 1, 1)))
        for nama, (text, source) in texts.items()
    }


def _unknown(
    files: Files, name: str, known: tuple[str, ...], findings: Findings
) -> None:
    names = [f"{stem}.md" for stem in known]
    span = files.place(f"naskah/{name}")
    message = "naskah ini tidak dipakai oleh bagian mana pun"
    findings.tell("SOP917", message, span, suggestion(name, names))


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
