"""Which addresses a page may be fetched from: the guard against requests forged through a link (SSRF).

A link is refused by its words (scheme, user name, port, a number in disguise), and then by where its name
leads: the name is resolved once, every address it has is checked, and only such an address is connected to.
The ranges are those of IANA's special-purpose registries
(https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry), written out here
because `ipaddress` knows fewer of them in older Pythons.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address
from typing import NamedTuple

import httpx2

from summarizer.errors import AddressRefused

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
"""From a name and a port to all addresses of that name, as text.

Raises:
    OSError: if it has none.
"""

SCHEMES = {"http": 80, "https": 443}
URL_LENGTH = 4096  # characters; servers refuse longer ones
_FIRST_FREE_PORT = 1024
# Ports from 1024 on that other protocols own, by the Fetch standard (https://fetch.spec.whatwg.org/#port-blocking).
_PORTS_OF_OTHERS = frozenset(
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6679, 6697, 10080, *range(6665, 6670)}
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\\]")
_NUMBER_LABEL = re.compile(r"[0-9]+|0x[0-9a-f]*")
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_LOCAL_NAMES = ("localhost", "localdomain", "local", "internal", "intranet", "lan", "home.arpa")
_METADATA_NAMES = frozenset({"metadata", "metadata.google.internal", "metadata.goog", "instance-data"})


def _networks(*blocks: str) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    return tuple(map(ipaddress.ip_network, blocks))


_PRIVATE = _networks(
    "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7"
)
"""What `allow_private` opens: this machine, private networks, the shared range that overlay networks use."""
_METADATA = _networks(
    "169.254.0.0/16",  # link-local, and on most clouds 169.254.169.254
    "100.100.100.200/32",  # Alibaba Cloud
    "168.63.129.16/32",  # Azure, and a public address by its number
    "192.0.0.192/32",  # Oracle Cloud
    "fd00:ec2::/32",  # Amazon
    "fd20:ce::254/128",  # Google
)
"""What hands out keys to anybody who asks from inside a cloud machine; `allow_private` does not open it."""
_SPECIAL_V4 = _networks(
    "0.0.0.0/8", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
    "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
)  # fmt: skip
_SPECIAL_V6 = _networks(
    "2001::/23",  # protocol assignments, Teredo 2001::/32 among them
    "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
)  # fmt: skip
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
_MAPPED = ipaddress.IPv6Network("::ffff:0:0/96")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})  # RFC 5214: the IPv4 address follows


class Target(NamedTuple):
    """Where a link leads, before any name is resolved."""

    url: httpx2.URL
    host: str
    port: int


def target(url: str, *, allow_private: bool = False) -> Target:
    """Read a link, refusing by its words alone what need not be resolved.

    Fetched are http and https on ports 80, 443 and from 1024 on (but for those of other protocols).

    Raises:
        AddressRefused: saying why.
    """
    if len(url) > URL_LENGTH:
        raise AddressRefused(url[:60] + "…", f"has more than {URL_LENGTH} characters")
    if _UNSAFE.search(url):
        raise AddressRefused(url, "holds a space, a backslash or a control character")
    try:
        parsed = httpx2.URL(url)
        host = parsed.raw_host.decode("ascii")
    except (httpx2.InvalidURL, UnicodeError, ValueError) as error:
        raise AddressRefused(url, f"is no proper URL: {error}") from error
    if parsed.scheme not in SCHEMES:
        raise AddressRefused(
            url,
            f"is of scheme {parsed.scheme[:20] or 'none'}; only http and https are fetched",
        )
    if parsed.userinfo or "@" in _authority(url):  # the second for an empty name
        raise AddressRefused(url, "holds a user name or password; such links are not fetched")
    port = SCHEMES[parsed.scheme] if parsed.port is None else parsed.port
    host = host.removesuffix(".")
    problem = _problem_of_port(port) or _problem_of_host(host, allow_private=allow_private)
    if problem:
        raise AddressRefused(url, problem)
    return Target(parsed.copy_with(host=host, fragment=None), host, port)


def resolved(host: str, port: int, *, allow_private: bool, resolve: Resolve) -> list[Address]:
    """All addresses of a host, asked for once, if each of them may be connected to.

    Raises:
        AddressRefused: if it has none, or one that may not.
        OSError: if the name cannot be resolved.
    """
    try:
        found: list[Address] = [ipaddress.ip_address(host)]
    except ValueError:
        found = [ipaddress.ip_address(text) for text in dict.fromkeys(resolve(host, port))]
    if not found:
        raise AddressRefused(host, "has no address")
    for address in found:
        problem = problem_of(address, allow_private=allow_private)
        if problem:
            raise AddressRefused(
                host, problem if str(address) == host else f"leads to {address}, which {problem}"
            )
    return found


def problem_of(address: Address, *, allow_private: bool = False) -> str | None:
    """Why an address may not be connected to; None if it may."""
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return "is an address of one network interface"
        carried = _carried(address)
        if carried is not None:
            return problem_of(carried, allow_private=allow_private)
    if _in(address, _METADATA):
        return "is where clouds keep keys; it is never fetched"
    if _in(address, _PRIVATE):
        return None if allow_private else "is private; --allow-private fetches from your own network"
    return None if _is_public(address) else "is no public address"


def of_name(host: str, port: int) -> list[str]:
    """All addresses the system's resolver has for a name."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv4Address):
        return address.is_global and not _in(address, _SPECIAL_V4)
    last = int(address) & 0xFFFF_FFFF_FFFF_FFFF
    if last >> 32 in _ISATAP and not _is_public(IPv4Address(last & 0xFFFF_FFFF)):
        return False
    return address in _GLOBAL_V6 and address.is_global and not _in(address, _SPECIAL_V6)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that packets to a mapped or NAT64 address end at."""
    return IPv4Address(int(address) & 0xFFFF_FFFF) if address in _MAPPED or address in _NAT64 else None


def _in(address: Address, networks: Sequence[ipaddress.IPv4Network | ipaddress.IPv6Network]) -> bool:
    return any(address in network for network in networks)


def _authority(url: str) -> str:
    return re.split("[/?#]", url.partition("//")[2], maxsplit=1)[0]


def _problem_of_port(port: int) -> str | None:
    if port in SCHEMES.values() or (_FIRST_FREE_PORT <= port < 1 << 16 and port not in _PORTS_OF_OTHERS):
        return None
    return f"names port {port}, where no web pages are fetched from"


def _problem_of_host(host: str, *, allow_private: bool) -> str | None:
    # A host that ends in a number is an IPv4 address (https://url.spec.whatwg.org/#ends-in-a-number-checker).
    # Only its plain spelling is read: 0177.1, 0x7f000001 and 2130706433 are all 127.0.0.1 to some resolver.
    if ":" in host or _NUMBER_LABEL.fullmatch(host.rpartition(".")[2]):
        try:
            return problem_of(ipaddress.ip_address(host), allow_private=allow_private)
        except ValueError:
            return "spells an address in an unusual way"
    if not _NAME.fullmatch(host):
        return "names no proper host"
    if host in _METADATA_NAMES:
        return "is where clouds keep keys; it is never fetched"
    if not allow_private and any(host == name or host.endswith("." + name) for name in _LOCAL_NAMES):
        return "is a private name; --allow-private fetches from your own network"
    return None
