"""Click in Indonesian: headings of the help, and mistakes of usage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import click

from sopgen.cli.lanjutan import is_typed

HEADINGS = {
    "Options": "Pilihan",
    "Commands": "Perintah",
    "Positional arguments": "Argumen",
}
EXTRA = re.compile(r"unexpected extra argument\w*(?:\(s\))? \((.*)\)", re.DOTALL)
HELP_NAMES = {"help_option_names": ["--help", "-h"]}


class Formatter(click.HelpFormatter):
    """Help with Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how a command is called."""
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Write a heading and what stands under it."""
        with super().section(HEADINGS.get(name, name)):
            yield


class Context(click.Context):
    """A context whose help is written by our formatter."""

    formatter_class = Formatter


class Pilihan(click.Option):
    """An option of which the help says in Indonesian that it must be given."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return its line of the help: what is written, and what for."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        return record[0], record[1].replace("[required]", "[wajib]")


class Perintah(click.Command):
    """A command whose help and usage are Indonesian."""

    context_class = Context

    def __init__(self, *args: object, **settings: object) -> None:
        settings.setdefault("options_metavar", "[PILIHAN]")
        settings.setdefault("context_settings", HELP_NAMES)
        super().__init__(*args, **settings)  # type: ignore[arg-type]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option ``--help`` with its Indonesian text."""
        return _indonesian(super().get_help_option(ctx))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, a line each."""
        _examples(self.epilog, formatter)


def _indonesian(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Tampilkan bantuan ini."
    return option


def _examples(epilog: str | None, formatter: click.HelpFormatter) -> None:
    if epilog:
        with formatter.section("Contoh"):
            for line in epilog.splitlines():
                formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


class Kelompok(click.Group):
    """A group of commands whose help and usage are Indonesian."""

    context_class = Context
    command_class = Perintah

    def __init__(self, *args: object, **settings: object) -> None:
        settings.setdefault("options_metavar", "[PILIHAN]")
        settings.setdefault("subcommand_metavar", "PERINTAH [ARGUMEN]…")
        settings.setdefault("context_settings", HELP_NAMES)
        super().__init__(*args, **settings)  # type: ignore[arg-type]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option ``--help`` with its Indonesian text."""
        return _indonesian(super().get_help_option(ctx))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, a line each."""
        _examples(self.epilog, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of their use."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called, or say that there is none."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            raise Salah(
                f"perintah `{name}` tidak ada", saran(name, self.list_commands(ctx))
            )
        return super().resolve_command(ctx, args)


class Salah(click.UsageError):
    """A mistake of usage in our own words; ``saran`` says what to do."""

    def __init__(self, message: str, saran: str = "") -> None:
        super().__init__(message)
        self.saran = saran


def saran(word: str, known: list[str]) -> str:
    """Return the nearest match of a word, or all that is allowed."""
    from sopgen.model.salah_ketik import meant

    close = meant(word, known)
    if close:
        return f"mungkin maksudnya {' atau '.join(f'`{one}`' for one in close)}"
    return "pilihannya: " + ", ".join(f"`{one}`" for one in known)


def _option(error: click.NoSuchOption) -> str:
    """Return the saran for an unknown option: those that are near it, or nothing."""
    from sopgen.model.salah_ketik import meant

    close = meant(error.option_name, error.possibilities or ())
    likely = ", ".join(f"`{one}`" for one in close)
    return f"mungkin maksudnya {likely}" if likely else ""


def told(error: click.UsageError) -> tuple[str, str]:
    """Return message and saran for a mistake of usage."""
    message, advice = "cara memanggil tidak benar", ""
    if isinstance(error, Salah):
        message, advice = error.message, error.saran
    elif isinstance(error, click.NoSuchOption):
        message = f"pilihan `{error.option_name}` tidak dikenal"
        advice = _option(error)
    elif isinstance(error, click.MissingParameter) and error.param is not None:
        message = f"{error.param.make_metavar(_context(error))} belum diisi"
    elif isinstance(error, click.BadOptionUsage):
        needs = "tidak memakai nilai" if "not take" in error.message else "perlu nilai"
        message = f"pilihan `{error.option_name}` {needs}"
    elif match := EXTRA.search(error.message):
        message = f"argumen `{match[1]}` berlebih"
    return message, advice


def _context(error: click.UsageError) -> click.Context:
    return error.ctx or click.Context(click.Command("sopgen"))


def complain(error: click.UsageError) -> None:
    """Print a mistake of usage, and where help is."""
    message, advice = told(error)
    click.echo(f"sopgen: {message}", err=True)
    if advice:
        click.echo(f"   = saran: {advice}", err=True)
    if is_typed():
        path = error.ctx.command_path if error.ctx else "sopgen"
        click.echo(f"Bantuan: {path} --help", err=True)
