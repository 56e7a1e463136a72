"""What of a rolled book staff must decide themselves."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.model.diagnostic import Diagnostic, in_order

#: Findings about another year, an official of another year, doubtful laws, drafts.
TAHUN = frozenset(
    {
        "SOP132", "SOP133", "SOP730", "SOP731", "SOP732", "SOP744", "SOP748", "SOP749",
        "SOP750", "SOP830", "SOP831", "SOP832",
    }
)  # fmt: skip
HUKUM = frozenset({"SOP602", "SOP603", "SOP604"})
#: Findings about who signs: what was just typed is not to be signed unseen.
PEJABAT = frozenset({"SOP106", "SOP170", "SOP171", "SOP172", "SOP173", "SOP174"})
DRAF = frozenset({"SOP711"})


def concerns_year(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings that a new year leaves to staff, in the order of places."""
    asked = TAHUN | HUKUM | PEJABAT | DRAF
    return in_order(f for f in findings if f.code in asked or f.forbids_final)
