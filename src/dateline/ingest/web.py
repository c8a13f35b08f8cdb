"""Addresses on the web: fetched when a user names one, and never otherwise."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from dateline.ingest.stream import whole

#: How long a server may take to answer, in seconds.
_PATIENCE = 30
_AGENT = "dateline (reads news feeds for research)"


def is_address(path: str) -> bool:
    """Whether a path is an address on the web."""
    return path.lower().startswith(("http://", "https://"))


def fetch(address: str) -> tuple[BytesIO, str]:
    """What stands at an address, and when it was fetched, an ISO time.

    Raises:
        OSError: it cannot be fetched, or has more bytes than are read.
    """
    request = Request(address, headers={"User-Agent": _AGENT})  # noqa: S310 - http and https only
    try:
        with urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            data = whole(answer)
    except HTTPError as error:
        raise OSError(f"the server answers {error.code} {error.reason}") from error
    except (URLError, ValueError) as error:
        raise OSError(f"cannot be fetched: {getattr(error, 'reason', error)}") from error
    return BytesIO(data), datetime.now(UTC).isoformat(timespec="seconds")
