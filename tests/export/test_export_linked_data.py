import json
from datetime import date, datetime

import iiif_prezi3
import pytest
import schema_org
from anchorpoint.textselectors import TextPositionSelector, TextQuoteSelector
from export_samples import hostile, numbered
from schema_org import enums

from summarizer import render

HOSTILE = "\x1b[31m</script><!--<script>alert(1)</script> \u202eevil\u2028"
LINK = "https://news.example/story?id=1"


def annotations(record):
    return json.loads(render.as_annotations(record))


def nodes(record):
    return json.loads(render.as_schema_org(record))["@graph"]


def targets(annotation):
    found = annotation["target"]
    return found if isinstance(found, list) else [found]


def kept_by_the_model(annotation):
    """The annotation as a library for Web Annotations understands it."""
    return iiif_prezi3.Annotation(**annotation).model_dump(mode="json", by_alias=True, exclude_none=True)


def typed(node, others):
    """A node as an object of schema.org's, its references resolved; refuses what schema.org has not."""
    if "@type" not in node:
        node = others[node["@id"]]
    kind = getattr(schema_org, node["@type"])
    values = {name: value_of(name, value, others) for name, value in node.items() if name != "mentions"}
    return kind(**values)


def value_of(name, value, others):
    if isinstance(value, dict):
        return typed(value, others)
    if name == "digitalSourceType":
        return enums.IPTCDigitalSourceEnumeration(value)
    if name.startswith("date"):
        return schema_date(value)
    return value


def schema_date(value):
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


def test_the_annotations_of_the_sample_article_are_as_kept(cairo, golden):
    golden("annotations.json", render.as_annotations(cairo))


def test_the_graph_of_the_sample_article_is_as_kept(cairo, golden):
    golden("schema-org.json", render.as_schema_org(cairo))


def test_every_annotation_is_one_of_the_model(cairo):
    collection = annotations(cairo)
    page = collection["first"]
    assert (collection["@context"], collection["type"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationCollection",
    )
    assert collection["total"] == len(page["items"]) == len({item["id"] for item in page["items"]})
    for item in page["items"]:
        assert kept_by_the_model(item) == item


def test_every_selector_leads_to_its_words_in_the_article(cairo):
    for item in annotations(cairo)["first"]["items"]:
        for target in targets(item):
            quote, position = target["selector"]
            found = TextQuoteSelector(**without_type(quote)).as_position(cairo.article.text)
            place = TextPositionSelector(**without_type(position))
            assert (found.start, found.end) == (place.start, place.end)
            assert cairo.article.text[place.start : place.end] == quote["exact"]


def without_type(selector):
    return {name: value for name, value in selector.items() if name != "type"}


def test_positions_count_code_points():
    record = numbered(
        1, text="😀😀 “We will rebuild this town,” Ana Ruíz said. At least 3 or 40 homes burned."
    )
    [quote] = [item for item in annotations(record)["first"]["items"] if item["id"].endswith("#q1")]
    assert quote["target"]["selector"][1]["start"] == 4


def test_each_kind_of_item_is_annotated_with_what_it_is(cairo):
    kinds: dict[str, int] = {}
    for item in annotations(cairo)["first"]["items"]:
        [tag] = [body["value"] for body in item["body"] if body["purpose"] == "tagging"]
        kinds[tag] = kinds.get(tag, 0) + 1
    summary = cairo.summary
    assert kinds == {
        "party": sum(bool(party.mentions) for party in summary.parties),
        "position": len(summary.positions),
        "quote": len(summary.quotes),
        "figure": len(summary.figures),
        "framing": len(summary.framing),
    }


def test_every_type_and_property_is_schema_orgs(cairo):
    for record in (cairo, numbered(1, url=LINK, title="Fire", author="Desk", site="News", language="en")):
        found = {node["@id"]: node for node in nodes(record)}
        for node in found.values():
            typed(node, found)
        for mention in found[record.article_uri]["mentions"]:
            assert found[mention["@id"]]["@type"] in {
                "Person",
                "Organization",
                "GovernmentOrganization",
                "Thing",
            }


def test_quotations_are_spoken_by_their_speakers_and_claims_made_by_their_parties(cairo):
    found = {node["@id"]: node for node in nodes(cairo)}
    spoken = [
        found[node["spokenByCharacter"]["@id"]]["name"]
        for node in found.values()
        if node["@type"] == "Quotation"
    ]
    assert spoken == ["Hamas", "Hamas", "Hossam Badran", "Hossam Badran"]
    observed = [node for node in found.values() if node["@type"] == "Observation"]
    assert [node.get("minValue", node.get("value")) for node in observed] == [7, 1500000, 34622]


def test_what_a_model_wrote_says_so(cairo):
    [written] = [node for node in nodes(cairo) if node["@id"] == cairo.uri]
    assert written["text"] == cairo.summary.abstract_text
    assert written["digitalSourceType"].endswith("TrainedAlgorithmicMediaDigitalSource")
    [article] = [node for node in nodes(cairo) if node["@type"] == "NewsArticle"]
    assert cairo.summary.abstract_text not in json.dumps(article, ensure_ascii=False)


@pytest.mark.parametrize("shape", [render.as_annotations, render.as_schema_org])
def test_linked_data_may_stand_in_a_page(shape):
    text = shape(hostile(HOSTILE, url="javascript:alert(1)"))
    assert not set(text) & set("<>&\u2028\x1b")
    assert "</script>" in json.dumps(json.loads(text))


@pytest.mark.parametrize("shape", [render.as_annotations, render.as_schema_org])
def test_only_links_to_the_web_are_links(shape):
    assert LINK in json.dumps(json.loads(shape(numbered(1, url=LINK))))
    for link in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://a b",
        'https://x"y',
        "//x.example",
    ):
        record = numbered(1, url=link)
        assert record.article_uri == f"urn:{record.article.id}"
        assert link not in {
            value for node in nodes(record) for value in node.values() if isinstance(value, str)
        }


@pytest.mark.parametrize("shape", [render.as_annotations, render.as_schema_org])
def test_on_demand_a_document_is_one_line(shape, cairo):
    line = shape(cairo, indent=None)
    assert line.count("\n") == 1
    assert json.loads(line) == json.loads(shape(cairo))
