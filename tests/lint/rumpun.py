"""The rules of some modules alone, and what they find in a book."""

from __future__ import annotations

from sopgen.lint import RULES
from sopgen.lint.temuan import Rule
from sopgen.lint.terbaca import to_read
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic
from sopgen.sebab import causes


def rules_in(modules: str) -> tuple[Rule, ...]:
    """Return the rules of modules; each of these has one."""
    named = set(modules.split())
    own = tuple(rule for rule in RULES if _module(rule) in named)
    assert {_module(rule) for rule in own} == named
    return own


def _module(rule: Rule) -> str:
    return rule.__module__.rpartition(".")[2]


def all_found(rules: tuple[Rule, ...], buku: Buku) -> list[Diagnostic]:
    """Return whatever rules find in a book."""
    own = to_read(buku)
    return [one for rule in rules for one in rule(own)]


def found_by(rules: tuple[Rule, ...], buku: Buku) -> list[Diagnostic]:
    """Return what rules find, without what follows from another finding."""
    return list(causes(all_found(rules, buku), buku))


def told_by(rules: tuple[Rule, ...], buku: Buku) -> list[tuple[str, str]]:
    """Return the codes and messages of what rules find."""
    return [(one.code, one.message) for one in found_by(rules, buku)]
