"""The yardstick reads its folder, hands the reader text and date only, and shows the table of 1992."""

from __future__ import annotations

import json

import pytest

from tocsin.errors import InputError
from tocsin.evaluate.yardsticks.muc4 import measure
from tocsin.evaluate.yardsticks.muc4.corpus import FILES, read_header, split_report

TEXT = (
    "TST1-MUC3-0901\n\n   GUATEMALA CITY, 4 FEB 90 (AP) -- [REPORT] [TEXT] A FARMER WAS KILLED IN\n"
    "FLORES.\n\n   NOBODY ELSE -- IT SEEMS -- WAS HURT."
)
SLOTS = {
    "INCIDENT: DATE": ["- 04 FEB 90"],
    "INCIDENT: LOCATION": ["GUATEMALA: FLORES (CITY)"],
    "INCIDENT: TYPE": ["ATTACK"],
    "HUM TGT: DESCRIPTION": ['"FARMER"'],
    "HUM TGT: EFFECT OF INCIDENT": ['DEATH: "FARMER"'],
}


@pytest.fixture
def folder(tmp_path):
    template = {"template": "1", "optional": False, "slots": SLOTS}
    rows = {
        FILES[0]: [{"docid": "TST1-MUC3-0901", "text": TEXT, "templates": [template]}],
        FILES[1]: [{"docid": "TST2-MUC4-0901", "text": TEXT, "templates": []}],
        FILES[2]: [{"docid": name, "templates": []} for name in ("TST1-MUC3-0901", "TST2-MUC4-0901")],
    }
    for name, lines in rows.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return tmp_path


def nothing(row):
    return {"report": {"id": row["id"], "relevant": False}, "mentions": []}


def test_the_reader_gets_the_body_and_the_date(folder):
    seen = []

    def read(row):
        seen.append(row)
        return nothing(row)

    scores = measure(folder, read, 1)
    assert seen == [
        {
            "id": "TST1-MUC3-0901",
            "text": "A FARMER WAS KILLED IN FLORES.\n\nNOBODY ELSE -- IT SEEMS -- WAS HURT.",
            "published": "1990-02-04",
        }
    ]
    assert scores.n_reports == 1
    assert scores.values()["all_f"] == 0
    assert [miss.gold for miss in scores.errors["hum-tgt-desc"]] == ["FARMER"]


def test_a_crash_is_listed_and_misses_everything(folder):
    def read(_):
        message = "boom"
        raise RuntimeError(message)

    scores = measure(folder, read)
    assert [crash.error for crash in scores.crashes] == ["RuntimeError: boom"] * 2
    assert scores.errors["inc-type"][0].kind == "crash"
    assert "could not read" in scores.show_table()


def test_the_table_and_the_page_show_every_slot(folder):
    scores = measure(folder, nothing)
    for shown in (scores.show_table(), scores.show_markdown("tocsin evaluate --as muc4 muc4")):
        assert "hum-tgt-effect" in shown
        assert "ALL TEMPLATES" in shown
        assert "CEAF-RME phi-3" in shown
    assert scores.as_dict()["slots"]["inc-date"]["MIS"] == 1


def test_a_folder_without_the_files_is_refused(tmp_path):
    with pytest.raises(InputError, match="E180"):
        measure(tmp_path, nothing)


def test_headers():
    dateline, body = split_report(TEXT)
    assert dateline == "GUATEMALA CITY, 4 FEB 90 (AP)"
    assert body.startswith("A FARMER")
    assert read_header("MANAGUA (NICARAGUA), NO DATE (RADIO)").published is None
    assert read_header("CLANDESTINE (EL SALVADOR), 20 NOV 89").country == "SV"


@pytest.mark.shared
def test_the_shared_collection_is_read_whole(shared_data):
    scores = measure(shared_data / "muc4", nothing)
    assert scores.n_reports == 200
    assert not scores.crashes
    assert scores.rows()["template-id"].mis == 160  # 191 templates, 31 of them optional
    assert scores.phi3.due == 863
