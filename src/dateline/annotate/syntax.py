"""Questions about a parse that one look at a token's neighbours answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.records.parse import Parse, Token

#: Labels of subjects, and of the verbs that help another.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
AUXILIARIES = frozenset({"aux", "auxpass"})
#: Labels of those that something is done to.
PATIENTS = frozenset({"dobj", "nsubjpass"})
#: Tags of verbs and auxiliaries in the present.
PRESENT = frozenset({"VBZ", "VBP"})
#: Tags of verbs and auxiliaries that have a tense.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Tags of relative pronouns.
RELATIVES = frozenset({"WDT", "WP", "WP$"})
#: Marks that tie two words to one, and prefixes that say on whose side something is.
HYPHENS = frozenset({"-", "–", "‑"})
_STANCES = frozenset({"anti", "pro"})
#: Furthest climb from a subordinate clause to the verb it hangs from.
CLIMB = 6


def children(parse: Parse, token: Token, *deps: str) -> tuple[int, ...]:
    """The dependents of a token under one of the labels."""
    return tuple(kid.i for kid in parse.kids(token.i) if kid.dep in deps)


def expand(parse: Parse, heads: Iterable[int]) -> tuple[int, ...]:
    """Heads with all nouns coordinated to them, in order."""
    found: list[int] = []
    for head in heads:
        stack = [head]
        while stack:
            current = stack.pop(0)
            if current not in found:
                found.append(current)
            stack[:0] = [kid.i for kid in parse.kids(current) if _coordinated(parse, kid)]
    return tuple(found)


def _coordinated(parse: Parse, kid: Token) -> bool:
    """Whether a dependent is one more of its head's kind.

    In a row of names the parser takes the second for an apposition of the first; a name
    beside a name that goes on with `and` is one of the row.
    """
    if kid.dep == "conj":
        return not kid.tag.startswith(("VB", "MD"))
    if kid.dep != "appos" or kid.tag != "NNP" or parse.tokens[kid.head].tag != "NNP":
        return False
    siblings = (*parse.kids(kid.i), *parse.kids(kid.head))
    return any(other.dep == "conj" and other.i > kid.i for other in siblings)


def hyphened(parse: Parse, first: Token, second: Token) -> bool:
    """Whether a hyphen ties the two tokens."""
    return second.i - first.i == 2 and parse.tokens[first.i + 1].text in HYPHENS


def maker(parse: Parse, participle: Token) -> Token | None:
    """The noun or nationality that a hyphen ties to a participle: `a judge-led inquiry`."""
    first = parse.tokens[max(0, participle.i - 2)]
    joined = parse.tokens[participle.i - 1].end == participle.start
    tied = joined and hyphened(parse, first, participle)
    return first if tied and first.tag[:2] in {"NN", "JJ"} else None


def stance(parse: Parse, index: int) -> str:
    """The prefix that says on whose side something is: `anti` in `anti-government`, or none.

    It stands before a hyphen that ties it to the token.
    """
    if index < 2 or parse.tokens[index - 1].text not in HYPHENS:
        return ""
    prefix = parse.tokens[index - 2].lower
    tied = parse.tokens[index - 2].end == parse.tokens[index].start - 1
    return prefix if tied and prefix in _STANCES else ""


def is_passive(parse: Parse, verb: Token) -> bool:
    """Whether the verb's grammatical subject undergoes what it says."""
    if verb.tag not in {"VBN", "VBD"}:
        return False
    kinds = {kid.dep for kid in parse.kids(verb.i)}
    if kinds & {"nsubjpass", "auxpass"}:
        return True
    if verb.tag == "VBD" and "agent" not in kinds:
        return False
    if "aux" in kinds or "nsubj" in kinds:
        return False
    if verb.dep == "conj":
        head = parse.tokens[verb.head]
        return head.tag.startswith("VB") and is_passive(parse, head)
    return verb.dep in {
        "acl",
        "amod",
        "relcl",
        "advcl",
        "ROOT",
        "dep",
        "ccomp",
        "oprd",
        "xcomp",
    } and (verb.dep in {"acl", "amod"} or "agent" in kinds or "dobj" not in kinds)


def has_to(parse: Parse, verb: Token) -> bool:
    """Whether the verb is a `to` infinitive."""
    return any(kid.tag == "TO" for kid in parse.kids(verb.i))


def governing_verb(parse: Parse, token: Token) -> Token | None:
    """The nearest verb above a token in its sentence."""
    current = token
    for _ in range(CLIMB):
        if current.head == current.i:
            return None
        current = parse.tokens[current.head]
        verbal = current.tag.startswith("VB") and current.dep != "prep"  # not `including`
        if verbal and current.i != token.i:
            return current
    return None


def complement(parse: Parse, token: Token) -> int | None:
    """The head of the clause that a verb or noun governs, if it has one."""
    for kid in parse.kids(token.i):
        if kid.dep in {"xcomp", "ccomp"} or (
            kid.dep in {"acl", "advcl"}
            and not token.tag.startswith("VB")
            and has_to(parse, kid)
        ):
            return kid.i
    return None


def stranded(parse: Parse, verb: Token) -> bool:
    """Whether a preposition of the verb has lost its noun (`the state it fought with`)."""
    return any(
        kid.dep == "prep" and not children(parse, kid, "pobj", "pcomp", "prep")
        for kid in parse.kids(verb.i)
    )


def ends_name(parse: Parse, token: Token) -> bool:
    """Whether a name stands directly before a name and belongs to it: `Rosa May`."""
    return token.tag == "NNP" and any(
        kid.dep == "compound" and kid.tag == "NNP" and kid.i == token.i - 1
        for kid in parse.kids(token.i)
    )


def is_duty(parse: Parse, clause: int) -> bool:
    """Whether a clause says what must be done: `must`, `should`, `has to`, `needs to`."""
    token = parse.tokens[clause]
    auxiliaries = {kid.lower for kid in parse.kids(clause) if kid.dep == "aux"}
    if auxiliaries & {"must", "should", "ought"}:
        return True
    below = complement(parse, token) if token.lemma in {"have", "need"} else None
    return below is not None and has_to(parse, parse.tokens[below])


def is_wish(parse: Parse, clause: int) -> bool:
    """Whether a finite clause says what should be done: `that the army (should) withdraw`."""
    token = parse.tokens[clause]
    told = {kid.lower for kid in parse.kids(clause) if kid.dep in AUXILIARIES}
    if not children(parse, token, *SUBJECTS):
        return False
    return "should" in told or told == {"be"} or (token.tag == "VB" and not told)


def shape(parse: Parse, clause: int) -> str:
    """Whether a clause is a `to` infinitive, an `-ing` form, or a finite `that` clause."""
    token = parse.tokens[clause]
    if has_to(parse, token):
        return "to"
    return "ing" if token.tag == "VBG" and not children(parse, token, "aux") else "that"
