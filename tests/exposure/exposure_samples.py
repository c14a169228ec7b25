"""Shares of a made-up person."""

from guardian_app.model import Share, Stage

LIFE = Share(
    id=1, institution="life-a", product="critical-illness", stage=Stage.UNDERWRITING,
    date="2021-05-01", kinds=("name", "phone", "id-number", "card-no", "health-history"),
)  # fmt: skip
BROKER = Share(
    id=2, name="某某经纪", product="critical-illness", stage=Stage.QUOTE, date="2025-03-12",
    kinds=("name", "id-number", "card-no", "face", "family", "no-such-kind"),
)  # fmt: skip
MOTOR = Share(
    id=3, institution="motor-b", product="motor", stage=Stage.UNDERWRITING, date="2024-01-01",
    kinds=("name", "phone", "plate"),
)  # fmt: skip
SHARES = (LIFE, BROKER, MOTOR)
