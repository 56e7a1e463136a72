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
    from sopgen.cli.telling import tell
    from sopgen.output import write_whole
    from sopgen.spec.jsonschema import schema_files

    for name, content in schema_files().items():
        file = Path(output) / name
        if problem := write_whole(file, content.encode()):
            tell(problem, err=True)
            return 1
        click.echo(file.as_posix())
    return 0
