"""Settings survive a round trip, a broken file, an older and a newer program."""

import pytest

from guardian_app.errors import SettingsError
from guardian_app.model import Language
from guardian_app.settings import Settings, Theme, load, options, save, system_language

CHOSEN = Settings(language=Language.EN, large=True, theme=Theme.DARK)


def test_what_is_saved_is_loaded_again(tmp_path):
    path = tmp_path / "new" / "settings.toml"
    save(CHOSEN, path)
    assert load(path) == CHOSEN


def test_without_a_file_everything_is_at_its_default(tmp_path):
    loaded = load(tmp_path / "settings.toml")
    assert loaded.theme is Theme.SYSTEM
    assert loaded.large is False


def test_saving_leaves_nothing_but_the_file(tmp_path):
    path = tmp_path / "settings.toml"
    save(CHOSEN, path)
    save(Settings(language=Language.ZH), path)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "content",
    [b"large =", b"large = 3", b'theme = "pink"', b'language = "tlh"', b"\xff\xfe\x00", b"[[["],
)
def test_a_broken_file_is_told_and_kept(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError) as error:
        load(path)
    assert error.value.key == "errors.settings_unreadable"
    assert path.read_bytes() == content
    save(CHOSEN, path)
    assert load(path) == CHOSEN
    assert (tmp_path / "settings.toml.broken").read_bytes() == content


def test_a_field_of_a_newer_program_is_passed_over(tmp_path):
    path = tmp_path / "settings.toml"
    path.write_text('large = true\nvoice = "slow"\n', encoding="utf-8")
    assert load(path).large is True


def test_a_place_that_cannot_be_written_to_is_told(tmp_path):
    place = tmp_path / "file"
    place.write_text("", encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        save(CHOSEN, place / "settings.toml")
    assert error.value.key == "errors.settings_unwritable"


def test_a_folder_in_the_way_is_told_and_left_alone(tmp_path):
    path = tmp_path / "settings.toml"
    path.mkdir()
    with pytest.raises(SettingsError):
        load(path)
    with pytest.raises(SettingsError):
        save(CHOSEN, path)
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


def test_each_option_is_declared_once_with_all_its_values():
    assert [(option.name, option.sentence) for option in options()] == [
        (name, f"settings.{name}") for name in Settings.__struct_fields__
    ]
    for option in options():
        assert len(option.values) >= 2


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, Language.ZH),
        ({"LANG": "zh_TW"}, Language.ZH),
        ({"LANG": "en_GB.UTF-8"}, Language.EN),
        ({"LANG": "de_DE"}, Language.EN),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, Language.EN),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, Language.ZH),
        ({"LANG": "C.UTF-8"}, Language.ZH),
        ({}, Language.ZH),
    ],
)
def test_the_machine_decides_the_language_and_silence_means_chinese(environment, language):
    assert system_language(environment) is language
