"""The texts of the running chapters, and the corrections of the source book."""

from __future__ import annotations

from sopgen.assets import asset
from sopgen.model.buku import Naskah
from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.spec.check import validate
from sopgen.spec.files import Folder, read_file, read_yaml
from sopgen.spec.findings import Findings, suggestion
from sopgen.spec.schema import KoreksiYaml

KOREKSI = "koreksi.yaml"


def read_naskah(folder: Folder, findings: Findings) -> dict[str, Naskah]:
    """Return every chapter's text: the office's own file, or the default."""
    defaults = {file.stem: file for file in sorted(asset("naskah").glob("*.md"))}
    texts = {
        nama: (file.read_text(encoding="utf-8"), Source(f"sopgen:naskah/{file.name}"))
        for nama, file in defaults.items()
    }
    for name in folder.names("naskah"):
        stem = name.removesuffix(".md")
        if stem == name or stem not in defaults:
            _unknown(folder, name, tuple(defaults), findings)
            continue
        text, source = read_file(folder, f"naskah/{name}", findings)
        if text is not None and text.strip():
            texts[stem] = text, source
        elif text is not None:
            saran = "isi berkasnya, atau hapus bagiannya dari `susunan`"
            message = "naskah kosong; dipakai naskah baku"
            findings.warning("SOP706", message, Span(source), saran)
    return {
        nama: Naskah(nama, Teks(text, Span(source, 1, 1)))
        for nama, (text, source) in texts.items()
    }


def _unknown(
    folder: Folder, name: str, known: tuple[str, ...], findings: Findings
) -> None:
    files = [f"{stem}.md" for stem in known]
    span = Span(Source(folder.shown(f"naskah/{name}")))
    message = "naskah ini tidak dipakai oleh bagian mana pun"
    findings.warning("SOP917", message, span, suggestion(name, files))


def read_koreksi(folder: Folder, findings: Findings) -> tuple[KoreksiYaml, ...]:
    """Return the declared corrections, if the office has any."""
    if not folder.has(KOREKSI):
        return ()
    content = read_yaml(folder, KOREKSI, findings)
    if content.data is None:
        return ()
    checked, found = validate(content, list[KoreksiYaml])
    findings.add(*found)
    return tuple(checked or ())
