"""Other computers that build: a Dask cluster, reached by the address of its scheduler.

Whoever can reach a scheduler can run anything on its workers, and a worker sees the
specs that it is sent: it belongs into the network of the office, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from sopgen.offices import Crew

#: For so many seconds a scheduler is waited for.
PATIENCE = 10
#: What begins the address of a scheduler.
ADDRESS = "tcp"


class ClusterError(Exception):
    """A cluster cannot be used: what is wrong, and what to do."""

    def __init__(self, message: str, saran: str = "") -> None:
        super().__init__(message)
        self.message, self.saran = message, saran


@contextmanager
def cluster(address: str) -> Iterator[Crew]:
    """Yield the crew of a cluster.  Raises ClusterError if it cannot be reached."""
    if not _is_address(address):
        shown = f"`{address[:60]}`" if address else "--kluster kosong:"
        raise ClusterError(f"{shown} bukan alamat kluster", "tulis tcp://…:8786")
    with _client(address) as client:
        jumlah = sum(client.nthreads().values())
        if not jumlah:
            saran = "jalankan `dask worker` di komputer pekerja, lalu ulangi"
            raise ClusterError(f"kluster {address} tanpa pekerja", saran)

        def there() -> bool:
            try:
                return bool(client.nthreads())
            except (OSError, RuntimeError):  # the scheduler is gone
                return False

        @contextmanager
        def call() -> Iterator[Executor]:
            executor = client.get_executor(pure=False)
            try:
                yield executor
            except BaseException:
                executor.shutdown(wait=False)
                raise
            executor.shutdown(wait=there())

        yield Crew(call, jumlah, far=True, there=there)


def _is_address(text: str) -> bool:
    """Tell whether a text names a computer and a port of it."""
    try:
        parts = urlsplit(text)
        return parts.scheme == ADDRESS and bool(parts.hostname and parts.port)
    except ValueError:
        return False


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        saran = "pasang dengan `pip install sopgen[kluster]`"
        raise ClusterError("--kluster memerlukan Dask", saran) from None
    try:
        return Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        saran = "periksa alamatnya, dan apakah `dask scheduler` berjalan di sana"
        raise ClusterError(f"kluster {address} tidak terjangkau", saran) from None
