from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import SourceError
from dragoman.intake import load
from dragoman.intake.fetch import Limits, fetch, is_public

LEAD = "The two foreign ministers agreed on Tuesday to meet again in Geneva, an official said after the talks."
PRIVATE = Limits(allow_private=True, seconds=5)


class Site(BaseHTTPRequestHandler):
    """Answers by path, so that each test says with its address what it wants."""

    def do_GET(self) -> None:
        head, _, rest = self.path[1:].partition("/")
        getattr(self, f"_{head}")(rest)

    def _answer(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _text(self, _: str) -> None:
        self._answer(LEAD.encode(), Content_Type="text/plain; charset=utf-8")

    def _host(self, _: str) -> None:
        self._answer(self.headers["Host"].encode(), Content_Type="text/plain")

    def _to(self, location: str) -> None:
        self._answer(b"", status=302, Location=location)

    def _loop(self, _: str) -> None:
        self._answer(b"", status=301, Location="/loop/")

    def _status(self, number: str) -> None:
        self._answer(b"sorry", status=int(number))

    def _kind(self, kind: str) -> None:
        self._answer(b"x", Content_Type=kind)

    def _large(self, _: str) -> None:
        self._answer(b"x" * 200_000, Content_Type="text/plain")

    def _silent(self, _: str) -> None:
        time.sleep(1.5)

    def _drip(self, _: str) -> None:
        self._answer(b"", Content_Type="text/plain")
        for _number in range(30):
            self.wfile.write(b"x" * 100)
            self.wfile.flush()
            time.sleep(0.05)

    def log_message(self, *args: object) -> None:
        pass


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what these tests are about."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = QuietServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def code_of(url: str, limits: Limits | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        fetch(url, limits=limits)
    assert "\n" not in str(caught.value)
    return caught.value.code


def test_a_page_is_fetched(site: str) -> None:
    fetched = fetch(f"{site}/text", limits=PRIVATE)
    assert (fetched.raw, fetched.charset, fetched.url) == (LEAD.encode(), "utf-8", f"{site}/text")


def test_an_address_is_loaded(site: str) -> None:
    document = load(f"{site}/text/2024/06/25/x", allow_private=True)
    assert (document.text, document.published_from) == (LEAD, "url")


def test_redirects_are_followed_to_the_last_address(site: str) -> None:
    assert fetch(f"{site}/to//text", limits=PRIVATE).url == f"{site}/text"


def test_the_host_keeps_its_name(site: str) -> None:
    named = site.replace("127.0.0.1", "localhost")
    assert fetch(f"{named}/host", limits=PRIVATE).raw.decode() == named.removeprefix("http://")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://240.0.0.1/",
        "http://[::1]/",
        "http://[fe80::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
    ],
)
def test_private_addresses_are_refused(url: str) -> None:
    assert code_of(url) == "D109"


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert code_of("http://example.org/") == "D109"


def test_every_hop_is_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first host passes as public; where it redirects to does not.
    monkeypatch.setattr("dragoman.intake.fetch.is_public", lambda address: address == "127.0.0.1")
    assert code_of(f"{site}/to/http://10.0.0.1/") == "D109"


def test_the_connection_goes_to_the_checked_address(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A name that resolves to the site once and elsewhere afterwards: the first answer is what counts.
    answers = iter(["127.0.0.1", "10.0.0.1"])
    port = int(site.rsplit(":", 1)[1])
    real = socket.getaddrinfo

    def resolve(host: str, *args: object, **options: object) -> object:
        if host == "rebinding.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]
        return real(host, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    fetched = fetch(f"http://rebinding.example:{port}/host", limits=PRIVATE)
    assert fetched.raw.decode() == f"rebinding.example:{port}"
    assert next(answers) == "10.0.0.1"


@pytest.mark.parametrize("location", ["ftp://example.org/x", "file:///etc/hosts"])
def test_redirects_to_other_schemes_are_refused(site: str, location: str) -> None:
    assert code_of(f"{site}/to/{location}", PRIVATE) == "D108"


@pytest.mark.parametrize("url", ["http://", "http://[::1", "https:///x"])
def test_what_is_no_address(url: str) -> None:
    assert code_of(url) == "D108"


def test_failures_of_the_site(site: str) -> None:
    assert code_of(f"{site}/loop/", PRIVATE) == "D114"
    assert code_of(f"{site}/status/404", PRIVATE) == "D112"
    assert code_of(f"{site}/status/500", PRIVATE) == "D112"
    assert code_of(f"{site}/kind/application/pdf", PRIVATE) == "D113"
    assert code_of(f"{site}/large", Limits(allow_private=True, max_bytes=100_000)) == "D105"


@pytest.mark.parametrize("path", ["silent", "drip"])
def test_the_time_limit_holds_for_silence_and_for_drops(site: str, path: str) -> None:
    assert code_of(f"{site}/{path}", Limits(allow_private=True, seconds=0.3)) == "D111"


def test_a_closed_port_refuses() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        assert code_of(f"http://127.0.0.1:{reserved.getsockname()[1]}/", PRIVATE) == "D110"


def test_a_name_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def resolve(*_: object, **__: object) -> object:
        raise socket.gaierror("unknown name")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert code_of("http://nowhere.example/") == "D110"


@pytest.mark.parametrize("address", ["64:ff9b::7f00:1", "2002:7f00:1::", "::", "ff02::1", "224.0.0.1", "fc00::1"])
def test_wrapped_and_special_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)
