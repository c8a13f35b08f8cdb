"""Questions about a parse that one look at a token's neighbours answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.records.parse import Parse, Token

#: Labels of subjects, and of the verbs that help another.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: The word that begins a source: `According to the mayor`.
_SOURCE = "according"
#: A noun and the name beside it.
_PAIR = 2
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
_CLIMB = 6

#: Prepositions under whose noun the agent of a passive may be hung by mistake.
_PLACING = frozenset({"to", "in", "at", "from", "into", "on", "near", "during", "after"})


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


def listed(parse: Parse, verb: Token, subjects: tuple[int, ...]) -> tuple[int, ...]:
    """Names that a headline puts before its subject with a comma: `Putin, Xi hold talks`."""
    first = parse.tokens[subjects[0]]
    before = [kid for kid in parse.kids(verb.i) if kid.dep in {"dep", "npadvmod"}]
    many = verb.tag == "VBP" and first.tag.startswith("NNP")
    return tuple(
        kid.i
        for kid in before
        if many and kid.tag == "NNP" and kid.i == first.i - 2
        if parse.tokens[first.i - 1].text == ","
    )


def subjects(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The subjects of a verb, without what only stresses one: `who had himself been shot`."""
    own = children(parse, verb, *SUBJECTS)
    plain = (i for i in own if not parse.tokens[i].lower.endswith(("self", "selves")))
    return (
        _named_once(parse, verb, tuple(plain) or own) if len(own) > 1 else _acting(parse, own)
    )


def _acting(parse: Parse, found: tuple[int, ...]) -> tuple[int, ...]:
    """A subject without the source named before it, if the parser took both for one list.

    `According to the mayor, Ana Moss, Quill left`.
    """
    if not found or parse.tokens[parse.sentence_of(found[0]).first].lower != _SOURCE:
        return found
    several = expand(parse, found)
    last = min(parse.subtree(several[-1]))
    apart = len(several) > 1 and parse.tokens[last - 1].text == ","
    return several[-1:] if apart and parse.tokens[found[0]].dep in SUBJECTS else found


def _named_once(parse: Parse, verb: Token, found: tuple[int, ...]) -> tuple[int, ...]:
    """The subjects of a verb, a noun and the name that it describes taken for one.

    `A nurse from Lima, Moss was freed`; `Members of the band Quill left`.
    """
    if len(found) != _PAIR or found[1] > verb.i:
        return found
    noun, name = (parse.tokens[i] for i in found)
    if noun.tag[:3] not in {"NN", "NNS"} or not name.tag.startswith("NNP"):
        return found
    before = parse.tokens[min(parse.subtree(name.i)) - 1]
    if before.text == ",":
        described = children(parse, noun, "det") and noun.tag == "NN"
        return (name.i,) if described else found
    return (noun.i,) if before.i in parse.subtree(noun.i) else found


def owners(parse: Parse, noun: Token) -> tuple[int, ...]:
    """Whose a noun is, all of them: `Moss and Bell's trial`, however it was parsed."""
    own = expand(parse, children(parse, noun, "poss"))
    first = parse.tokens[noun.head]
    if noun.dep != "conj" or not own or not first.tag.startswith("NNP"):
        return own
    name = parse.tokens[min(own)]
    before = parse.tokens[min(parse.subtree(name.i)) - 1]
    joined = before.dep == "cc" and before.i == first.i + 1 and name.tag.startswith("NNP")
    return (first.i, *own) if joined else own


def objects(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The direct objects of a verb, relative pronouns put back to what they stand for."""
    own = children(parse, verb, "dobj") or _fleeing(parse, verb)
    return antecedents(parse, verb, own) if own else ()


def _fleeing(parse: Parse, verb: Token) -> tuple[int, ...]:
    """An object that the parser took for the subject of what it is doing.

    `accepted refugees fleeing the war`.
    """
    return tuple(
        noun
        for kid in parse.kids(verb.i)
        if kid.dep == "ccomp" and kid.tag == "VBG" and not children(parse, kid, "aux", "mark")
        for noun in children(parse, kid, "nsubj")
        if noun > verb.i and parse.tokens[noun].tag.startswith("NN")
    )


def datives(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The nouns to whom something is given where no preposition says so."""
    return tuple(
        kid.i
        for kid in parse.kids(verb.i)
        if kid.dep == "dative" and kid.tag[:2] in {"NN", "PR"}
    )


def antecedents(parse: Parse, verb: Token, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Relative pronouns replaced by the noun that the relative clause hangs from."""
    clause = verb
    for _ in range(_CLIMB):
        if clause.dep in {"relcl", "acl"} or clause.head == clause.i:
            break
        clause = parse.tokens[clause.head]
    noun = parse.tokens[clause.head]
    if clause.dep not in {"relcl", "acl"}:
        return heads
    return tuple(
        noun.i
        if parse.tokens[head].tag in RELATIVES
        or (parse.tokens[head].lower == "that" and parse.tokens[head].tag != "DT")
        else head
        for head in heads
    )


def agents(parse: Parse, verb: Token) -> tuple[int, ...]:
    """Who a passive says did it: under `by`, or before a hyphen (`Moscow-backed`)."""
    found: list[int] = []
    for kid in parse.kids(verb.i):
        if kid.dep == "agent" or (kid.dep == "prep" and kid.lower == "by"):
            found.extend(children(parse, kid, "pobj"))
        elif kid.dep in {"npadvmod", "compound", "nmod", "amod"} and hyphened(parse, kid, verb):
            found.append(kid.i)
    return tuple(found) or _far_agents(parse, verb) or _shared_agents(parse, verb)


def _shared_agents(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The agent of the passive that goes on from one: `was shot and killed by police`."""
    for kid in parse.kids(verb.i):
        if kid.dep == "conj" and kid.tag == "VBN" and not children(parse, kid, "auxpass"):
            return agents(parse, kid) if is_passive(parse, verb) else ()
    return ()


def _far_agents(parse: Parse, verb: Token) -> tuple[int, ...]:
    """The agent of a passive that the parser hung from a noun before it.

    `was flown to the village by the army`, `was criticised in a statement by the union`.
    """
    if verb.tag != "VBN":
        return ()
    placing = (k for k in parse.kids(verb.i) if k.dep == "prep" and k.lower in _PLACING)
    return tuple(
        index
        for preposition in placing
        for noun in children(parse, preposition, "pobj")
        for kid in parse.kids(noun)
        if kid.dep == "prep" and kid.lower == "by"
        for index in children(parse, kid, "pobj")
    )


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
    for _ in range(_CLIMB):
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


#: Adverbs that make one preposition with `of`, and that the parser may hang from it.
_BEFORE_OF = frozenset({"instead", "because", "ahead", "regardless", "irrespective"})


def prepositions(parse: Parse, token: Token) -> dict[str, tuple[int, ...]]:
    """What stands under each preposition of a token; compound ones as one (`out of`).

    A clause under a preposition (`accused of shelling`) is given by its verb.
    """
    found: dict[str, tuple[int, ...]] = {}
    for kid in parse.kids(token.i):
        if kid.dep not in {"prep", "agent", "dative", "prt", "advmod"} or kid.tag not in {
            "IN",
            "TO",
            "RP",
            "VBG",
            "VBN",
            "RB",
        }:
            continue
        name, last = kid.lower, kid
        before = parse.tokens[max(0, kid.i - 1)]
        if before.head == kid.i and before.lower in _BEFORE_OF:
            name = f"{before.lower} {name}"
        while True:
            deeper = [k for k in parse.kids(last.i) if k.dep == "prep" and k.i == last.i + 1]
            if not deeper:
                break
            last = deeper[0]
            name = f"{name} {last.lower}"
        under = expand(parse, children(parse, last, "pobj", "pcomp"))
        if under:
            found[name] = found.get(name, ()) + under
            if kid.tag == "RB" and last.lower not in {kid.lower, "of"}:
                found[last.lower] = found.get(last.lower, ()) + under  # `pulled back from`
    called = children(parse, token, "oprd")
    if called:  # `named her minister` is `named her as minister`
        found["as"] = found.get("as", ()) + expand(parse, called)
    return found


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
