"""Pictures of every kind that somebody might take for a lambang, and damage to them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO

from hypothesis import strategies as st
from PIL import Image

from tests.force import mutating

SIZE = (24, 30)
SVG = "http://www.w3.org/2000/svg"
LINK = "http://www.w3.org/1999/xlink"
#: Drawings: shapes, texts, and all that may repeat or be costly.
DRAWINGS = {
    "bentuk": f"""<svg xmlns="{SVG}" width="40mm" height="50mm" viewBox="0 0 40 50">
<rect x="2" y="2" width="36" height="46" fill="#123" stroke="red" stroke-width="1.5"/>
<path d="M5 5 L35 5 C40 20 30 30 5 45 Z" fill="none" stroke="black"
 stroke-dasharray="2 1"/><circle cx="20" cy="25" r="8"/>
<text x="10" y="20" font-family="serif" font-size="5">Kecamatan</text></svg>""",
    "ulang": f"""<svg xmlns="{SVG}" xmlns:xlink="{LINK}" width="400" height="300">
<defs><g id="a"><rect id="b" width="9" height="9"/></g>
<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse">
<use xlink:href="#b"/></pattern><linearGradient id="l"><stop offset="0"
 stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>
<mask id="m"><rect width="90" height="90" fill="white"/></mask>
<clipPath id="c"><circle r="50"/></clipPath><marker id="k" markerWidth="4"
 markerHeight="4"><path d="M0 0 L4 2 L0 4"/></marker></defs>
<use xlink:href="#a" x="20" y="20"/><rect width="90" height="90" fill="url(#p)"
 mask="url(#m)"/><g clip-path="url(#c)" transform="rotate(30) scale(2 3)">
<path d="M0 0 L90 90" stroke="url(#l)" marker-end="url(#k)"/></g></svg>""",
    "saring": f"""<svg xmlns="{SVG}" viewBox="0 0 200 100"><style>.a {{ fill: red }}
</style><filter id="f" x="-10%" y="-10%" width="120%" height="120%">
<feGaussianBlur stdDeviation="3"/><feFlood flood-color="red"/>
<feColorMatrix type="saturate" values="0.4"/><feOffset dx="3" dy="4"/></filter>
<g filter="url(#f)" opacity="0.5"><ellipse class="a" cx="50" cy="50" rx="40" ry="20"/>
</g><image width="9" height="9" href="data:image/png;base64,iVBORw0KGgo="/>
<a href="x"><tspan>teks</tspan></a></svg>""",
}  # fmt: skip
#: What an attribute or text of a drawing may say.
SAID = (
    "0", "-1", "1e-9", "1e9", "1e38", "1e999", "NaN", "100%", "1e6%", "10 em", "5mm",
    "url(#a)", "url(#p)", "url(#f)", "#a", "#p", "url(http://a.invalid/x)", "M0 0",
    "M 1e9 1e9 L -1e9 -1e9 z", "scale(1e9)", "scale(0)", "rotate(1e30)", "matrix(1)",
    "0 0 0 0", "0 0 1e9 1e9", "0 0 1 1e-9", "0 0 1 19", "0.001 0.001", "none",
    "userSpaceOnUse", "objectBoundingBox", "data:image/png;base64,AAAA", "é\u0300",
    "\u202eطرد", "x" * 3000, "javascript:x", "@import 'x'", "currentColor", "1 2 3 4 5",
)  # fmt: skip


def _saved(image: Image.Image, kind: str, **how: object) -> bytes:
    made = BytesIO()
    image.save(made, kind, **how)
    return made.getvalue()


def _entry(tag: int, kind: int, count: int, value: bytes) -> bytes:
    return struct.pack("<HHI", tag, kind, count) + value


def _tiff(*entries: bytes, at: int = 8, count: int = 0) -> bytes:
    """Return what a camera says of a picture: entries, so many as it claims."""
    head = b"II*\0" + struct.pack("<IH", at, count or len(entries))
    return b"Exif\0\0" + head + b"".join(entries) + b"\0" * 4


_TURNED = _entry(0x0112, 3, 1, b"\6\0\0\0")
#: What cameras and bad programs say of a picture.
SPOKEN = {
    "sampah": b"Exif\0\0sampah", "kosong": b"Exif\0\0", "jauh": _tiff(at=2**32 - 1),
    "lingkar": _tiff(_entry(0x8769, 4, 1, b"\x08\0\0\0"), _TURNED),
    "huruf": _tiff(_entry(0x0112, 2, 4, b"abc\0")),
    "dua": _tiff(_entry(0x0112, 3, 2, b"\6\0\6\0")),
    "pecahan": _tiff(_entry(0x011A, 5, 1, b"\4\0\0\0"), _TURNED),
    "banyak": _tiff(_TURNED, count=9999), "takhingga": _tiff(
        _entry(0x011A, 11, 1, b"\0\0\x80\x7f"), _entry(0x0128, 3, 1, b"\2\0\0\0")),
    "panjang": _tiff(_TURNED, _entry(0x9286, 7, 2**32 - 1, b"\0" * 4)),
}  # fmt: skip


def _exif(turned: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = turned
    return exif


@cache
def pictures() -> dict[str, bytes]:
    """Return pictures by what they are, the ordinary ones first."""
    plain = Image.linear_gradient("L").resize(SIZE)
    rgb = Image.merge(
        "RGB", (plain, plain.transpose(Image.Transpose.ROTATE_180), plain)
    )
    rgba = rgb.copy()
    rgba.putalpha(plain)
    palette = rgb.quantize(7)
    modes = {"png": rgb, "abu": plain, "alfa": rgba, "palet": palette}
    modes |= {"satu-bit": plain.convert("1"), "la": rgba.convert("LA")}
    modes["enam-belas"] = Image.new("I;16", SIZE, 40_000)
    made = {name: _saved(image, "PNG") for name, image in modes.items()}
    made["jpg"] = _saved(rgb, "JPEG", dpi=(300, 300))
    made["jpg-abu"] = _saved(plain, "JPEG")
    made["jpg-cmyk"] = _saved(rgb.convert("CMYK"), "JPEG")
    made["jpg-bertahap"] = _saved(rgb, "JPEG", progressive=True)
    made["palet-tembus"] = _saved(palette, "PNG", transparency=b"\0\x80")
    made["warna-tembus"] = _saved(rgb, "PNG", transparency=(1, 2, 3))
    for turned in (3, 6, 8):
        made[f"putar-{turned}"] = _saved(rgb, "JPEG", exif=_exif(turned))
    for name, said in SPOKEN.items():
        made[f"kata-{name}"] = _saved(rgb, "JPEG", exif=said)
    made["putar-png"] = _saved(rgb, "PNG", exif=_exif(6))
    made["animasi"] = _saved(rgb, "PNG", save_all=True, append_images=[rgba])
    made["lebar"] = _saved(Image.new("1", (9000, 3)), "PNG")
    made["besar"] = _saved(Image.new("1", (7000, 7000)), "PNG")
    made["terlalu-besar"] = _saved(Image.new("1", (9000, 9000)), "PNG")
    made |= {kind.casefold(): _saved(rgb, kind) for kind in OTHERS}
    return made | {name: text.encode() for name, text in DRAWINGS.items()}


OTHERS = ("GIF", "BMP", "TIFF", "WEBP", "PPM", "ICO", "JPEG2000")
HEAD = b"\x89PNG\r\n\x1a\n"


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    at, made = len(HEAD), []
    while at + 8 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        made.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += 12 + length
    return made


def _png(chunks: list[tuple[bytes, bytes]]) -> bytes:
    made = [HEAD]
    for kind, data in chunks:
        check = struct.pack(">I", zlib.crc32(kind + data))
        made += [struct.pack(">I", len(data)), kind, data, check]
    return b"".join(made)


#: Chunks that a PNG may have beside its dots, and what they say.
CHUNKS = (
    (b"pHYs", struct.pack(">IIB", 0, 0, 1)), (b"pHYs", b"\xff" * 9), (b"pHYs", b"\0"),
    (b"gAMA", b"\0" * 4), (b"tRNS", b""), (b"tRNS", b"\0" * 300), (b"PLTE", b"\1\2"),
    (b"PLTE", b""), (b"iCCP", b"a\0\0" + zlib.compress(b"jahat")), (b"eXIf", b"II*\0"),
    (b"eXIf", b"MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\x63\0\0\0\0\0\0"),
    (b"IEND", b""),
    (b"zTXt", b"a\0\0" + zlib.compress(b" " * 9_000_000)), (b"iTXt", b"a\0\1\0\0\0x"),
    (b"acTL", struct.pack(">II", 9999, 0)), (b"fcTL", b"\0" * 26), (b"IDAT", b""),
    (b"cHRM", b"\xff" * 32), (b"IHDR", b""), (b"ABCD", b"x"),
)  # fmt: skip
NUMBERS = (0, 1, 2, 3, 4, 8, 16, 255, 256, 65_535, 70_000, 2**31 - 1, 2**31, 2**32 - 1)


@st.composite
def _spoilt_png(draw: st.DrawFn, data: bytes) -> bytes:
    """Return a PNG whose check sums are right and whose chunks are not."""
    chunks = _chunks(data)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(chunks) - 1))
        how = draw(st.integers(0, 4))
        if how == 0 and len(chunks) > 1:
            del chunks[at]
        elif how == 1:
            chunks.insert(at, draw(st.sampled_from((*CHUNKS, chunks[at]))))
        elif how == 2:
            kind, old = chunks[at]
            chunks[at] = kind, draw(mutating.spoilt_bytes(old))
        else:
            chunks[0] = b"IHDR", draw(_head(chunks[0][1]))
    return _png(chunks)


@st.composite
def _head(draw: st.DrawFn, data: bytes) -> bytes:
    """Return the head of a PNG: another size, depth, kind of colours or order."""
    made = bytearray(data.ljust(13, b"\0")[:13])
    at = draw(st.sampled_from((0, 4, 8, 9, 10, 11, 12)))
    number = draw(st.sampled_from(NUMBERS))
    if at < 8:
        made[at : at + 4] = struct.pack(">I", number)
    else:
        made[at] = number & 255
    return bytes(made)


@st.composite
def _spoilt_jpeg(draw: st.DrawFn, data: bytes) -> bytes:
    """Return a JPEG whose marked parts are others, gone, or longer than they say."""
    pieces = [b"\xff" + one for one in data.split(b"\xff")][1:]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(pieces) - 1))
        how = draw(st.integers(0, 4))
        if how == 0 and len(pieces) > 1:
            del pieces[at]
        elif how == 1:
            pieces.insert(at, pieces[draw(st.integers(0, len(pieces) - 1))])
        elif how == 2:
            code = draw(st.integers(0xC0, 0xFE))
            pieces[at] = bytes((0xFF, code)) + pieces[at][2:]
        else:
            pieces[at] = draw(mutating.spoilt_bytes(pieces[at]))
    return b"".join(pieces)


@st.composite
def spoilt_pictures(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return a picture with or without damage, and the ending that its name has."""
    name = draw(st.sampled_from([*pictures()]))
    data = pictures()[name]
    for _ in range(draw(st.integers(0, 2))):
        how: Callable[[bytes], st.SearchStrategy[bytes]] = mutating.spoilt_bytes
        if name in DRAWINGS:
            how = _spoilt_drawing
        elif draw(st.integers(0, 3)) and data.startswith(HEAD) and _chunks(data):
            how = _spoilt_png
        elif draw(st.integers(0, 3)) and data.startswith(b"\xff\xd8"):
            how = _spoilt_jpeg
        data = draw(how(data))
    usual = "svg" if name in DRAWINGS else "jpg" if data[:1] == b"\xff" else "png"
    ending = usual if draw(st.integers(0, 9)) < 9 else draw(st.sampled_from(ENDINGS))
    return ending, data


ENDINGS = ("png", "jpg", "jpeg", "svg", "PNG", "gif", "bmp", "webp", "tif")


def _spoilt_drawing(data: bytes) -> st.SearchStrategy[bytes]:
    return mutating.spoilt_xml(data, SAID, SAID)
