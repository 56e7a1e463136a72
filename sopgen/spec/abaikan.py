"""The findings that an office says are right: ``abaikan`` of buku.yaml and of a SOP."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.abaikan import Abaikan, Cakupan
from sopgen.model.kode_temuan import kode_of, suggested
from sopgen.spec.check import REMARKS, validate
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.reader import Content
from sopgen.spec.schema import AbaikanYaml


def read_abaikan(
    content: Content, findings: Findings, cakupan: Cakupan | None = None
) -> Iterator[Abaikan]:
    """Yield the sound entries of a file; what is wrong with the others is known.

    Only whether there is such a code is asked here.
    """
    data = content.data.get(REMARKS) if isinstance(content.data, dict) else None
    for at, item in enumerate(data if isinstance(data, list) else ()):
        one, _ = validate(Content(content.source, item), AbaikanYaml)
        if one is None:
            continue
        span = content.span(REMARKS, at, "kode")
        kode = kode_of(one.kode)
        if kode:
            yield Abaikan(kode, one.alasan, one.isi, span, cakupan)
        else:
            message = f"kode temuan {quoted(one.kode)} tidak ada"
            findings.tell("SOP923", message, span, suggested(one.kode))


def scope_of(content: Content) -> Cakupan:
    """Return what belongs to a SOP: its file or sheet, and its cells on others."""
    own = content.source.path, content.source.order
    every = (*content.spans.values(), *content.keys.values())
    others = (s for s in every if (s.source.path, s.source.order) != own)
    return Cakupan(own, frozenset(others))
