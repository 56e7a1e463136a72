"""The list of rules, and the one function that runs them."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.lint.rules_naskah import RULES_OF_TEXTS
from sopgen.lint.rules_sop import RULES_OF_SOP
from sopgen.lint.tahun_lalu import (
    keputusan_tahun_lalu,
    pejabat_tahun_lalu,
    perubahan_tanpa_revisi,
)
from sopgen.lint.tanda import check_tanda
from sopgen.lint.temuan import Rule, YearRule
from sopgen.lint.terbaca import to_read
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, in_order
from sopgen.model.ketikan import Ketikan
from sopgen.model.perubahan import Perubahan

RULES: tuple[Rule, ...] = (*RULES_OF_SOP, *RULES_OF_TEXTS)

#: Rules that need last year's book.
YEAR_RULES: tuple[YearRule, ...] = (
    perubahan_tanpa_revisi,
    pejabat_tahun_lalu,
    keputusan_tahun_lalu,
)


def lint(
    buku: Buku,
    ketikan: Iterable[Ketikan] = (),
    perubahan: Perubahan | None = None,
) -> tuple[Diagnostic, ...]:
    """Return what every rule finds in a book and in what was typed, in file order.

    ``perubahan`` is what changed since last year's book, if that is known.
    """
    own = to_read(buku)
    found = [one for rule in RULES for one in rule(own)]
    if perubahan is not None:
        found += [one for rule in YEAR_RULES for one in rule(perubahan)]
    return in_order((*found, *check_tanda(ketikan)))
