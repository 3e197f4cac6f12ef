"""Fetches a page over http(s) without letting it lead into the own network.

Every host, on every redirect, is resolved here, all its addresses are checked, and the connection goes to a
checked address itself (with the host's name in `Host` and in TLS), so that a name that resolves otherwise
the second time gains nothing. Proxies of the environment are not used, for they would resolve again.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.errors import SourceError

if TYPE_CHECKING:
    import httpx

LONGEST_PAGE = 20_000_000
"""Bytes."""

LONGEST_WAIT = 30.0
"""Seconds, for everything together."""

MOST_REDIRECTS = 5
_READABLE = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml")
_REDIRECTS = {301, 302, 303, 307, 308}
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: its last address, its bytes, the charset that the server named."""

    url: str
    raw: bytes
    charset: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a fetch may cost and where it may lead. `allow_private` is for tests and trusted networks."""

    max_bytes: int = LONGEST_PAGE
    seconds: float = LONGEST_WAIT
    allow_private: bool = False


def fetch(url: str, *, limits: Limits | None = None) -> Fetched:
    """The page at an http(s) address; every failure is a `SourceError` (D105, D108-D114).

    The time limit covers connecting, redirects and reading; the system's resolver has a limit of its own.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    for _ in range(MOST_REDIRECTS + 1):
        with _open(url, limits, deadline) as response:
            if response.status_code not in _REDIRECTS or "location" not in response.headers:
                _require_readable(url, response)
                return Fetched(url, _read(url, response, limits, deadline), response.charset_encoding)
            url = _redirected(url, response.headers["location"])
    raise SourceError(f"{url}: more than {MOST_REDIRECTS} redirects; give the last address", code="D114")


@contextmanager
def _open(url: str, limits: Limits, deadline: float) -> Iterator[httpx.Response]:
    import httpx

    target = _parse(url)
    try:
        with httpx.Client(trust_env=False, timeout=_left(url, deadline)) as client:
            response = _connect(client, target, _checked_addresses(target, limits))
            try:
                yield response
            finally:
                response.close()
    except httpx.TimeoutException as error:
        raise SourceError(f"{url} did not answer within {limits.seconds:g} s; try later", code="D111") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SourceError(f"{url} cannot be reached: {error}", code="D110") from error


def _connect(client: httpx.Client, target: httpx.URL, addresses: list[str]) -> httpx.Response:
    """The answer of the first of the checked addresses that can be connected to."""
    import httpx

    for place, address in enumerate(addresses, start=1):
        request = client.build_request(
            "GET",
            target.copy_with(host=address, fragment=None),
            headers={
                "Host": target.netloc.decode("ascii"),
                "User-Agent": "dragoman",
                "Accept": "text/html, text/plain",
            },
            extensions={"sni_hostname": target.raw_host.decode("ascii")},
        )
        try:
            return client.send(request, stream=True)
        except httpx.ConnectError:
            if place == len(addresses):
                raise
    raise AssertionError("there is always an address")


def _parse(url: str) -> httpx.URL:
    import httpx

    try:
        target = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise SourceError(f"{url!r} is not an address: {error}", code="D108") from error
    if target.scheme not in ("http", "https") or not target.host:
        raise SourceError(f"{url!r} is not an http or https address with a host; give one", code="D108")
    return target


def _redirected(url: str, location: str) -> str:
    import httpx

    try:
        return str(httpx.URL(url).join(location))
    except httpx.InvalidURL as error:
        raise SourceError(f"{url} redirects to {location!r}, which is not an address", code="D108") from error


def _checked_addresses(target: httpx.URL, limits: Limits) -> list[str]:
    """The host's addresses; `SourceError` D109 if one of them is not public, D110 if there is none."""
    host = target.raw_host.decode("ascii").strip("[]")
    port = target.port or (443 if target.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceError(f"{target.host} has no address: {error}; check the spelling", code="D110") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not limits.allow_private and not is_public(address):
            raise SourceError(
                f"{target.host} points at {address}, which is not a public address; save the page and give the file",
                code="D109",
            )
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address is on the open internet, also where it is an IPv4 address wrapped in IPv6."""
    return all(part.is_global and not part.is_multicast for part in _unwrapped(ipaddress.ip_address(address)))


def _unwrapped(address: _Address) -> tuple[_Address, ...]:
    if isinstance(address, ipaddress.IPv4Address):
        return (address,)
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    inner = [address.sixtofour] if address.sixtofour else list(address.teredo or ())
    if address in ipaddress.ip_network("64:ff9b::/96"):  # NAT64
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return (address, *inner)


def _require_readable(url: str, response: httpx.Response) -> None:
    if response.status_code >= 400 or response.status_code in _REDIRECTS:
        raise SourceError(
            f"{url} answered {response.status_code} {response.reason_phrase}; open it in a browser and save the page",
            code="D112",
        )
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind and kind not in _READABLE:
        raise SourceError(f"{url} is {kind}, not a page or plain text; give an article's address", code="D113")


def _read(url: str, response: httpx.Response, limits: Limits, deadline: float) -> bytes:
    whole = bytearray()
    for chunk in response.iter_bytes():
        whole += chunk
        _left(url, deadline)
        if len(whole) > limits.max_bytes:
            raise SourceError(
                f"{url} is larger than {limits.max_bytes / 1e6:g} MB, which is the limit; raise max_bytes", code="D105"
            )
    return bytes(whole)


def _left(url: str, deadline: float) -> float:
    """Seconds that are left."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise SourceError(f"{url} took longer than the time limit; try later", code="D111")
    return left
