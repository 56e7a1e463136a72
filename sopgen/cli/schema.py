"""``sopgen schema``: the JSON Schemas that let an editor help."""

from __future__ import annotations

from pathlib import Path

import click

from sopgen.cli.wording import Perintah

CONTOH = """\
sopgen schema                        menulis ke folder .skema
sopgen schema --output specs/karangan/.skema"""


@click.command(
    cls=Perintah,
    epilog=CONTOH,
    help="Tulis JSON Schema untuk buku.yaml, sop/*.yaml, dan koreksi.yaml. Editor "
    "seperti VS Code memakainya untuk melengkapi dan memeriksa isian.",
    short_help="tulis JSON Schema untuk editor",
)
@click.option(
    "--output",
    metavar="FOLDER",
    default=".skema",
    help="Folder tujuan (bawaan: .skema)",
)
def schema(output: str) -> int:
    """Write the schemas into a folder."""
    from sopgen.spec.jsonschema import write_schemas

    try:
        written = write_schemas(Path(output))
    except OSError as error:
        click.echo(f"sopgen: {output} gagal ditulis: {error.strerror}", err=True)
        return 1
    for file in written:
        click.echo(file.as_posix())
    return 0
