"""Whether confidences mean something."""

import pytest

from tocsin.evaluate.calibration import Case, expected_error, reliability, show_calibration


def cases(confidence, right, wrong, field="type"):
    return [Case(field, "m.v1", confidence, n < right) for n in range(right + wrong)]


def test_statements_that_are_right_as_often_as_they_are_sure_have_no_error():
    assert expected_error(cases(0.8, 8, 2) + cases(0.5, 5, 5)) == pytest.approx(0.0)


def test_the_error_is_the_gap_weighted_by_the_statements_of_each_bin():
    assert expected_error(cases(0.9, 0, 10) + cases(0.5, 15, 15)) == pytest.approx(0.9 * 10 / 40)


def test_no_statement_has_no_error():
    assert expected_error([]) is None


def test_reliability_goes_up_from_the_least_sure():
    assert reliability(cases(0.95, 3, 1) + cases(0.05, 0, 2)) == [
        (pytest.approx(0.05), 0.0, 2),
        (pytest.approx(0.95), 0.75, 4),
    ]


def test_the_table_has_a_line_for_each_field_told_and_for_all():
    page = show_calibration(cases(0.8, 8, 2) + cases(0.6, 1, 1, "when"))
    assert "| type | 10 | 0.800 | 0.800 | 0.000 |" in page
    assert "| when | 2 | 0.500 | 0.600 | 0.100 |" in page
    assert "| all | 12 |" in page
    assert "responsibility" not in page
