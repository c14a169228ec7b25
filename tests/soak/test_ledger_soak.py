"""A thousand kills: uv run pytest -m soak tests/soak/test_ledger_soak.py"""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "ledger"))

from crashes import kill_and_look
from ledger_samples import SECRET

from guardian_app import ledger
from guardian_app.ledger import wrapping


@pytest.mark.soak
def test_nothing_acknowledged_is_lost_in_a_thousand_kills(tmp_path, monkeypatch):
    monkeypatch.setattr(wrapping, "MEMORY_KIB", 64)
    acts = 0
    for part in range(20):  # entries pile up, so a fresh ledger now and then
        folder = tmp_path / f"ledger-{part}"
        ledger.create(folder, SECRET)[0].lock()
        acts += kill_and_look(folder, rounds=50, seed=part)
    print(f"{acts} acts were acknowledged in 1,000 rounds")
