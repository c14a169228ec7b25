"""An institution is found by what a person knows of it."""

import pytest

from guardian_app.exposure import find_institutions, institution_meant, institutions_named


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("china-life", "china-life"),
        ("中国人寿保险股份有限公司", "china-life"),
        ("zhongan", "zhongan-online"),
        ("众安", "zhongan-online"),
    ],
)
def test_the_likeliest_stands_first(knowledge, text, first):
    assert find_institutions(text, knowledge)[0].id == first


def test_every_id_means_its_own_institution(knowledge):
    for institution in knowledge.institutions:
        assert institution_meant(institution.id, knowledge) == institution


def test_a_name_or_number_that_several_share_means_none_of_them(knowledge):
    for text in ("China Life", "95519"):
        assert len(institutions_named(text, knowledge)) > 1
        assert institution_meant(text, knowledge) is None


@pytest.mark.parametrize("text", ["", "  ", "95", "no such house", "\ud800"])
def test_what_names_nobody_finds_nobody(knowledge, text):
    assert institution_meant(text, knowledge) is None
    assert institutions_named(text, knowledge) == ()


def test_a_part_of_a_number_finds_whose_it_may_be(knowledge):
    found = find_institutions("9551", knowledge)
    assert found
    assert all(any("9551" in line.number for line in each.hotlines) for each in found)
