"""Act: an event as one proposition tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

#: The type of entries that say that their words name no event.
NOTHING = "NONE"
#: What somebody is told to do, where the words name no other act.
DUTY = "DUTY"
#: What is said of somebody: an event of whoever says it, and of nobody else.
STANCES = {"FAULTED": "ACCUSE", "BLAMED": "ACCUSE", "PRAISED": "SUPPORT", DUTY: "REQUEST"}
#: The mode that a stance gives to the event.
STANCE_MODES = {"FAULTED": "disapprove", "BLAMED": "allege", DUTY: "change"}

#: Pronouns by which speakers mean themselves.
FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our", "ourselves", "myself"})


@dataclass(frozen=True, slots=True)
class Act:
    """An event as one proposition tells it, before it has time, place and speaker.

    Attributes:
        head: the token that names it.
        anchor: the verb or noun whose tense and negation hold for it: a light verb for
            its noun, an operator for what it governs.
        trigger: all tokens that name it.
        actors, recipients: tokens that name the parties; a recipient that cannot act
            itself may stand as `bare`.
        status: fixed by an operator, None where the text around it decides.
        voice: the token whose speakers vouch for it, where that is not the anchor: what is
            denied is the denier's word.
        taken: tokens of other acts that this one has taken in.
        named: the noun by which its clause names it, where its head is a verb.
        how: for each slot, how it was found, in plain words.
    """

    type: str
    rule: str
    head: int
    anchor: int
    trigger: tuple[int, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    actors: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    bare: int | None = None
    mutual: bool = False
    status: str | None = None
    voice: int | None = None
    implied: str | None = None
    noun: bool = False
    light: bool = False
    weight: int = 0
    taken: frozenset[int] = frozenset()
    named: int | None = None
    how: dict[str, str] = field(default_factory=dict)

    @property
    def parties(self) -> bool:
        """Whether anybody is said to act or to be acted on."""
        return bool(self.actors or self.recipients or self.bare is not None or self.implied)
