"""Links that lead where nothing may be fetched from: each is refused before a connection is attempted."""

import pytest
from site_on_loopback import PUBLIC, Site, network, redirect

from summarizer.errors import AddressRefused, PageUnavailable
from summarizer.reading import addresses
from summarizer.reading.fetching import Network, fetch

ADDRESSES = [
    # this machine
    "127.0.0.1", "127.0.0.2", "127.1.2.3", "127.255.255.255", "0.0.0.0", "0.1.2.3",
    # private and shared networks
    "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.254", "192.168.0.1", "192.168.255.255", "100.64.0.1",
    "100.127.255.254",
    # link-local, and where clouds keep keys
    "169.254.0.1", "169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "192.0.0.192",
    # documentation, benchmarks, anycast relays, protocol assignments
    "192.0.0.1", "192.0.2.1", "198.51.100.7", "203.0.113.9", "198.18.0.1", "198.19.255.255", "192.88.99.1",
    # multicast, reserved, broadcast
    "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
    # IPv6: unspecified, this machine, link-local, site-local, unique local, multicast
    "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[fe80::1]", "[febf::1]", "[fec0::1]", "[fc00::1]", "[fd00::1]",
    "[fd00:ec2::254]", "[fd20:ce::254]", "[ff02::1]", "[ff0e::1]",
    # documentation, discard, benchmarks, ORCHID, protocol assignments, unassigned
    "[2001:db8::1]", "[3fff::1]", "[100::1]", "[2001:2::1]", "[2001:20::1]", "[2001:1::1]", "[4000::1]", "[e000::1]",
    # IPv4 inside IPv6: mapped, compatible, translated, 6to4, Teredo, NAT64, local NAT64, ISATAP
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]", "[::127.0.0.1]",
    "[::7f00:1]", "[::10.0.0.1]", "[::ffff:0:127.0.0.1]", "[2002:7f00:1::]", "[2002:a00:1::1]",
    "[2002:a9fe:a9fe::]", "[2001:0:4136:e378:8000:63bf:80ff:fffe]", "[2001::1]", "[64:ff9b::127.0.0.1]",
    "[64:ff9b::10.0.0.1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::a00:1]", "[2a00:1450::5efe:10.0.0.1]",
    "[2a00:1450::200:5efe:192.168.0.1]",
    # zone ids
    "[fe80::1%25eth0]", "[fe80::1%eth0]", "[::1%251]", "[2a00:1450::1%25lo]",
]  # fmt: skip

SPELLINGS = [
    # decimal, octal, hexadecimal, short, padded, and too much: resolvers read them as addresses of this machine
    "2130706433", "017700000001", "0x7f000001", "0x7F.0.0.1", "0177.0.0.1", "0177.1", "127.1", "127.0.1", "0x7f.1",
    "127.0.0.01", "127.000.000.001", "0", "00000000000", "0x0", "0xa9fea9fe", "2852039166", "0xA9.0xFE.0xA9.0xFE",
    "3232235521", "167772161", "4294967295", "4294967296", "256.0.0.1", "1.2.3", "1.2.3.4.5", "127.0.0.1.",
    "10.0.0.1.", "127.0.0.1..", "127..0.0.1", "0x", "example.0x7f", "foo.1",
    # letters and dots that only look like others
    "127。0。0。1", "127．0．0．1", "127｡0｡0｡1", "１２７.0.0.1", "①②⑦.⓪.⓪.①", "ⓛocalhost", "localhost。",
    "local\u00adhost", "127.0.0.1\u200b", "[::１]",
    # percent signs
    "127%2e0%2e0%2e1", "%31%32%37.0.0.1", "localhost%00.example.com", "example.com%00.evil.test", "loc%61lhost",
    # brackets
    "[127.0.0.1]", "[::1", "::1", "[]", "[::1]]", "[v1.fe80::a]",
]  # fmt: skip

NAMES = [
    "localhost", "LOCALHOST", "localhost.", "foo.localhost", "localhost.localdomain", "printer.local", "db.internal",
    "router.lan", "nas.home.arpa", "wiki.intranet", "metadata.google.internal", "METADATA.google.internal.",
    "metadata.goog", "metadata", "instance-data",
]  # fmt: skip

LINKS = [
    # schemes
    "file:///etc/passwd", "file://localhost/etc/passwd", "ftp://example.com/a", "gopher://example.com:70/_a",
    "data:text/html,<p>hi</p>", "javascript:alert(1)", "dict://example.com:2628/d", "ldap://example.com/",
    "jar:http://example.com!/", "ws://example.com/", "unix:///var/run/docker.sock", "http+unix://%2Fvar%2Frun/x",
    "view-source:http://example.com/", "about:blank", "netdoc:///etc/passwd", "//example.com/a", "example.com/a", "",
    # user names, and what different readers take for the host
    "http://user@example.com/", "http://user:secret@example.com/", "http://@example.com/",
    "http://example.com@127.0.0.1/", "http://127.0.0.1@example.com/", "http://example.com#@127.0.0.1:80@x/ ",
    "http://example.com\\@127.0.0.1/", "http://127.0.0.1\\.example.com/", "http:\\\\127.0.0.1/",
    "http://1.1.1.1 &@2.2.2.2# @3.3.3.3/", "http://example.com%40127.0.0.1/", "http://example.com%2f@127.0.0.1/",
    "http://exa\tmple.com/", "http://example.com\r\nhost: internal/", "http:///etc/passwd", "http://", "https://",
    "http:example.com", "http:/example.com", "http://-/", "http://exam ple.com/", "http://.example.com/",
    "http://example..com/", "http://exa'mple.com/", "http://example.com\u00a0/", "http://\x00example.com/",
    # ports
    "http://example.com:22/", "http://example.com:25/", "http://example.com:0/", "http://example.com:81/",
    "http://example.com:6667/", "http://example.com:6000/", "http://example.com:99999/", "http://example.com:-1/",
    "http://example.com:8O/", "http://example.com:80:80/", "https://example.com:2049/", "http://example.com:993/",
    "http://example.com/" + "a" * 5000,
]  # fmt: skip

RESOLVED = {
    "private": ["10.0.0.5"],
    "loopback": ["127.0.0.1"],
    "unspecified": ["0.0.0.0"],
    "metadata": ["169.254.169.254"],
    "loopback of IPv6": ["::1"],
    "mapped": ["::ffff:127.0.0.1"],
    "link-local with its interface": ["fe80::1%2"],
    "unique local": ["fd12:3456:789a::1"],
    "NAT64 of a private address": ["64:ff9b::192.168.1.1"],
    "6to4 of a private address": ["2002:c0a8:101::1"],
    "carrier's network": ["100.64.1.1"],
    "multicast": ["224.0.0.251"],
    "a public and a private one": [PUBLIC, "192.168.1.1"],
    "a private and a public one": ["192.168.1.1", PUBLIC],
    "two public ones and this machine": [PUBLIC, "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::1"],
    "none": [],
}

REDIRECTS = [
    "http://127.0.0.1/", "http://127.0.0.1:8080/admin", "http://localhost/", "http://[::1]/", "http://2130706433/",
    "http://0x7f.1/", "http://169.254.169.254/latest/meta-data/", "http://metadata.google.internal/", "http://10.0.0.1/",
    "http://[::ffff:127.0.0.1]/", "http://intern.example/", "//127.0.0.1/", "/\\127.0.0.1/",
    "\\\\127.0.0.1\\", "file:///etc/passwd", "ftp://example.com/", "gopher://example.com/_x", "data:text/html,hi",
    "javascript:alert(1)", "http://user:secret@example.com/", "http://news.example:22/", "http://[", "http://%",
    "http://127。0。0。1/".encode().decode("latin-1"), "HTTP://127.0.0.1", "https://127.0.0.1",
]  # fmt: skip


def test_there_are_at_least_110_cases():
    assert len({*ADDRESSES, *SPELLINGS, *NAMES, *LINKS, *RESOLVED, *REDIRECTS}) > 200


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("host", [*ADDRESSES, *SPELLINGS, *NAMES])
def test_a_host_that_is_not_public_is_refused_by_the_systems_own_resolver(scheme, host):
    _, wanted, _ = real = network({})
    with pytest.raises(AddressRefused):
        fetch(f"{scheme}://{host}/x", network=Network(backend=real[0].backend))
    assert wanted == []


@pytest.mark.parametrize("link", LINKS, ids=lambda link: repr(link[:50]))
def test_a_link_that_is_no_plain_one_to_a_web_page_is_refused(link):
    given, wanted, questions = network({"example.com": [PUBLIC]})
    with pytest.raises(AddressRefused):
        fetch(link, network=given)
    assert (wanted, questions) == ([], [])


@pytest.mark.parametrize("answer", RESOLVED.values(), ids=RESOLVED)
def test_a_name_of_which_any_address_is_not_public_is_refused(answer):
    given, wanted, _ = network({"news.example": answer})
    with pytest.raises((AddressRefused, PageUnavailable)):
        fetch("https://news.example/story", network=given)
    assert wanted == []


@pytest.mark.parametrize("location", REDIRECTS, ids=repr)
@pytest.mark.parametrize("code", [301, 307])
def test_a_redirect_to_where_nothing_is_fetched_from_is_not_followed(location, code):
    with Site({"/story": redirect(location, code)}) as site:
        given, wanted, _ = network(
            {"news.example": [PUBLIC], "intern.example": ["10.1.1.1"], "example.com": [PUBLIC]}, site
        )
        with pytest.raises((AddressRefused, PageUnavailable)) as refused:
            fetch("http://news.example/story", network=given)
    assert wanted == [(PUBLIC, 80)]
    assert "example" in refused.value.source


@pytest.mark.parametrize(
    "location", ["///127.0.0.1/", "http:127.0.0.1", "http://", "127.0.0.1", "@127.0.0.1", "?127.0.0.1"]
)
def test_a_redirect_that_names_no_host_stays_on_the_same(location):
    with Site({"/story": redirect(location)}) as site:
        given, wanted, _ = network({"news.example": [PUBLIC]}, site)
        with pytest.raises(PageUnavailable):
            fetch("http://news.example/story", network=given)
    assert set(wanted) == {(PUBLIC, 80)}


def test_a_name_is_resolved_once_so_that_a_second_answer_cannot_lead_elsewhere():
    with Site({"/story": lambda handler: handler.send(b"News")}) as site:
        given, wanted, questions = network({"news.example": [[PUBLIC], ["127.0.0.1"]]}, site)
        assert fetch("http://news.example/story", network=given).data == b"News"
    assert (questions, wanted) == (["news.example"], [(PUBLIC, 80)])


def test_a_name_that_turns_private_between_two_redirects_is_refused():
    with Site({"/story": redirect("/moved")}) as site:
        given, wanted, _ = network({"news.example": [[PUBLIC], ["127.0.0.1"]]}, site)
        with pytest.raises(AddressRefused, match=r"127\.0\.0\.1"):
            fetch("http://news.example/story", network=given)
    assert wanted == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    "address",
    [PUBLIC, "8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8", "2a00:1450:4001::200e"],
)
def test_a_public_address_is_fetched_from(address):
    assert addresses.resolved(address, 443, allow_private=False, resolve=addresses.of_name)


@pytest.mark.parametrize(
    "link",
    ["http://a.example", "https://a.example:443/", "http://a.example:8080/x?y#z", "https://bücher.example/"],
)
def test_a_plain_link_is_read(link):
    found = addresses.target(link)
    assert found.url.fragment == ""
    assert found.host in {"a.example", "xn--bcher-kva.example"}


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.0.1", "192.168.1.1", "fd00::1", "::1", "100.64.0.1", "::ffff:10.0.0.1"]
)
def test_a_persons_own_network_can_be_opened(address):
    assert addresses.resolved(address, 80, allow_private=True, resolve=addresses.of_name)


@pytest.mark.parametrize(
    "host",
    [
        "169.254.169.254", "[fd00:ec2::254]", "100.100.100.200", "168.63.129.16", "[::ffff:169.254.169.254]", "0.0.0.0",
        "metadata.google.internal", "224.0.0.1", "2130706433", "255.255.255.255", "[2002:7f00:1::]", "192.0.0.192",
    ],
)  # fmt: skip
def test_where_clouds_keep_keys_and_what_is_no_address_of_a_page_stays_closed(host):
    given, wanted, _ = network({})
    with pytest.raises(AddressRefused):
        fetch(f"http://{host}/", allow_private=True, network=given)
    assert wanted == []


def test_the_refusal_says_how_to_open_ones_own_network():
    with pytest.raises(AddressRefused, match="--allow-private"):
        fetch("http://192.168.0.10/minutes")
