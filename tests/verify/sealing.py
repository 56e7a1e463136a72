"""Sign a PDF as an official would who has a certificate of his office, in a .p12."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner

SANDI = b"kata sandi uji"
#: Wide bounds, so that no test ends on a day; and those of a certificate long gone.
BERLAKU, LAMPAU = (2000, 2090), (1990, 1995)


@dataclass(frozen=True)
class Kunci:
    """A key with its certificate."""

    key: EllipticCurvePrivateKey
    sertifikat: x509.Certificate
    penerbit: tuple[x509.Certificate, ...] = ()

    @property
    def pem(self) -> bytes:
        return self.sertifikat.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.sertifikat.public_bytes(Encoding.DER)

    def p12(self) -> bytes:
        """Return both as an official gets them, under a passphrase."""
        sealed = BestAvailableEncryption(SANDI)
        return pkcs12.serialize_key_and_certificates(
            b"uji", self.key, self.sertifikat, self.penerbit or None, sealed
        )


def nama(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def made(subject: str, issuer: Kunci | None, years: tuple[int, int] = BERLAKU) -> Kunci:
    """Return a root, or what one has issued: a ``Penerbit`` may issue more."""
    key = generate_private_key(SECP256R1())
    root = issuer is None or subject.startswith("Penerbit")
    by = issuer.sertifikat.subject if issuer else nama(subject)
    first, last = (datetime(year, 1, 1, tzinfo=UTC) for year in years)
    usage = x509.KeyUsage(
        not root, not root, False, False, False, root, root, False, False
    )
    builder = (
        x509.CertificateBuilder(by, nama(subject), key.public_key(), len(subject))
        .not_valid_before(first)
        .not_valid_after(last)
        .add_extension(x509.BasicConstraints(root, None), critical=True)
        .add_extension(usage, critical=True)
    )
    signer = issuer.key if issuer else key
    above = issuer.penerbit if issuer else ()
    made = builder.sign(signer, hashes.SHA256())
    return Kunci(key, made, (*above, made) if root and issuer else above)


@cache
def akar() -> Kunci:
    return made("Akar Kantor Uji", None)


@cache
def akar_lain() -> Kunci:
    return made("Akar Kantor Lain", None)


@cache
def camat() -> Kunci:
    return made("Camat Uji", akar())


@cache
def sekcam() -> Kunci:
    return made("Sekretaris Uji", akar())


def sealed(
    data: bytes,
    kolom: str,
    kunci: Kunci | None = None,
    form: SigSeedSubFilter = SigSeedSubFilter.PADES,
) -> bytes:
    """Return a PDF with a signature in a field, which is made if it is not there."""
    p12 = (kunci or camat()).p12()
    signer = SimpleSigner.load_pkcs12_data(p12, other_certs=[], passphrase=SANDI)
    assert signer is not None
    meta = PdfSignatureMetadata(field_name=kolom, subfilter=form, md_algorithm="sha256")
    writer = IncrementalPdfFileWriter(BytesIO(data))
    out = PdfSigner(meta, signer=signer).sign_pdf(writer)
    return bytes(out.getvalue())


def write_akar(folder: Path, *kunci: Kunci) -> Path:
    """Write certificates into a file, as an office would keep them."""
    file = folder / "akar.pem"
    file.write_bytes(b"".join(one.pem for one in kunci or (akar(),)))
    return file
