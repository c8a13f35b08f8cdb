"""Fingerprints of a text: few numbers that two texts share where they say the same words.

A text is taken as its letters alone, so that case, punctuation, figures, line breaks and
split words make no difference. Every run of letters of one length has a hash, and of those
that stand near each other the least is kept (winnowing; Schleimer, Wilkerson and Aiken,
Winnowing: local algorithms for document fingerprinting, SIGMOD 2003): wherever two texts
agree over `SURE` letters, they have a fingerprint in common.
"""

from __future__ import annotations

import unicodedata
from hashlib import blake2b
from typing import TypeAlias

import msgspec
import numpy as np
import numpy.typing as npt

Numbers: TypeAlias = npt.NDArray[np.uint32]

#: Letters in a run: three words or so. Shorter runs are shared by chance, and longer ones
#: are broken by a scanner's mistakes, one in some forty letters where it reads badly.
RUN = 16
#: Of the hashes of so many runs that follow each other, the least is kept: about one in eight.
WINDOW = 16
#: Texts that agree over so many letters share a fingerprint.
SURE = RUN + WINDOW - 1

_DIGEST_BYTES = 16
_STORED = np.dtype("<u4")
#: Packed, the sizes of the text and of its parts stand before these.
_SIZES = 3
_SMALL = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz")
_NO_LETTERS = bytes({*range(128)} - {*b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"})
_FIGURES = bytes(code if chr(code).isdecimal() else 32 for code in range(256))
#: Odd numbers without pattern: runs are hashed by the powers of the first, from Knuth's
#: congruential generator, and their bits mixed by the second, from the golden ratio.
_BASE = 1664525
_MIX = np.uint32(0x9E3779B9)


class Fingerprints(msgspec.Struct, frozen=True, eq=False, gc=False):
    """What is kept of a text to know it again.

    Attributes:
        marks: the hashes, each once, sorted.
        places: for each mark, the letter of the text that its run begins with.
        letters: how many letters the text has.
        digest: equal for texts whose letters and figures are the same.
        figures: the numbers in the text, each once, sorted.
    """

    marks: Numbers
    places: Numbers
    letters: int
    digest: bytes
    figures: Numbers


def fingerprints(text: str) -> Fingerprints:
    """The fingerprints of a text; the same on every machine and in every process."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    latin = plain.encode("ascii", "ignore")
    letters = _letters(plain, latin)
    numbers = latin.translate(_FIGURES).split()
    digest = blake2b(letters.tobytes(), digest_size=_DIGEST_BYTES)
    digest.update(b" ".join(numbers))
    hashes = _hashes(letters.astype(np.uint32))
    kept = np.flatnonzero(_closing(hashes) == hashes)
    marks, places = _first_places(hashes[kept], kept)
    return Fingerprints(marks, places, len(letters), digest.digest(), _figures(numbers))


def _letters(plain: str, latin: bytes) -> npt.NDArray[np.uint8] | Numbers:
    """The letters of a text as numbers: the Latin ones, or all if most are of other scripts."""
    small = latin.translate(_SMALL, _NO_LETTERS)
    if len(small) * 4 < len(plain):
        letters = "".join(filter(str.isalpha, plain.casefold()))
        if len(letters) > 2 * len(small):
            return np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.frombuffer(small, np.uint8)


def _hashes(letters: Numbers) -> Numbers:
    """The hash of each run of letters, from those of its halves; `RUN` is a power of two."""
    hashes, length = letters, 1
    while length < RUN:
        factor = np.uint32(pow(_BASE, length, 2**32))
        hashes = hashes[:-length] * factor + hashes[length:]
        length *= 2
    hashes = (hashes ^ (hashes >> np.uint32(16))) * _MIX
    return hashes ^ (hashes >> np.uint32(15))


def _closing(hashes: Numbers) -> Numbers:
    """For each run the greatest of the least hashes of all windows that it stands in.

    It is the run's own hash where one of them has that for its least.
    """
    window = min(WINDOW, len(hashes))
    if window < 2:
        return hashes
    least = _extremes(hashes, window, np.minimum)
    none = np.zeros(window - 1, np.uint32)
    return _extremes(np.concatenate((none, least, none)), window, np.maximum)


def _extremes(hashes: Numbers, window: int, extreme: np.ufunc) -> Numbers:
    """The least or greatest of each `window` numbers that follow each other."""
    done = 1
    while done < window:
        step = min(done, window - done)
        hashes = extreme(hashes[:-step], hashes[step:])
        done += step
    return hashes


def _first_places(
    hashes: Numbers, places: npt.NDArray[np.signedinteger]
) -> tuple[Numbers, Numbers]:
    """The hashes, each once and sorted, and the first place of each."""
    both = hashes.astype(np.uint64) << np.uint64(32) | places.astype(np.uint64)
    both.sort()
    marks = (both >> np.uint64(32)).astype(np.uint32)
    new = np.ones(len(marks), np.bool_)
    np.not_equal(marks[1:], marks[:-1], out=new[1:])
    return marks[new], both[new].astype(np.uint32)


def _figures(numbers: list[bytes]) -> Numbers:
    """The numbers of a text, each once, cut to nine digits."""
    return np.array(sorted({int(number[-9:]) for number in numbers}), np.uint32)


def pack(prints: Fingerprints) -> bytes:
    """Fingerprints as bytes, to be kept; four for each number, least significant first."""
    sizes = np.array((prints.letters, len(prints.marks), len(prints.figures)), _STORED)
    arrays = (sizes, prints.marks, prints.places, prints.figures)
    return prints.digest + b"".join(array.astype(_STORED).tobytes() for array in arrays)


def unpack(data: bytes) -> Fingerprints:
    """The fingerprints that were packed."""
    numbers = np.frombuffer(data, _STORED, offset=_DIGEST_BYTES)
    letters, marks, _ = numbers[:_SIZES].tolist()
    places = _SIZES + marks
    figures = places + marks
    return Fingerprints(
        numbers[_SIZES:places],
        numbers[places:figures],
        letters,
        digest_of(data),
        numbers[figures:],
    )


def digest_of(data: bytes) -> bytes:
    """The digest in fingerprints that were packed."""
    return data[:_DIGEST_BYTES]


def letters_of(data: bytes) -> int:
    """How many letters the text has whose fingerprints were packed."""
    return _size(data, 0)


def count_of(data: bytes) -> int:
    """How many marks are in fingerprints that were packed."""
    return _size(data, 1)


def _size(data: bytes, number: int) -> int:
    start = _DIGEST_BYTES + number * _STORED.itemsize
    return int.from_bytes(data[start : start + _STORED.itemsize], "little")
