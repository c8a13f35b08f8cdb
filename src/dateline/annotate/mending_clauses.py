"""Mends of clauses: which word is the verb of one, and which its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.mending_tags import tagged
from dateline.annotate.syntax import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.records.parse import Token

    Lemmatize = Callable[[str, str], str]

_SUBJECT = ("nsubj", "nsubjpass")
#: How far, in tokens, the words of a mended phrase may lie, and a subject before its verb.
_REACH = 12
_FAR = 30
#: Labels of the noun before a verb that the tagger took for a noun too.
_NOUN_PARTS = frozenset({"compound", "nmod", "amod"})
#: Labels of what a verb has before it that needs no subject, or is one.
_BEFORE_VERB = frozenset({*SUBJECTS, "expl", "aux", "auxpass", "attr", "csubj"})
#: Conjunctions that the parser takes for prepositions.
_MARKS = frozenset({"after", "before", "since", "until"})
#: Verbs of saying whose content may stand behind a noun.
_SAYING = frozenset({"say", "tell", "announce", "add", "confirm", "claim", "report", "write"})
#: Verbs of what whoever speaks goes on to say.
_VOWING = frozenset(
    {
        "promise",
        "pledge",
        "vow",
        "urge",
        "warn",
        "accuse",
        "demand",
        "threaten",
        "call",
        "blame",
    }
)
#: Prepositions under which stands whom something is aimed at, and no clause with a subject.
_KEPT = frozenset({"against", "from"})
_AIMED = frozenset({"against", "at", "toward", "towards"})
#: Labels of a name that the parser took for one beside a place.
_BESIDE = frozenset({"conj", "appos"})


def clause_subject(tokens: list[Token], noun: Token) -> None:
    """Give the verb its subject: `after she left`, where `after` was taken to govern `she`."""
    mark = tokens[noun.head]
    verb = tokens[mark.head]
    kids = [t for t in tokens[mark.i : verb.i] if t.head == verb.i]
    if verb.tag.startswith("VB") and noun.i < verb.i:
        passive = any(t.dep == "auxpass" for t in kids)
        if not any(t.dep in SUBJECTS for t in kids):
            tokens[noun.i] = noun._replace(head=verb.i, dep=_SUBJECT[passive])


def bare_verb(tokens: list[Token], token: Token, lemmatize: Lemmatize) -> None:
    """Read the noun of a `that` clause as its verb: `demanded that the cabinet resign`."""
    kids = [t for t in tokens[max(0, token.i - _REACH) : token.i] if t.head == token.i]
    subject = next((k for k in reversed(kids) if k.i == token.i - 1), None)
    marked = any(kid.dep == "mark" for kid in kids)
    if not marked or subject is None or subject.dep not in _NOUN_PARTS:
        return
    if not subject.tag.startswith("NN"):
        return
    tokens[token.i] = tagged(token, "VB", lemmatize)
    tokens[subject.i] = subject._replace(dep="nsubj")
    for kid in kids:
        if kid.dep in {"det", "poss", "amod", "nummod"} and kid.i < subject.i:
            tokens[kid.i] = kid._replace(head=subject.i)


def second_clause(tokens: list[Token], noun: Token) -> bool:
    """Whether the verb of a noun has a subject of its own: `Chad sent jets after Mali fled`."""
    between = tokens[noun.i + 1 : noun.head]
    kids = [t for t in between if t.head == noun.head]
    return any(k.dep == "mark" for k in kids) and any(k.dep in SUBJECTS for k in kids)


def subject_after_place(tokens: list[Token], verb: Token) -> None:
    """Give a verb without a subject the name or row of names before it.

    `After talks in Oslo, Chad and Mali signed`, `was shelled near Oslo, Amnesty said`,
    where the parser took it for part of the place.
    """
    kids = [t for t in tokens[max(0, verb.i - _FAR) : verb.i] if t.head == verb.i]
    if verb.dep in {"conj", "relcl", "acl"} or any(t.dep in _BEFORE_VERB for t in kids):
        return
    name = tokens[verb.i - 1]
    while name.dep in _BESIDE and tokens[name.head].i > name.i - _REACH:
        above, comma = tokens[name.head], _first(tokens, name) - 1
        if above.i < comma and tokens[comma].text == "," and above.dep == "pobj":
            told = name.tag.startswith("NNP" if name.dep == "conj" else "NN")
            if told and above.tag.startswith("NNP"):
                tokens[name.i] = name._replace(head=verb.i, dep="nsubj")
            return
        name = above


def later_clause(tokens: list[Token], verb: Token) -> None:
    """Join a finite verb to the clause above: `told them to leave and threatened to sue`.

    It was joined to the infinitive, whose subject does not threaten, or to what somebody
    says was done to others, or would be: `said six men were hurt and promised an inquiry`.
    """
    first = tokens[verb.head]
    kids = [t for t in tokens[max(0, first.i - _REACH) : first.i] if t.head == first.i]
    if verb.dep != "conj":
        return
    near = [t for t in tokens[first.i : verb.i] if t.head == verb.i]
    if any(t.dep in _BEFORE_VERB for t in near):
        return
    said = tokens[first.head]
    passive = any(t.dep == "auxpass" for t in kids)
    if passive and first.dep == "ccomp" and verb.tag == said.tag and verb.lemma in _VOWING:
        tokens[verb.i] = verb._replace(head=said.i)
        return
    if first.tag != "VB" or not any(t.lower == "to" or t.tag == "MD" for t in kids):
        return
    tag = "VBD" if verb.tag == "VBN" else verb.tag
    above = first
    while above.head != above.i and above.tag != tag:
        above = tokens[above.head]
    if above.tag == tag:
        tokens[verb.i] = verb._replace(head=above.i, tag=tag)


def verb_after_aside(tokens: list[Token], verb: Token) -> None:
    """Give a clause its subject and verb: `after the mayor, who led it, was stabbed`.

    The parser took the subject to stand under the conjunction as under a preposition, and
    joined the verb beyond the aside to the clause above, or that clause to it.
    """
    above = _clause_before(tokens, verb)
    kids = [t for t in tokens[above.i : verb.i] if t.head in {above.i, verb.i}]
    first = min((t.i for t in kids if t.head == verb.i and t.i != above.i), default=verb.i)
    while tokens[first].text == ",":
        first += 1
    bare = verb.tag == "VBN" and first == verb.i  # an aside itself: `angered by the ruling`
    if above.i >= verb.i or tokens[first - 1].text != "," or bare:
        return
    if any(t.dep == "cc" or (t.head == verb.i and t.dep in SUBJECTS) for t in kids):
        return
    mark = next((t for t in reversed(kids) if t.dep == "prep" and t.lower in _MARKS), None)
    if mark is None or mark.head != above.i:
        return
    subject = next((t for t in tokens[mark.i : first] if t.head == mark.i), None)
    if subject is None or subject.dep != "pobj" or tokens[subject.i + 1].text != ",":
        return
    if above.head == verb.i:
        root = verb.head == verb.i
        tokens[above.i] = above._replace(head=above.i if root else verb.head, dep=verb.dep)
    passive = any(t.dep == "auxpass" and t.head == verb.i for t in kids)
    tokens[verb.i] = verb._replace(head=above.i, dep="advcl")
    tokens[mark.i] = mark._replace(head=verb.i, dep="mark")
    tokens[subject.i] = subject._replace(head=verb.i, dep=_SUBJECT[passive])
    for token in kids:  # an aside that the parser hung from the clause above
        if token.head == above.i and subject.i < token.i < first:
            dep = "acl" if token.dep == "advcl" else token.dep
            tokens[token.i] = token._replace(head=subject.i, dep=dep)


def _clause_before(tokens: list[Token], verb: Token) -> Token:
    """The verb of the clause that stands before one beyond an aside."""
    if verb.dep in {"conj", "advcl"}:
        return tokens[verb.head]
    kids = (t for t in tokens[max(0, verb.i - _FAR) : verb.i] if t.head == verb.i)
    return next((t for t in kids if t.dep == "ccomp" and t.tag.startswith("VB")), verb)


def described_under(tokens: list[Token], verb: Token) -> None:
    """Read a participle as what describes a noun: `used gas against women marching home`.

    The parser took both for a clause under the preposition. What somebody is kept from, or
    warned against, is the verb's: `warned the rebels against attacking`.
    """
    preposition = tokens[verb.head]
    above = tokens[preposition.head]
    if preposition.lower in _KEPT and above.dep == "dobj" and above.i < preposition.i:
        tokens[preposition.i] = preposition._replace(head=above.head)
    kids = [t for t in tokens[preposition.i : verb.i] if t.head == verb.i]
    noun = next((t for t in kids if t.dep in SUBJECTS), None)
    if verb.tag != "VBG" or preposition.lower not in _AIMED or noun is None:
        return
    tokens[noun.i] = noun._replace(head=preposition.i, dep="pobj")
    tokens[verb.i] = verb._replace(head=noun.i, dep="acl")


def content_clause(tokens: list[Token], verb: Token) -> None:
    """Give a whole clause to the verb of saying above: `said in a briefing that rebels fled`.

    The parser took it to describe the noun, of which it has no place free for.
    """
    noun = tokens[verb.head]
    preposition = tokens[noun.head]
    said = tokens[preposition.head]
    kids = [t for t in tokens[noun.i : verb.i + _REACH] if t.head == verb.i]
    mark = next((t for t in kids if t.lower == "that" and t.i < verb.i), None)
    if noun.dep != "pobj" or said.lemma not in _SAYING or mark is None:
        return
    if not any(t.dep in SUBJECTS and mark.i < t.i < verb.i for t in kids):
        return
    whole = any(t.dep == "dobj" and t.i > verb.i for t in kids)
    if not whole and not any(t.dep == "auxpass" for t in kids):
        return
    tokens[verb.i] = verb._replace(head=said.i, dep="ccomp")
    tokens[mark.i] = mark._replace(dep="mark")


def told_before_speaker(tokens: list[Token], verb: Token, lemmatize: Lemmatize) -> None:
    """Read as a clause what somebody after it says: `Rebels killed six men, a group said`.

    The parser took its verb to describe its subject, and gave `said` two subjects.
    """
    noun = tokens[verb.head]
    said = tokens[noun.head]
    if verb.tag != "VBN" or noun.dep != "nsubj" or said.i < verb.i:
        return
    speaker = next(
        (t for t in tokens[verb.i : said.i] if t.head == said.i and t.dep == "nsubj"), None
    )
    if speaker is None or tokens[_first(tokens, speaker) - 1].text != ",":
        return
    tokens[verb.i] = tagged(verb, "VBD", lemmatize)._replace(head=said.i, dep="ccomp")
    tokens[noun.i] = noun._replace(head=verb.i)


def noun_before_verb(tokens: list[Token], word: Token, lemmatize: Lemmatize) -> None:
    """Read as a noun what no verb has as an auxiliary: `after shelling killed two guards`."""
    verb = tokens[word.head]
    if verb.tag != "VBD" or verb.i < word.i:
        return
    tokens[word.i] = tagged(word, "NN", lemmatize)._replace(dep="nsubj")
    owner = tokens[word.i - 1]
    if owner.head == verb.i and owner.dep == "nsubj":  # `army shelling killed two guards`
        tokens[owner.i] = owner._replace(head=word.i, dep="compound")
    mark = tokens[verb.head]
    if verb.dep == "pcomp" and mark.dep == "prep":
        tokens[verb.i] = verb._replace(head=mark.head, dep="advcl")
        tokens[mark.i] = mark._replace(head=verb.i, dep="mark")


def verb_among_nouns(tokens: list[Token], mark: Token, lemmatize: Lemmatize) -> None:
    """Find the verb that a `that` clause has: `demand that the army hand power to judges`.

    The parser took it and its subject for parts of its object.
    """
    last = tokens[mark.head]
    verb, subject = tokens[last.i - 1], tokens[last.i - 2]
    if not last.tag.startswith("NN") or mark.i > subject.i:
        return
    if verb.tag != "NN" or verb.dep != "compound" or subject.dep not in _NOUN_PARTS:
        return
    if not subject.tag.startswith("NN") or subject.head not in {verb.i, last.i}:
        return
    root = last.head == last.i
    tokens[verb.i] = tagged(verb, "VB", lemmatize)._replace(
        head=verb.i if root else last.head, dep="ccomp"
    )
    tokens[subject.i] = subject._replace(head=verb.i, dep="nsubj")
    tokens[last.i] = last._replace(head=verb.i, dep="dobj")
    for token in tokens[mark.i : last.i + _REACH]:
        if token.head == last.i and token.i > last.i and token.dep == "prep":
            tokens[token.i] = token._replace(head=verb.i)
        elif token.head == last.i and token.i < subject.i:
            to = verb.i if token.dep == "mark" else subject.i
            tokens[token.i] = token._replace(head=to)


def _first(tokens: list[Token], noun: Token) -> int:
    """The first token of the words that stand before a noun as its parts."""
    first = noun.i
    while first and tokens[first - 1].text != ",":
        before = tokens[first - 1]
        if before.dep != "case" and not first <= before.head <= noun.i:
            break
        first -= 1
    return first
