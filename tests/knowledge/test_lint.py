"""A folder that is tampered with in one way shows that one fault, with file and field."""

import shutil

import pytest

from guardian_app import paths
from guardian_app.engine import check, signs_meant
from guardian_app.knowledge import find_faults

FOLDER = paths.resources() / "knowledge"
KEPT = {
    "asks-otp", "asks-scan-qr", "asks-face-scan", "asks-screen-share", "fake-cancel-million-cover",
    "genuine-code-notice", "claims-service-desk", "story-million-cover",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """A copy with few signs and schemes: what else is missed there are faults of other files."""
    copy = tmp_path / "knowledge"
    shutil.copytree(FOLDER, copy)
    for file in (*copy.glob("signs/*.toml"), *copy.glob("schemes/*.toml")):
        if file.stem not in KEPT:
            file.unlink()
    return copy


@pytest.fixture
def whole(tmp_path):
    copy = tmp_path / "whole"
    shutil.copytree(FOLDER, copy)
    return copy


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


OTP = "signs/asks-otp.toml"
SHARE = "signs/asks-screen-share.toml"
UNLESS_ZH = "[unless]\nzh = ["
ALONE = "alone takes the sign away"
MILLION = "schemes/fake-cancel-million-cover.toml"


@pytest.mark.parametrize(
    ("file", "edit", "field", "problem"),
    [
        (OTP, ('id = "asks-otp"', 'id = "asks-other"'), "id", "not the name"),
        (OTP, ('kind = "request"', 'kind = "wish"'), "kind", "wish"),
        (OTP, ("decides = true", 'decides = "yes"'), "decides", "bool"),
        (OTP, ("decides = true", "decides = true\nsurprise = 1"), "", "surprise"),
        (OTP, ("zh = [", "zh = [ '(?=x)',"), "patterns.zh[0]", "RE2"),
        (OTP, ("zh = [", "zh = [ '{no_such_class}',"), "patterns.zh[0]", "no word class"),
        (OTP, ("zh = [", "zh = [ '驗證碼',"), "patterns.zh[0]", "never occurs"),
        (OTP, ("zh = [", "zh = [ 'x*',"), "patterns.zh[0]", "where nothing is"),
        (SHARE, (UNLESS_ZH, UNLESS_ZH + " '官方(?:app|应用)',"), "unless.zh[0]", ALONE),
        (SHARE, (UNLESS_ZH, UNLESS_ZH + " '95[0-9]{3}',"), "unless.zh[0]", ALONE),
        (SHARE, (UNLESS_ZH, UNLESS_ZH + " '会诊|中国人寿',"), "unless.zh[0]", ALONE),
        (MILLION, ("core = [", 'core = ["no-such-sign",'), "signs.core", "no-such-sign"),
        (MILLION, ("contacts = [", 'contacts = ["hotline-12377",'), "contacts", "no confirmed"),
        (MILLION, ("wants = [", 'wants = ["no-such-ask",'), "wants", "no-such-ask"),
        ("weights.toml", ("caution = 0.5", "caution = 0.99"), "caution", "below danger"),
        ("about.toml", ("date =", "date"), "", ""),
    ],
)
def test_a_fault_names_file_and_field(folder, file, edit, field, problem):
    change(folder / file, *edit)
    faults = [each for each in find_faults(folder, check, signs_meant) if each.file == file]
    assert any(each.field == field and problem in each.problem for each in faults), faults


def test_every_broken_file_is_reported_not_only_the_first(folder):
    for name in ("asks-otp", "asks-scan-qr", "asks-face-scan"):
        (folder / f"signs/{name}.toml").write_bytes(b"\xff")
    files = {each.file for each in find_faults(folder, check, signs_meant)}
    assert {"signs/asks-otp.toml", "signs/asks-scan-qr.toml", "signs/asks-face-scan.toml"} <= files


def test_a_hit_that_is_not_seen_and_a_harmless_message_that_is_raised_are_faults(whole):
    folder = whole
    change(folder / OTP, "[hits]\nzh = [", "[hits]\nzh = [ '今天天气很好',")
    kind = next(iter(sorted((folder / "harmless").glob("*.toml"))))
    with kind.open("a", encoding="utf-8") as file:
        file.write('\n[[messages]]\ntext = "您的百万保障到期，请共享屏幕并把验证码告诉我取消"\n')
    faults = find_faults(folder, check, signs_meant)
    assert any(each.file == OTP and each.field == "hits.zh[0]" for each in faults)
    assert any(each.file == f"harmless/{kind.name}" for each in faults)


def test_an_act_done_at_the_counter_may_take_a_sign_away(folder):
    change(folder / SHARE, UNLESS_ZH, UNLESS_ZH + " '到~柜面办理',")
    assert not [each for each in find_faults(folder, check, signs_meant) if each.file == SHARE]
