"""Who is named, who is spoken for, and to whom numbers and domains belong."""

import pytest

from guardian_app.engine.directory import Directory
from guardian_app.engine.normalise import Normaliser
from guardian_app.knowledge.folder import read_folder
from guardian_app.model import Grade
from guardian_app.paths import resources


@pytest.fixture(scope="module")
def pack():
    return read_folder(resources() / "knowledge")[0]


@pytest.fixture(scope="module")
def directory(pack):
    return Directory(pack)


@pytest.fixture(scope="module")
def normalise(pack):
    return Normaliser(pack.letters)


@pytest.mark.parametrize(
    ("text", "speaks", "named"),
    [
        ("【工商银行】您的账户有变动", ["icbc"], []),
        ("您的账户有变动，人民币100.00元。[招商银行]", ["cmb"], []),
        ("您的积分即将过期请登录手机银行查询建设银行", ["ccb"], []),
        ("尊敬的工行客户，您的密码器即将失效", ["icbc"], []),
        ("我是平安人寿的客服", ["ping-an-life"], []),
        ("有人自称银保监会，让我交钱", ["hotline-12378"], []),
        ("接到抖音客服的电话", ["douyin"], []),
        ("我行提醒您，农业银行不会收费", ["abc-bank"], []),
        ("This is China Pacific customer service", ["cpic-life"], []),
        ("She said she was from ICBC", ["icbc"], []),
        ("我在平安人寿买过保险", [], ["ping-an-life"]),
        ("如有疑问请拨打中国人寿客服热线", [], ["china-life"]),
        ("I bought a policy from nobody, my bank is HSBC", [], ["hsbc-china"]),
        ("【泰康人寿】您在工商银行的扣款失败", ["taikang-life"], ["icbc"]),
        # longer names win
        ("中国银行保险监督管理委员会的人", [], ["hotline-12378"]),
        ("【中国人寿财险】续保提醒", ["china-life-pc"], []),
        # names inside other words
        ("我住在北京东路，提交行程单", [], []),
        ("中国银行业协会的施工行为", [], []),
        ("感谢公众安全意识", [], []),
        ("移动一下，大家平安，阳光很好，我太平了", [], []),
        ("加我微信", [], []),
        ("cabcicbcx and picca", [], []),
        ("", [], []),
    ],
)
def test_names_are_found_and_told_apart(directory, normalise, text, speaks, named):
    normal = normalise(text).text
    assert list(directory.speaks_for(normal)) == speaks
    assert list(directory.claimed(normal)) == speaks + named


def test_a_name_of_several_firms_gives_all_of_them(directory):
    assert set(directory.claimed("your aia policy")) == {"aia-china", "hk-aia", "sg-aia"}


@pytest.mark.parametrize(
    ("number", "owner"),
    [
        ("95519", "china-life"), ("955 19", "china-life"), ("400-820-3588", "aia-china"),
        ("4008203588", "aia-china"), ("+85222328888", "hk-aia"), ("22328888", "hk-aia"),
        ("110", "hotline-110"), ("400-000-0000", None), ("", None),
    ],
)  # fmt: skip
def test_numbers_have_owners(directory, number, owner):
    owners = directory.owners_of_number(number)
    assert owner in owners if owner else owners == ()


@pytest.mark.parametrize(
    ("host", "name", "grade"),
    [
        ("www.icbc.com.cn", "icbc.com.cn", Grade.HIGH),
        ("icbc.com.cn", "icbc.com.cn", Grade.HIGH),
        ("icbc.com.cn.example.top", None, None),
        ("notpingan.com", None, None),
        ("e95555.cn", "e95555.cn", Grade.LOW),
    ],
)
def test_domains_have_owners(directory, host, name, grade):
    owned = directory.owned_domain(host)
    assert (owned and (owned[0], owned[2])) == (name and (name, grade))


def test_firms_of_one_house_are_related(directory):
    assert directory.are_related(["china-life"], ["china-life-pc"])
    assert directory.are_related(["ping-an-bank"], ["ping-an-life"])
    assert directory.are_related(["ruizhong-life"], ["hua-xia-life"])
    assert not directory.are_related(["icbc"], ["ccb"])


def test_every_official_domain_is_its_own_brand_and_imitates_none(directory, pack):
    for institution in pack.institutions:
        for domain in institution.domains:
            assert directory.owned_domain("www." + domain.name)


def test_successors_and_predecessors_answer_each_other(pack):
    by_id = {each.id: each for each in pack.institutions}
    for institution in pack.institutions:
        if institution.successor:
            assert not institution.active
            assert by_id[institution.successor].predecessor == institution.id
