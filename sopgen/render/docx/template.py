"""Make the empty document that python-docx opens: our own parts, nothing stray."""

from __future__ import annotations

from functools import cache

from sopgen.archive import packed
from sopgen.render.docx.theme import theme
from sopgen.render.docx.wml import PREFIXES
from sopgen.render.markup import NAMESPACES, declared

REL = NAMESPACES["r"]
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LANGUAGE = "id-ID"
#: Fonts as Word names them, with what stands in for them elsewhere.
FONTS = {
    "Arial": ("Liberation Sans", "020B0604020202020204", "swiss"),
    "Bookman Old Style": ("TeX Gyre Bonum", "02050604050505020204", "roman"),
}


def _content_types() -> str:
    names = ("document.main", "styles", "settings", "numbering", "fontTable")
    overrides = "".join(
        f'<Override PartName="/word/{name.partition(".")[0]}.xml"'
        f' ContentType="{WORD}.{name}+xml"/>'
        for name in names
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/theme/theme1.xml" ContentType="{THEME}"/>'
        f"{overrides}</Types>"
    )


def _relations(targets: dict[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{n}" Type="{REL}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def _settings(*, mirrored: bool) -> str:
    modern = (
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f"<w:settings{declared('w')}>"
        f'<w:zoom w:percent="100"/>{"<w:mirrorMargins/>" if mirrored else ""}'
        "<w:bordersDoNotSurroundHeader/>"
        "<w:bordersDoNotSurroundFooter/>"
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl'
        ' w:val="doNotCompress"/>'
        "<w:compat><w:doNotExpandShiftReturn/>"
        f"<w:doNotUseHTMLParagraphAutoSpacing/>{modern}</w:compat>"
        f'<w:themeFontLang w:val="{LANGUAGE}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _fonts() -> str:
    made = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/>'
        f'<w:panose1 w:val="{panose}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, (other, panose, family) in FONTS.items()
    )
    return f"<w:fonts{declared('w')}>{made}</w:fonts>"


@cache
def template(*, mirrored: bool = False) -> bytes:
    """Return the empty document as a file.

    The pages of one for both sides of the paper have ``mirrored`` margins.
    """
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations(
            {n: f"{n}.xml" for n in ("styles", "settings", "numbering", "fontTable")}
            | {"theme": "theme/theme1.xml"}
        ),
        "word/theme/theme1.xml": theme(),
        "word/document.xml": f"<w:document{declared(PREFIXES)}><w:body/></w:document>",
        "word/styles.xml": f"<w:styles{declared('w')}/>",
        "word/settings.xml": _settings(mirrored=mirrored),
        "word/numbering.xml": f"<w:numbering{declared('w')}/>",
        "word/fontTable.xml": _fonts(),
    }
    return packed({name: (HEAD + text).encode() for name, text in parts.items()})
