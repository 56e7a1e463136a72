"""The command line: flags, exit codes, and nothing else.

One file for each command; a library is imported inside the command that needs it,
so that ``sopgen --help`` is there at once.
"""

from sopgen.cli.app import main, sopgen

__all__ = ["main", "sopgen"]
