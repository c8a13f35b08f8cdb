"""Places are told from persons and bodies by context, and from namesakes by the report."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.annotate.parse import Parser
from dateline.annotate.places import FindPlaces
from dateline.lexicon.library import Library
from dateline.records.place import Place, Precision
from dateline.records.report import Block, Report, Role


@pytest.fixture(scope="module")
def find(parser: Parser, library: Library) -> "Find":
    return Find(parser, FindPlaces(library))


class Find:
    def __init__(self, parser: Parser, places: FindPlaces) -> None:
        self.parser, self.places = parser, places

    def __call__(self, text: str) -> tuple[Place, ...]:
        blocks = (Block(role=Role.BODY, start=0, end=len(text)),)
        report = Report(id="a", text=text, blocks=blocks)
        return self.places(report, self.parser(report))

    def texts(self, text: str) -> list[str]:
        return [place.text for place in self(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shops reopened in Minsk after the storm.", ["Minsk"]),
        ("Ministers met in the Russian city of Sochi.", ["Sochi"]),
        ("Talks between Chad and Guinea-Bissau failed.", ["Chad", "Guinea-Bissau"]),
        ("Fighting spread to northern Mali and South Sudan.", ["Mali", "South Sudan"]),
        ("Prices rose in Bosnia and Herzegovina.", ["Bosnia and Herzegovina"]),
        ("China's exports fell.", ["China"]),
        ("Ships passed the Strait of Hormuz.", ["Strait of Hormuz"]),
        ("The U.S. closed its embassy.", ["U.S."]),
        ("Fields in Ruritown, Kansas, were flooded.", ["Ruritown", "Kansas"]),
        ("The army shelled the village of Umm Zarqa.", ["Umm Zarqa"]),
        ("Rebels took al-Hasakah and left.", ["al-Hasakah"]),
        ("Exports from Côte d'Ivoire grew.", ["Côte d'Ivoire"]),
        ("A van burned near Washington, D.C., at dawn.", ["Washington, D.C."]),
        ("The Oregon Department of Forestry closed the road.", ["Oregon"]),
        ("The barn stood in Ruriton Township.", ["Ruriton Township"]),
        ("Troops entered Lorengau at dawn.", ["Lorengau"]),
        ("Troops left Afrin, in northwestern Syria.", ["Afrin", "Syria"]),
        ("The India-Pakistan border was closed.", ["India", "Pakistan"]),
    ],
)
def test_names_of_places_are_found(find: Find, text: str, places: list[str]) -> None:
    assert find.texts(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "Chinese officials and German engineers agreed.",
        "Mr. Lincoln thanked the nurses.",
        "Paris Hopkins won the race.",
        "The Washington Post reported the figures.",
        "She studied at the University of Oxford.",
        "Manchester United lost again.",
        "The Bank of England raised rates.",
        "It rained on Monday in May.",
        "The Department of Conservation closed the path.",
        "Omar al Khartoumi thanked the nurses.",
        "Two patients had West Nile virus.",
    ],
)
def test_persons_bodies_and_nationalities_are_no_places(find: Find, text: str) -> None:
    assert find.texts(text) == []


@pytest.mark.parametrize(
    ("text", "name", "latitude", "longitude"),
    [
        ("A fire broke out in Springfield, Oregon.", "Springfield", 44.05, -123.02),
        ("A fire broke out in Birmingham, Ala., on Friday.", "Birmingham", 33.52, -86.8),
        ("A fire broke out in Birmingham.", "Birmingham", 52.48, -1.9),
        ("Farmers in Georgia and Alabama lost their crops.", "Georgia", 32.75, -83.5),
        ("Georgia and Armenia opened the border near Tbilisi.", "Georgia", 42.0, 43.5),
        ("Shells fell in Nagorno-Karabakh.", "Nagorno-Karabakh", 39.8, 46.75),
        ("A farm burned in Fulton County, in northern Ohio.", "Fulton County", 41.6, -84.1),
        ("The president spoke in Washington.", "Washington", 38.9, -77.04),
        ("It snowed in Oregon, Washington and Idaho.", "Washington", 47.4, -120.4),
        ("It rained in Niger, Nigeria and Togo.", "Niger", 18.0, 9.0),
        ("The premier of Ontario spoke in London, Ontario.", "London", 42.98, -81.25),
    ],
)
def test_the_context_chooses_among_namesakes(
    find: Find, text: str, name: str, latitude: float, longitude: float
) -> None:
    place = next(p for p in find(text) if p.text == name)
    assert place.latitude == pytest.approx(latitude, abs=0.5)
    assert place.longitude == pytest.approx(longitude, abs=0.5)


def test_a_place_says_its_country_division_and_precision(find: Find) -> None:
    town, state = find("Smoke rose over Salem, Oregon.")
    assert (town.country, town.admin1, town.precision) == ("USA", "Oregon", Precision.CITY)
    assert (state.country, state.precision) == ("USA", Precision.REGION)
    (country,) = find("Farmers in Peru went on strike.")
    assert (country.country, country.precision) == ("PER", Precision.COUNTRY)
    assert country.geonameid == 3932488


def test_an_unknown_place_is_left_without_coordinates(find: Find) -> None:
    (place,) = find("The army shelled the village of Umm Zarqa.")
    assert place.latitude is None
    assert place.country is None


def test_a_name_that_is_a_persons_elsewhere_is_no_place(find: Find) -> None:
    texts = find.texts("Anna Lincoln opened the clinic in Leeds. Lincoln thanked the nurses.")
    assert texts == ["Leeds"]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "Paris",
                    ",",
                    "Texas",
                    "St.",
                    "of",
                    "-",
                    "'s",
                    "U.S.",
                    "the",
                    "Al",
                    "(",
                    "city",
                ]
            ),
            st.text(max_size=8),
        ),
        max_size=20,
    )
)
@example(words=["F »\U00054e091D÷"])  # a name that the text ends with
def test_any_text_is_read_and_every_place_is_where_it_says(
    find: Find, words: list[str]
) -> None:
    text = " ".join(words)
    places = find(text)
    for place in places:
        assert text[place.start : place.end] == place.text
    assert list(places) == sorted(places, key=lambda place: place.start)
