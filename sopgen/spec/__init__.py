"""Read an office's folder: YAML and text files in, a checked Buku out."""

from sopgen.spec.parse import read_buku

__all__ = ["read_buku"]
