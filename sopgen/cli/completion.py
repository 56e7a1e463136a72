"""``sopgen completion``: the script that lets a shell complete commands."""

from __future__ import annotations

import click
from click.shell_completion import ShellComplete, get_completion_class

from sopgen.cli.choices import word
from sopgen.cli.wording import Perintah

CONTOH = """\
sopgen completion bash >> ~/.bashrc
sopgen completion zsh >> ~/.zshrc
sopgen completion fish > ~/.config/fish/completions/sopgen.fish"""


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Cetak skrip pelengkapan untuk SHELL: bash, zsh, atau fish.",
    short_help="cetak skrip pelengkapan shell",
)
@click.argument("shell", metavar="SHELL")
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    """Print the script of a shell."""
    word(shell, "SHELL", ("bash", "zsh", "fish"))
    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(ctx.find_root().command, {}, "sopgen", "_SOPGEN_COMPLETE")
    click.echo(ShellComplete.source(script))
    return 0
