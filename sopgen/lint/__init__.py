"""Find what is unwise in a book, although it can be printed.

One module for each family of rules; a rule is a generator from Buku to Diagnostic.
"""

from sopgen.lint.rules import RULES, lint

__all__ = ["RULES", "lint"]
