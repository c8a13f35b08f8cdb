"""Feeds: an entry is a report, or the summary of one."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.feed import read_feed
from dateline.records.report import Raw, Refusal

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour Post</title><language>en</language>
<item><title>Rain &amp; wind</title><link>http://post.example/1</link><guid>one</guid>
<pubDate>Tue, 05 Mar 2024 22:30:00 -0500</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Rain fell.</p><p>All <b>day</b>.<script>x</script></p>]]>
</content:encoded>
</item>
<item><title>Fog</title><description>Fog came in.</description></item>
<item></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>
<entry><id>urn:1</id><title>Snow</title><published>2024-03-05T10:00:00Z</published>
<content type="html">&lt;p&gt;Snow fell.&lt;/p&gt;</content></entry></feed>"""


def test_an_entry_has_its_text_and_what_the_feed_says_of_it() -> None:
    raw = next(read_feed(RSS.encode(), "a.rss", "2024-03-06T08:00:00+00:00"))
    assert isinstance(raw, Raw)
    assert (raw.id, raw.title, raw.text) == ("one", "Rain & wind", "Rain fell.\n\nAll day.")
    assert (raw.url, raw.publisher, raw.language) == (
        "http://post.example/1",
        "Harbour Post",
        "en",
    )
    assert raw.published == "2024-03-06T03:30:00+00:00"
    assert raw.problems == ()
    assert raw.provenance is not None
    assert (raw.provenance.record, raw.provenance.fetched) == (1, "2024-03-06T08:00:00+00:00")


def test_a_summary_is_said_to_be_one() -> None:
    raw = list(read_feed(RSS.encode(), "a.rss"))[1]
    assert isinstance(raw, Raw)
    assert (raw.id, raw.text) == ("a.rss:2", "Fog came in.")
    assert [problem.message for problem in raw.problems] == ["the feed gives a summary only"]


def test_an_empty_entry_is_refused() -> None:
    assert isinstance(list(read_feed(RSS.encode(), "a.rss"))[2], Refusal)


def test_atom_is_read() -> None:
    (raw,) = read_feed(ATOM.encode(), "a.atom")
    assert isinstance(raw, Raw)
    assert (raw.id, raw.text, raw.publisher) == ("urn:1", "Snow fell.", "Post")


def test_a_feed_is_read_in_the_character_set_that_it_declares() -> None:
    feed = RSS.replace("utf-8", "windows-1251").replace("Rain fell.", "Дождь.")
    raw = next(read_feed(feed.encode("cp1251"), "a.rss"))
    assert isinstance(raw, Raw)
    assert (raw.text, raw.problems) == ("Дождь.\n\nAll day.", ())


def test_a_feed_cut_off_gives_what_it_has_and_says_so() -> None:
    raw = next(read_feed(RSS[: RSS.index("<item><title>Fog")].encode(), "a.rss"))
    assert isinstance(raw, Raw)
    assert raw.text == "Rain fell.\n\nAll day."
    assert "the feed is broken" in raw.problems[0].message


def test_entities_that_grow_are_refused() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + RSS[39:]
    for data in (bomb.encode(), bomb.encode("utf-16")):
        (refusal,) = read_feed(data, "a.rss")
        assert isinstance(refusal, Refusal)
        assert "entities" in refusal.problem.message


@given(st.text(max_size=60))
def test_any_text_between_tags_is_no_crash(text: str) -> None:
    list(read_feed(RSS.replace("Rain fell.", text).encode("utf-8", "replace"), "a.rss"))
    list(read_feed(f"<rss>{text}".encode("utf-8", "replace"), "a.rss"))
