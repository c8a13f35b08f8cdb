"""CAMEO codes of claims."""

import pytest

import dateline


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The union demanded the release of prisoners in Peru.", "1053"),
        ("Norway called for the release of prisoners in Peru.", "0253"),
        ("Norway demanded that Chad lift the sanctions.", "1054"),
        ("Norway urged Chad to lift the sanctions.", "0254"),
        ("Chad accused Kenya of war crimes.", "1124"),
        ("Kenya launched an inquiry into war crimes in Chad.", "094"),
        ("Nurses in Lima went on strike over pay.", "143"),
        ("Chad will free the prisoners.", "035"),
        ("Chad refused to free the prisoners.", "1243"),
        ("Norway agreed to meet Chad.", "036"),
        ("Chad threatened to bomb Kenya.", "138"),
        ("Norway sent food to Chad.", "073"),
        ("Norway sent tanks to Chad.", "072"),
    ],
)
def test_the_finest_code_that_the_words_support(
    coder: dateline.Coder, text: str, code: str
) -> None:
    assert coder.code(text).claims[0].cameo == code
