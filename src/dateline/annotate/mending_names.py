"""Mends of names: titles before them, and which names of a row belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.syntax import AUXILIARIES, SUBJECTS

if TYPE_CHECKING:
    from dateline.records.parse import Token

#: How far, in tokens, the words of a mended phrase may lie, and a subject before its verb.
_REACH = 12
_FAR = 30
#: Words of a title, a first name and a surname.
_TITLED = 3
#: Labels of nouns that a row may go on from, and of what makes a word a verb.
_ARGUMENTS = frozenset({*SUBJECTS, "dobj", "pobj", "conj", "attr", "appos"})
#: Labels of what makes a noun one of several.
_DETERMINERS = frozenset({"det", "poss", "nummod"})
#: The days, which open sentences before a subject.
_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_VERBAL = frozenset({*SUBJECTS, *AUXILIARIES, "dobj"})


def mend_name(tokens: list[Token], name: Token) -> None:
    """Mend a name, or what the parser made of the words before it, in place."""
    if name.dep == "appos" and name.tag == "NNP":
        _titled(tokens, name)
    elif name.dep == "prep" and name.tag == "NNP":
        _name_preposition(tokens, name)
    elif name.tag.startswith("NNP") and name.dep in {"conj", "nsubj"}:
        _late_member(tokens, name)
        _described(tokens, tokens[name.i])
        _before_name(tokens, tokens[name.i])
        _two_titles(tokens, tokens[name.i])
    elif name.tag in {"NNP", "PRP"} and name.dep in {"nmod", "compound"}:
        _before_subject(tokens, name)
        _first_of_two(tokens, name)
        _small_title(tokens, tokens[name.i])


def _before_subject(tokens: list[Token], word: Token) -> None:
    """Part a day or `itself` from the name after it: `On Monday Acme Ltd said`.

    The parser took what ends a phrase before the subject for the subject's first name.
    """
    before, name = tokens[max(0, word.i - 1)], tokens[word.head]
    day = before.dep == "prep" and word.lower in _DAYS
    if day and name.dep == "pobj" and name.head == before.i and name.i > word.i:
        verb = tokens[before.head]
        near = tokens[word.i : verb.i + _REACH]
        if verb.i != name.i + 1 or any(t.head == verb.i and t.dep in SUBJECTS for t in near):
            return
        tokens[name.i] = name = name._replace(head=verb.i, dep="nsubj")
    if name.i <= word.i or name.dep not in SUBJECTS:
        return
    if word.tag == "PRP" and before.tag.startswith("NN"):
        tokens[word.i] = word._replace(head=before.i, dep="appos")
    elif day:
        tokens[word.i] = word._replace(head=before.i, dep="pobj")


def _titled(tokens: list[Token], name: Token) -> None:
    """Make a title and the name right after it one phrase: `Prime Minister Ana Tamm said`.

    A small title too where the name begins a row: `with prime minister Tamm and envoy Bell`.
    """
    title = tokens[max(0, _first(tokens, name) - 1)]
    if title.dep == "compound" and title.head > name.i and title.tag.startswith("NN"):
        _two_names(tokens, title, name)
        return
    beside = name.head == title.i or (title.dep == "conj" and name.head == title.head)
    after = tokens[name.i + 1 : name.i + _REACH]
    row = title.tag == "NN" and any(t.dep == "cc" and t.head == name.i for t in after)
    if not beside or not (row or title.tag == "NNP"):
        return
    root = title.head == title.i
    tokens[name.i] = name._replace(head=name.i if root else title.head, dep=title.dep)
    for token in tokens[max(0, title.i - _REACH) : name.i + _REACH]:
        if token.head == title.i and token.i != name.i:
            tokens[token.i] = token._replace(head=name.i)
    tokens[title.i] = title._replace(head=name.i, dep="compound")


def _two_names(tokens: list[Token], title: Token, name: Token) -> None:
    """Part two names with their titles: `President Moss and President Bell`, read as one."""
    last = tokens[title.head]
    between = tokens[name.i + 1 : last.i]
    if last.tag[:3] != "NNP" or not any(t.tag == "CC" and t.head == name.i for t in between):
        return
    root = last.head == last.i
    tokens[name.i] = name._replace(head=name.i if root else last.head, dep=last.dep)
    for token in tokens[max(0, title.i - _REACH) : name.i]:
        if token.head == last.i:
            tokens[token.i] = token._replace(head=name.i)
    own = tokens[_first(tokens, last) - 1]
    if own.i > name.i and own.dep == "conj" and own.tag.startswith("NN"):
        tokens[own.i] = own._replace(head=last.i, dep="compound")
    tokens[last.i] = last._replace(head=name.i, dep="conj")


def _first_of_two(tokens: list[Token], name: Token) -> None:
    """Part a titled name from the second: `Premier Ana Moss and Defence Minister Lee Bell`.

    The parser took the first for a part of the second; `Trinidad and Tobago Prime Minister
    Bell` is one.
    """
    end = name.i + 2
    if end >= len(tokens):
        return
    while end < len(tokens) and tokens[end].tag == "NNP":
        end += 1
    own, last = range(name.i + 2, end), tokens[end - 1]
    before = tokens[max(0, name.i - _TITLED + 1) : name.i]
    if name.head not in own or tokens[name.i + 1].tag != "CC" or len(own) < _TITLED:
        return
    if len(before) < _TITLED - 1 or any(t.tag != "NNP" for t in before):
        return
    root = last.head == last.i
    tokens[name.i] = name._replace(head=name.i if root else last.head, dep=last.dep)
    for token in tokens[max(0, name.i - _REACH) : last.i]:
        if token.i < name.i and token.head in own:
            tokens[token.i] = token._replace(head=name.i)
        elif token.i in own and token.head == name.i:
            tokens[token.i] = token._replace(head=last.i, dep="compound")
    tokens[last.i] = last._replace(head=name.i, dep="conj")


def _two_titles(tokens: list[Token], name: Token) -> None:
    """Give one person both titles: `sentenced former mayor and judge Ana Moss`.

    A title alone has no article: `a mayor and judge Ana Moss` are two.
    """
    title = tokens[name.head]
    second = tokens[min(title.i + 2, len(tokens) - 1)]
    if name.dep != "conj" or title.tag != "NN" or tokens[title.i + 1].tag != "CC":
        return
    if second.tag not in {"NN", "VB"} or second.dep != "compound" or second.head != name.i:
        return
    near = tokens[max(0, title.i - _REACH) : title.i]
    if any(t.head == title.i and t.dep in _DETERMINERS for t in near):
        return
    root = title.head == title.i
    tokens[name.i] = name._replace(head=name.i if root else title.head, dep=title.dep)
    tokens[title.i] = title._replace(head=name.i, dep="nmod")


def _small_title(tokens: list[Token], name: Token) -> None:
    """Part a name from a titled one: `between President Moss and opposition leader Lee Bell`.

    The parser took the first for a part of the second. The title may have a body before it:
    `Ana Moss and Quill Union chief Lee Bell`.
    """
    last = tokens[name.head]
    while last.dep == "compound" and last.head > last.i:
        last = tokens[last.head]
    between = tokens[name.i + 1 : last.i]
    first = next((t for t in between if t.dep == "conj" and t.head == name.i), None)
    if name.dep not in {"nmod", "compound"} or first is None or last.tag != "NNP":
        return
    title = next((t for t in tokens[first.i : last.i] if t.tag == "NN"), None)
    if title is None or any(t.tag != "NNP" for t in tokens[first.i : title.i]):
        return
    if any(t.tag not in {"NN", "NNP"} for t in tokens[title.i : last.i]):
        return
    root = last.head == last.i
    tokens[name.i] = name._replace(head=name.i if root else last.head, dep=last.dep)
    tokens[last.i] = last._replace(head=name.i, dep="conj")
    tokens[first.i] = first._replace(head=last.i, dep="compound")


def _described(tokens: list[Token], name: Token) -> None:
    """Make a noun and the name right after it one: `rebel group Quill said it had fired`.

    The parser took both for subjects.
    """
    noun = tokens[_first(tokens, name) - 1]
    twins = noun.head == name.head and noun.dep == name.dep and noun.dep in SUBJECTS
    if twins and noun.tag in {"NN", "NNS"} and noun.i < name.i:
        tokens[noun.i] = noun._replace(head=name.i, dep="compound")


def _before_name(tokens: list[Token], name: Token) -> None:
    """Part a noun from what a name names after it: `The government and ELN rebels met`.

    The parser took both for the first part of the last.
    """
    first = tokens[name.head]
    last = tokens[min(name.i + 1, len(tokens) - 1)]
    own = [t for t in tokens[max(0, first.i - _REACH) : first.i] if t.head in {first.i, last.i}]
    described = any(t.dep in _DETERMINERS or t.dep == "amod" for t in own)
    joined = tokens[name.i - 1].tag == "CC" and name.dep == "conj"
    if not joined or first.tag not in {"NN", "NNS"} or first.dep not in {"nmod", "compound"}:
        return
    if first.head != last.i or not described or not last.tag.startswith("NN"):
        return
    root = last.head == last.i
    tokens[first.i] = first._replace(head=first.i if root else last.head, dep=last.dep)
    tokens[last.i] = last._replace(head=first.i, dep="conj")
    tokens[name.i] = name._replace(head=last.i, dep="compound")
    for token in own:
        tokens[token.i] = token._replace(head=first.i)


def _late_member(tokens: list[Token], name: Token) -> None:
    """Join the last name of a row to it: `Chad, Niger, and Mali met`.

    The parser hung it from the verb, and a name is joined to no verb.
    """
    first = _phrase_start(tokens, name)
    joint, comma = tokens[max(0, first - 1)], tokens[max(0, first - 2)]
    verb = tokens[name.head]
    if joint.tag != "CC" or comma.text != "," or not verb.tag.startswith(("VB", "MD")):
        return
    if any(t.head == name.i and t.dep in _VERBAL for t in tokens[name.i : name.i + _REACH]):
        return
    before = tokens[max(0, first - 3)]
    if before.tag[:3] != "NNP" or before.dep not in _ARGUMENTS or before.head == name.i:
        return
    near = tokens[max(0, first - _FAR) : first]
    subject = any(t.head == verb.i and t.dep in SUBJECTS for t in near)
    if name.dep == "nsubj" and not subject:  # `When Chad met Niger, and Mali left`
        return
    tokens[name.i] = name._replace(head=before.i, dep="conj")
    tokens[joint.i] = joint._replace(head=before.i)


def _name_preposition(tokens: list[Token], first: Token) -> None:
    """Make one name of words that the parser took for a preposition and what is under it.

    `accused President Barack Obama of`, where `Barack` was taken for a preposition.
    """
    title, last = tokens[first.i - 1], tokens[min(first.i + 1, len(tokens) - 1)]
    if (
        last.head != first.i
        or not title.tag.startswith("NNP")
        or not last.tag.startswith("NNP")
    ):
        return
    tokens[last.i] = last._replace(head=title.head, dep=title.dep)
    for token in (title, first):
        tokens[token.i] = token._replace(head=last.i, dep="compound")


def _first(tokens: list[Token], name: Token) -> int:
    """The first word of a name."""
    first = name.i
    while first and tokens[first - 1].dep == "compound" and tokens[first - 1].head == name.i:
        if tokens[first - 1].tag != "NNP":
            break
        first -= 1
    return first


def _phrase_start(tokens: list[Token], name: Token) -> int:
    """The first word of a name's phrase, what belongs to its title too."""
    inside = {name.i}
    for index in range(name.i - 1, max(-1, name.i - _REACH), -1):
        if tokens[index].head not in inside or tokens[index].dep in {"cc", "punct", "conj"}:
            break
        inside.add(index)
    return min(inside)
