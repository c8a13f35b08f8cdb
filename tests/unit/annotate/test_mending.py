"""What the tagger gets wrong and the rest of the text decides."""

from dateline.annotate.parse import Parser
from dateline.records.parse import Parse, Token
from dateline.records.report import Block, Report, Role


def parsed(parser: Parser, text: str) -> Parse:
    block = Block(role=Role.BODY, start=0, end=len(text))
    return parser(Report(id="r", text=text, blocks=(block,)))


def token(parse: Parse, word: str) -> Token:
    return next(t for t in parse.tokens if t.text == word)


def test_a_bare_verb_of_a_demand_is_a_verb_with_its_subject(parser: Parser) -> None:
    parse = parsed(parser, "The army demanded that the government resign.")
    verb, subject = token(parse, "resign"), token(parse, "government")
    assert (verb.tag, subject.dep, subject.head) == ("VB", "nsubj", verb.i)


def test_a_title_and_its_name_are_one_phrase(parser: Parser) -> None:
    parse = parsed(parser, "In Delhi, Prime Minister Modi condemned Pakistan.")
    name, title = token(parse, "Modi"), token(parse, "Minister")
    assert name.dep == "nsubj"
    assert title.head == name.i


def test_a_name_known_from_the_report_is_one_at_the_start_of_a_sentence(
    parser: Parser,
) -> None:
    text = "Trump blasted Biden as a career politician. Biden said that Trump had lied."
    parse = parsed(parser, text)
    assert token(parse, "Trump").tag == "NNP"


def test_a_word_in_capitals_among_small_ones_is_a_name(parser: Parser) -> None:
    parse = parsed(parser, "USAID provided tents to villagers in Chad.")
    name = token(parse, "USAID")
    assert (name.tag, name.dep, name.head) == ("NNP", "nsubj", token(parse, "provided").i)


def test_a_noun_after_a_prepositional_phrase_is_the_object(parser: Parser) -> None:
    parse = parsed(parser, "A court freed on bail two former ministers.")
    noun = token(parse, "ministers")
    assert (noun.dep, noun.head) == ("dobj", token(parse, "freed").i)


def test_a_participle_after_a_name_without_a_hyphen_is_what_it_did(parser: Parser) -> None:
    parse = parsed(parser, "Chad massed troops on the border with Niger.")
    verb = token(parse, "massed")
    assert (verb.tag, verb.dep) == ("VBD", "ROOT")
    assert (token(parse, "Chad").dep, token(parse, "troops").dep) == ("nsubj", "dobj")


def test_a_capital_word_in_a_nouns_place_is_a_name(parser: Parser) -> None:
    name = token(parsed(parser, "Biden attacked Trump on paying fewer taxes."), "Trump")
    assert (name.tag, name.dep) == ("NNP", "dobj")


def test_a_noun_under_the_word_that_opens_a_clause_is_its_subject(parser: Parser) -> None:
    text = (
        "Bell became leader of the party and mayor after Theresa May stepped down on Friday "
        "after she was unable to win."
    )
    parse = parsed(parser, text)
    name, verb = token(parse, "May"), token(parse, "stepped")
    assert (name.dep, name.head) == ("nsubj", verb.i)


def test_what_has_a_subject_and_an_object_is_a_verb(parser: Parser) -> None:
    parse = parsed(parser, "Gunmen storm hotel in Mali")
    assert token(parse, "storm").tag == "VBP"
    parse = parsed(parser, "Syrian army shells village")
    verb, subject = token(parse, "shells"), token(parse, "army")
    assert (verb.tag, verb.lemma, subject.dep) == ("VBZ", "shell", "nsubj")
    assert token(parse, "Syrian").head == subject.i


def test_the_noun_right_before_a_verb_is_its_subject(parser: Parser) -> None:
    parse = parsed(parser, "Turkey shells Kurdish positions in Syria")
    assert token(parse, "Turkey").dep == "nsubj"


def test_a_name_listed_before_the_subject_is_a_name(parser: Parser) -> None:
    parse = parsed(parser, "Chad, Niger sign border deal")
    assert token(parse, "Chad").tag == "NNP"


def test_a_participle_is_the_verb_of_a_sentence_without_one(parser: Parser) -> None:
    parse = parsed(parser, "Hundreds of students protested in Dhaka.")
    verb, subject = token(parse, "protested"), token(parse, "Hundreds")
    assert (verb.dep, subject.dep, subject.head) == ("ROOT", "nsubj", verb.i)


def test_the_second_object_of_a_verb_stands_beside_the_first(parser: Parser) -> None:
    parse = parsed(parser, "The party nominated Ana Moss for president and Joe Bell for mayor.")
    assert token(parse, "Bell").head == token(parse, "Moss").i


def test_a_name_taken_for_a_preposition_is_one_with_its_title(parser: Parser) -> None:
    parse = parsed(parser, "He accused President Barack Obama of supporting the rebels.")
    name = token(parse, "Obama")
    assert (name.dep, parse.tokens[name.head].text) == ("dobj", "accused")
    assert token(parse, "President").head == name.i


def heads_of(parse: Parse, *names: str) -> list[tuple[str, str]]:
    tokens = [token(parse, name) for name in names]
    return [(t.dep, parse.tokens[t.head].text) for t in tokens]


def test_a_title_in_a_row_is_one_with_the_name_after_it(parser: Parser) -> None:
    parse = parsed(
        parser, "Peruvian President Ana Moss and Chilean President Joe Bell signed a treaty."
    )
    assert heads_of(parse, "Moss", "Bell") == [("nsubj", "signed"), ("conj", "Moss")]


def test_two_names_with_their_titles_are_two(parser: Parser) -> None:
    parse = parsed(
        parser,
        "US President Donald Trump and Turkish President Recep Tayyip Erdoğan spoke by "
        "telephone on Monday.",
    )
    assert heads_of(parse, "Trump", "Erdoğan") == [("nsubj", "spoke"), ("conj", "Trump")]


def test_the_last_name_of_a_row_is_joined_to_the_row(parser: Parser) -> None:
    parse = parsed(
        parser, "Envoys from the UAE, Bahrain, and Israel held a meeting at the palace."
    )
    assert token(parse, "Israel").dep == "conj"
    parse = parsed(
        parser,
        "The summit was attended by Israeli prime minister Ana Moss, Greek prime minister "
        "Joe Bell, and Cypriot President Nicos Hill.",
    )
    assert heads_of(parse, "Hill") == [("conj", "Bell")]


def test_what_it_is_called_is_no_second_object(parser: Parser) -> None:
    parse = parsed(parser, "The minister spoke of the raid, calling it an attack on Chad.")
    assert [token(parse, word).dep for word in ("it", "attack")] == ["dobj", "oprd"]


def test_a_noun_after_a_verb_after_a_bracket_is_its_object(parser: Parser) -> None:
    parse = parsed(parser, "The Civil Rights Front (CRF) organized a march in Lagos.")
    assert token(parse, "march").dep == "dobj"


def test_two_objects_that_stand_together_are_one(parser: Parser) -> None:
    parse = parsed(parser, "The court sentenced two people smugglers to four years in jail.")
    first, second = token(parse, "people"), token(parse, "smugglers")
    assert (first.head, first.dep, second.dep) == (second.i, "compound", "dobj")


def test_a_titled_name_joined_to_another_is_no_part_of_it(parser: Parser) -> None:
    text = (
        "Secretary of State Anton Brink and Defense Secretary Lloyd Moss met the king in Bol."
    )
    parse = parsed(parser, text)
    first, second = token(parse, "Brink"), token(parse, "Moss")
    assert (first.dep, second.dep, second.head) == ("nsubj", "conj", first.i)


def test_two_titles_without_an_article_are_one_persons(parser: Parser) -> None:
    parse = parsed(parser, "Police held former archbishop and cardinal Theodore Moss.")
    title, name = token(parse, "archbishop"), token(parse, "Moss")
    assert (title.head, name.dep) == (name.i, "dobj")


def test_a_small_word_with_an_article_is_no_name(parser: Parser) -> None:
    assert token(parsed(parser, "The government banned the march."), "march").tag == "NN"


def test_the_subject_of_an_auxiliary_is_its_verbs(parser: Parser) -> None:
    parse = parsed(parser, "Egypt and Qatar are mediating between Israel and Hamas.")
    assert token(parse, "Egypt").head == token(parse, "mediating").i


def test_a_state_is_a_name_at_the_start_of_a_sentence() -> None:
    parser = Parser(known=["Bahrain"])
    parse = parsed(parser, "Bahrain stripped the editor of her citizenship.")
    assert token(parse, "Bahrain").tag == "NNP"


def test_the_first_of_two_objects_is_whom_it_is_given_to(parser: Parser) -> None:
    parse = parsed(parser, "The union promised Jordan 500 million euros in loans.")
    assert token(parse, "Jordan").dep == "dative"


def test_days_that_somebody_is_given_are_the_object(parser: Parser) -> None:
    parse = parsed(parser, "The general gave the rebels 48 hours to leave.")
    assert token(parse, "hours").dep == "dobj"


def test_a_government_and_named_rebels_are_two(parser: Parser) -> None:
    parse = parsed(parser, "The Chadian government and FACT rebels agreed to a truce.")
    assert token(parse, "government").dep == "nsubj"
    assert token(parse, "rebels").dep == "conj"


def test_a_participle_between_a_name_and_a_noun_is_the_verb(parser: Parser) -> None:
    parse = parsed(parser, "Taiwan scrambled fighter jets after 30 aircraft crossed the line.")
    assert token(parse, "scrambled").dep == "ROOT"
    assert token(parse, "crossed").dep == "advcl"


def test_who_is_shot_dead_is_not_called_dead(parser: Parser) -> None:
    parse = parsed(parser, "Police shot dead two protesters in Nairobi.")
    assert token(parse, "dead").head == token(parse, "shot").i


def test_a_row_of_names_after_a_place_is_the_subject(parser: Parser) -> None:
    parse = parsed(parser, "After two days of talks in Addis Ababa, Sudan and Chad agreed.")
    name = token(parse, "Sudan")
    assert (name.dep, name.head) == ("nsubj", token(parse, "agreed").i)


def test_what_kills_is_a_noun_and_no_auxiliary(parser: Parser) -> None:
    parse = parsed(parser, "The union called for talks after shelling killed 14 people.")
    assert token(parse, "shelling").dep == "nsubj"


def test_a_demand_has_the_verb_that_looks_like_a_noun(parser: Parser) -> None:
    parse = parsed(parser, "They came to demand that the army hand power to judges.")
    assert token(parse, "hand").tag == "VB"
    assert token(parse, "army").dep == "nsubj"


def test_a_finite_verb_joins_the_clause_above_and_no_infinitive(parser: Parser) -> None:
    parse = parsed(parser, "The minister told the army to leave and threatened to jail it.")
    verb = token(parse, "threatened")
    assert (verb.head, verb.tag) == (token(parse, "told").i, "VBD")


def test_a_name_and_a_titled_one_are_two(parser: Parser) -> None:
    text = "Talks between President William Ruto and opposition leader Raila Odinga collapsed."
    parse = parsed(parser, text)
    first, last = token(parse, "Ruto"), token(parse, "Odinga")
    assert (first.dep, last.head) == ("pobj", first.i)


def test_who_says_it_at_the_end_is_no_part_of_the_place(parser: Parser) -> None:
    text = "The army killed 30 people in the village of Hombori, Human Rights Watch said."
    parse = parsed(parser, text)
    name = token(parse, "Watch")
    assert (name.dep, name.head) == ("nsubj", token(parse, "said").i)


def test_a_noun_with_its_place_is_the_subject_of_what_follows(parser: Parser) -> None:
    parse = parsed(parser, "Police in Tbilisi used water cannon to disperse demonstrators.")
    verb = token(parse, "used")
    assert (verb.tag, token(parse, "Police").head, token(parse, "cannon").dep) == (
        "VBD",
        verb.i,
        "dobj",
    )


def test_where_they_rally_is_no_adjective(parser: Parser) -> None:
    parse = parsed(parser, "Hundreds of Georgians rallied outside parliament.")
    assert (token(parse, "outside").dep, token(parse, "parliament").dep) == ("prep", "pobj")
