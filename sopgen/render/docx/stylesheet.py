"""Write styles.xml: Word's defaults, its own styles, ours with their variants."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sopgen.model.document import Style
from sopgen.render.docx.roles import HEADING, TOC, Role, role_of
from sopgen.render.docx.styles import (
    Named,
    Styles,
    heading_name,
    pitch,
    style_id,
    toc_name,
)
from sopgen.render.docx.template import LANGUAGE
from sopgen.render.docx.wml import Look, add, properties
from sopgen.render.markup import Node

FONTS = {"arial": "Arial", "bookman": "Bookman Old Style"}
NORMAL = Style("Normal")
#: How many styles Word knows of itself; those not written here are not shown.
LATENT = 376


class Sheet(NamedTuple):
    """The styles of a file: where they are written, and the names of all of them."""

    root: Node
    names: frozenset[str]

    def style(self, kind: str, name: str, *, based: str, custom: bool) -> Node:
        """Add a style that is based on another."""
        node = add(
            self.root, "style", type=kind, customStyle=1 if custom else None,
            styleId=style_id(name),
        )  # fmt: skip
        add(node, "name", name)
        add(node, "basedOn", style_id(based))
        return node

    def role(self, node: Node, role: Role) -> None:
        """Write what follows a style, its place in the list, whether it is shown."""
        if role.following in self.names:
            add(node, "next", style_id(role.following))
        add(node, "uiPriority", role.order)
        if role.quick:
            add(node, "qFormat")


def write_styles(root: Node, styles: Styles) -> None:
    """Write all styles into styles.xml."""
    _defaults(root)
    _latent(root)
    _built_in(root)
    made = styles.made.values()
    sheet = Sheet(root, frozenset(one.name for one in made))
    for level, style in sorted(styles.headings.items()):
        _heading(sheet, level, style)
    for one in made:
        _written(sheet, one, styles.common[one.base] if one.base else None)
    levels = dict(styles.toc)
    if levels:
        # LibreOffice has the entries of headings that list other words a level deeper
        deepest = max(levels)
        levels[deepest + 1] = levels[deepest]
    for level, (style, look) in sorted(levels.items()):
        base = styles.named(style).name
        node = sheet.style("paragraph", toc_name(level), based=base, custom=False)
        sheet.role(node, TOC)
        add(node, "pPr").inside.append(properties(look))


def _defaults(root: Node) -> None:
    node = add(root, "docDefaults")
    pr = add(add(node, "rPrDefault"), "rPr")
    _font(pr, NORMAL)
    _size(pr, NORMAL)
    add(pr, "lang", LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA")
    paragraph = add(add(node, "pPrDefault"), "pPr")
    add(paragraph, "widowControl")
    add(paragraph, "spacing", before=0, after=0, line=240, lineRule="auto")


def _latent(root: Node) -> None:
    """Keep Word's list of styles to those that are written here."""
    add(
        root, "latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1,
        defUnhideWhenUsed=1, defQFormat=0, count=LATENT,
    )  # fmt: skip


def _built_in(root: Node) -> None:
    """Write what Word wants in every file."""
    normal = _default(root, "paragraph", "Normal")
    add(normal, "uiPriority", 0)
    font = _default(root, "character", "Default Paragraph Font")
    add(font, "uiPriority", 1)
    add(font, "semiHidden")
    table = _default(root, "table", "Normal Table")
    add(table, "uiPriority", 99)
    add(table, "semiHidden")
    add(add(table, "tblPr"), "tblInd", w=0, type="dxa")


def _default(root: Node, kind: str, name: str) -> Node:
    node = add(root, "style", type=kind, default=1, styleId=style_id(name))
    add(node, "name", name)
    return node


def _font(pr: Node, style: Style) -> None:
    name = FONTS[style.font]
    add(pr, "rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _size(pr: Node, style: Style) -> None:
    add(pr, "sz", round(style.size_pt * 2))
    add(pr, "szCs", round(style.size_pt * 2))


def _heading(sheet: Sheet, level: int, style: Style) -> None:
    """Write one of Word's heading styles."""
    name = heading_name(level)
    node = sheet.style("paragraph", name, based=NORMAL.nama, custom=False)
    sheet.role(node, HEADING)
    look = replace(_look(style), keep_next=True, outline=level - 1)
    _properties(node, style, look)


def _written(sheet: Sheet, one: Named, base: Style | None) -> None:
    """Write one kind of paragraph; a variant of one takes back what it has not."""
    style, outline = one.kind
    based = one.base or NORMAL.nama
    node = sheet.style("paragraph", one.name, based=based, custom=True)
    role = role_of(style.nama)
    sheet.role(node, role._replace(quick=False) if one.base else role)
    look = _look(style)
    if base and base.first and not style.first:
        look = replace(look, first=0)
    if outline is not None:
        look = replace(look, keep_next=True, outline=outline)
    _properties(node, style, look, base)


def _look(style: Style) -> Look:
    return Look(
        before=style.before,
        after=style.after,
        line=pitch(style),
        first=style.first or None,
        align=style.align,
    )


def _properties(
    node: Node, style: Style, look: Look, base: Style | None = None
) -> None:
    add(node, "pPr").inside.append(properties(look))
    pr = add(node, "rPr")
    _font(pr, style)
    plain = base or NORMAL
    for tag, on, known in (
        ("b", style.bold, plain.bold),
        ("i", style.italic, plain.italic),
    ):
        if on != known:
            add(pr, tag, None if on else 0)
    _size(pr, style)
