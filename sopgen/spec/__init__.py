"""Read an office's folder: YAML and text files in, a checked Buku out."""
