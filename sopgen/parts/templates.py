"""Fill in the Jinja2 templates of a spec, in a sandbox.

Texts come by mail from strangers: they see only the facts below, may not reach into
Python, and what they make is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from jinja2 import (
    StrictUndefined,
    TemplateAssertionError,
    TemplateError,
    TemplateSyntaxError,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sopgen.model.bahasa import tanggal, terbilang
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnostic import Diagnostic, Severity, Span, Teks

#: A text longer than this was made by a runaway loop.
LONGEST = 200_000
#: How deep loops may be nested: deeper ones could run for years.
DEEPEST = 2
#: The largest number that a template may calculate with.
NUMBER_MAX = 10_000

#: What a template begins with.
BRACES = re.compile(r"\{\{|\{%")
#: Jinja2's commonest messages, and what is said instead.
MISTAKES = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"'(\w+)' is undefined", "`{0}` tidak dikenal"),
        (r"object' has no attribute '(\w+)'", "`{0}` tidak dikenal"),
        (r"attribute '(\w+)' of .* is unsafe", "`{0}` tidak diizinkan"),
        (r"No filter named '(\w+)'", "saringan `{0}` tidak ada"),
        (r"division by zero", "pembagian dengan nol"),
        (r"invalid literal for int|argument must be", "bukan angka"),
        (r"no loader for this environment", "tidak dapat memuat teks lain"),
        (r"is not iterable|not callable|unsupported operand", "pemakaiannya keliru"),
    )
)
#: What goes wrong in a text of a stranger.
FAILURES = (
    TemplateError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
)


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox without products and method calls: no text fills the memory."""

    intercepted_binops = frozenset(["**", "*", "<<", "%"])

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse what multiplies texts, and numbers beyond use."""
        for value in (left, right):
            if not isinstance(value, int) or abs(value) > NUMBER_MAX:
                raise SecurityError(f"operator {operator} hanya untuk angka kecil")
        return super().call_binop(context, operator, left, right)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow what a loop tells of itself; facts are looked up by key."""
        return isinstance(obj, LoopContext) and not attr.startswith("_")


def _terbilang(value: int | str) -> str:
    return terbilang(int(value))


#: What may stand behind | in a text.
FILTERS: dict[str, Callable[[Any], Any]] = {
    "upper": lambda v: str(v).upper(),
    "lower": lambda v: str(v).lower(),
    "title": lambda v: str(v).title(),
    "length": len,
    "terbilang": _terbilang,
}


def _environment() -> Sandbox:
    env = Sandbox(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    env.globals.clear()
    env.filters.clear()
    env.filters |= FILTERS
    return env


def facts_of(buku: Buku) -> dict[str, Any]:
    """Return the facts of a book for its texts."""
    k = buku.kecamatan
    office = {
        "nama": k.nama, "kabupaten": k.kabupaten, "tempat": k.tempat,
        "alamat": k.alamat, "telepon": k.telepon, "kode_pos": k.kode_pos,
        "kode_unit": k.kode_unit,
    }  # fmt: skip
    return {
        "tahun": buku.tahun,
        "kecamatan": office,
        "sop": [
            {
                "id": s.id, "nama": s.nama, "nama_pendek": s.nama_pendek,
                "nomor": s.nomor, "nomor_sop": s.nomor_sop,
            }
            for s in buku.sop
        ],
    }  # fmt: skip


def facts_of_keputusan(keputusan: Keputusan) -> dict[str, Any]:
    """Return the facts of a decree for its own texts."""
    return {
        "keputusan": {
            "nomor": keputusan.nomor,
            "tanggal": tanggal(keputusan.tanggal),
            "tahun": keputusan.tanggal.year,
        }
    }


@dataclass(slots=True)
class Templates:
    """Fill in texts, collecting what is wrong with them."""

    facts: dict[str, Any]
    findings: list[Diagnostic] = field(default_factory=list)
    env: Sandbox = field(default_factory=_environment)

    def about(self, more: dict[str, Any]) -> Templates:
        """Return templates with more facts that report to the same findings."""
        return Templates({**self.facts, **more}, self.findings, self.env)

    def fill(self, teks: Teks) -> str:
        """Return the text filled in; a broken text stays as written and is reported."""
        if not BRACES.search(teks.isi) and "}}" not in teks.isi:
            return teks.isi.strip()
        try:
            return self._render(teks.isi)
        except TemplateAssertionError as error:
            self._report(teks, explain(str(error.message)), error.lineno)
        except TemplateSyntaxError as error:
            self._report(teks, "penulisan {{ … }} atau {% … %} keliru", error.lineno)
        except FAILURES as error:
            self._report(teks, explain(str(error)), 1)
        return teks.isi.strip()

    def _render(self, text: str) -> str:
        if loops(self.env.parse(text)) > DEEPEST:
            raise SecurityError("perulangan bersarang terlalu dalam")
        made = self.env.from_string(text).render(self.facts).strip()
        if len(made) > LONGEST:
            raise SecurityError("hasilnya terlalu panjang")
        if not made:
            raise SecurityError("hasilnya kosong")
        if BRACES.search(made) or "}}" in made:
            raise SecurityError("kurung {{ dan }} tidak berpasangan")
        return made

    def _report(self, teks: Teks, why: str, line: int) -> None:
        span = teks.span
        if line > 1 and span.line:
            span = replace(span, line=span.line + line - 1, column=1, width=1)
        self.findings.append(_finding(span, why))


def explain(message: str) -> str:
    """Return what Jinja2 says of a mistake, in Indonesian."""
    for pattern, words in MISTAKES:
        found = pattern.search(message)
        if found:
            return words.format(*found.groups())
    return message


def loops(node: nodes.Node) -> int:
    """Return how deep the loops of a template are nested."""
    inner = max((loops(child) for child in node.iter_child_nodes()), default=0)
    return inner + isinstance(node, nodes.For)


def _finding(span: Span, why: str) -> Diagnostic:
    return Diagnostic(
        code="SOP721",
        severity=Severity.ERROR,
        message=f"teks tidak dapat diisi: {why}",
        span=span,
        saran="tulis misalnya {{ kecamatan.nama }}, {{ tahun }}, {{ sop | length }}; "
        f"saringan: {', '.join(FILTERS)}",
    )
