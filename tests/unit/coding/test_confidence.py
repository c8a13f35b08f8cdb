"""Confidence follows what a claim rests on."""

from pathlib import Path

import pytest

import dateline
from dateline.errors import LexiconError


def _confidence(coder: dateline.Coder, text: str, type_: str) -> float:
    return next(c.confidence for c in coder.code(text).claims if c.type == type_)


@pytest.mark.parametrize(
    ("surer", "less", "type_"),
    [
        (  # told as the news, and in passing
            "Gunmen shot the mayor of Oslo.",
            "The widow prayed for the gunmen who shot the mayor of Oslo.",
            "ASSAULT",
        ),
        ("The king met the rebels.", "The king died after he met the rebels.", "CONSULT"),
        ("The army took Gao.", "The army may take Gao.", "COERCE"),
        ("Police attacked the camp in Mali.", "Somebody attacked the camp in Mali.", "ASSAULT"),
        (
            "Soldiers shelled a camp in Mali.",
            "A nurse said that soldiers shelled a camp in Mali.",
            "ASSAULT",
        ),
    ],
)
def test_some_claims_are_surer_than_others(
    coder: dateline.Coder, surer: str, less: str, type_: str
) -> None:
    assert _confidence(coder, surer, type_) > _confidence(coder, less, type_)


def test_a_clause_further_below_is_in_passing_too(coder: dateline.Coder) -> None:
    near = "The widow prayed for the men who shot the mayor of Oslo."
    far = "The widow prayed for the men who said that gunmen shot the mayor of Oslo."
    main = "Gunmen said on Monday that they shot the mayor of Oslo."
    assert _confidence(coder, near, "ASSAULT") < _confidence(coder, main, "ASSAULT")
    assert _confidence(coder, far, "ASSAULT") < _confidence(coder, main, "ASSAULT")


def test_a_folder_can_set_a_weight(tmp_path: Path) -> None:
    text = "Soldiers shelled a camp in Mali."
    (tmp_path / "confidence.csv").write_text("term,weight,meaning\nany,-9,any claim\n")
    (claim,) = dateline.load(lexicon=[tmp_path], min_confidence=0).code(text).claims
    assert claim.confidence < 0.01


def test_what_is_more_likely_wrong_than_right_is_left_out_and_said(tmp_path: Path) -> None:
    (tmp_path / "confidence.csv").write_text("term,weight,meaning\nany,-9,any claim\n")
    coder = dateline.load(lexicon=[tmp_path])
    record, coded = coder.explain(dateline.Raw(id="1", text="Soldiers shelled a camp in Mali."))
    assert record.claims == ()
    (left,) = (act.reason for act in coded.dropped if act.type == "ASSAULT")
    assert left.startswith("has a confidence of 0.0")


def test_a_table_without_a_term_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "replaces.txt").write_text("confidence.csv\n")
    (tmp_path / "confidence.csv").write_text("term,weight,meaning\nany,1.0,any claim\n")
    with pytest.raises(LexiconError, match="no term"):
        dateline.load(lexicon=[tmp_path])
