"""What links show. Every domain here is official, documented as false, or made up."""

import subprocess
import sys

import pytest

from guardian_app.engine.signs.link import find_links


@pytest.fixture
def signs_in(normalise, directory):
    def find(text):
        normal = normalise(text)
        return {each.sign for each in find_links(normal, directory.claimed(normal.text), directory)}

    return find


GENUINE = "genuine-official-link"


@pytest.mark.parametrize(
    "text",
    [
        "【工商银行】请登录 www.icbc.com.cn 查询。",
        "【工商银行】详见https://mybank.icbc.com.cn/icbc/newperbank/index.jsp。",
        "【中国平安】您的电子保单已生成，查看 https://u.pingan.com/abc",
        "AIA Hong Kong: your statement is ready at https://www.aia.com.hk/en/login",
        "【招商银行】查看账单请点 m.cmbchina.com/bill",
        "反映问题请上 www.nfra.gov.cn",
        "交费请登录官网 www.10086.cn，可用支付宝付款",
    ],
)
def test_official_links_speak_for_the_message_and_raise_nothing(signs_in, text):
    assert signs_in(text) == {GENUINE}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        # documented fakes and copies
        ("请登录 prudential-hk.site 查看保单", "link-known-fake"),
        ("https://www.manuiife-hk.site/login", "link-known-fake"),
        ("详情 www.sh95519.com", "link-known-fake"),
        ("官网 m.fjkljx.com/server", "link-known-fake"),
        # another site behind an official name
        ("登录 http://www.icbc.com.cn@pay-check.example.com/x 核实", "link-userinfo"),
        ("打开 www.ccb.com@fake-site.top/a", "link-userinfo"),
        # numbers instead of names
        ("点击 http://203.0.113.7/a.html 办理", "link-raw-ip"),
        ("请打开 203.0.113.7:8080/pay", "link-raw-ip"),
        ("点击 http://3405803783/x 办理", "link-raw-ip"),
        # letters that look alike
        ("请登录 www.1cbc.com 激活", "link-lookalike"),
        ("a1ipay.com/refund 领取退款", "link-lookalike"),
        ("请登录 taikanq.com 办理", "link-lookalike"),
        # a word beside the name
        ("请登录 icbc-safe.com 激活", "link-lookalike"),
        ("请登录 www.pinganbaoxian.cc 激活", "link-lookalike"),
        ("95588wap.com 更新手机银行", "link-lookalike"),
        ("登录 aia-hk.com/claim", "link-lookalike"),
        ("www.ccb-bank.top", "link-lookalike"),
        ("picc-lipei.com.cn 理赔", "link-lookalike"),
        # the true domain in front of another one
        ("www.icbc.com.cn.abcd12.com/login", "link-lookalike"),
        ("pingan.com-login.cn/a", "link-lookalike"),
        # the name itself under a throw-away ending
        ("alipay.top 领红包", "link-lookalike"),
        ("icbc.xk29.vip/a", "link-lookalike"),
        # another script
        ("请登录 рingаn.com 办理", "link-lookalike"),
        ("请登录 www.xn--pingn-7ve.com 办理", "link-lookalike"),
        # speaks for one, leads elsewhere
        ("【工商银行】积分即将清零，请登录 http://qx7kd.com/a 兑换", "link-unofficial-for-claimed"),
        ("尊敬的建行客户，请登录 kd83h.cn/x 更新资料", "link-unofficial-for-claimed"),
        ("这里是泰康人寿客服，请打开 www.fuwu.example.com 退费", "link-unofficial-for-claimed"),
        ("This is AXA Hong Kong customer service, renew at https://renew-plan.com/x",
         "link-unofficial-for-claimed"),
        # hints
        ("请点 t.cn/AbCdEf 查看", "link-shortener"),
        ("会议软件下载地址 http://xk29d.com/meet.apk", "link-app-download"),
        ("请下载安装客户端 dl.xk29d.top/a", "link-app-download"),
        ("详情 http://xk29d.top/a", "link-odd-ending"),
    ],
)  # fmt: skip
def test_a_link_shows_its_sign(signs_in, text, sign):
    assert sign in signs_in(text)


@pytest.mark.parametrize(
    "broken",
    [
        "www.1cbc .com", "www. 1cbc. com", "1cbc[.]com/a", "1cbc(.)com/a", "1cbc点com",
        "www.1cbc。com", "www.1cbc点com", "hxxp://1cbc.com/a", "ＷＷＷ．１ｃｂｃ．ＣＯＭ",
        "1cbc dot com", "http://1c\u200bbc.com/a", "www.1cb\u00adc.com",
    ],
)  # fmt: skip
def test_a_broken_link_is_still_read(signs_in, broken):
    assert "link-lookalike" in signs_in(f"请登录 {broken} 激活")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "您的验证码是123456，请勿告诉他人。",
        "本月话费13.50元，余额1.5元，流量2.4G。",
        "时间：2024.05.24，版本 1.2.3.4，文件 list.txt 和 main.py。",
        "来信请寄 kefu@example.com 或 someone@pingan.com。",
        "Thank you.my name is Li.it is fine.so be it.",
        "早上10点vip客户专场，3点cn座见",
        "我在北京东路.等你",
        "账号 jia***il.com 收款10元",
        "中国平安的网站我打不开",
    ],
)
def test_what_is_no_link_raises_nothing(signs_in, text):
    assert signs_in(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "【工商银行】办理业务请到 www.gov.cn 下载表格",  # a public body
        "【中国平安】关注微信 mp.weixin.qq.com/s/abc 了解详情",  # a shared host
        "【中国移动】本月账单请看 http://bill.xk29d.com/a",  # telecom branches use many sites
        "买了本书 www.pingtan.com 上的",  # one letter from a short name
        "官网 www.farmer.com",
        "请下载安装客户端 dl.xk29d.com/a",
        "【工商银行】红包在 www.taobao.com 领",  # official, but not theirs
        "看 sunlife-everbright.com 上的公告",  # official, though two names with a hyphen
        "icbc-axa.com",
    ],
)
def test_honest_neighbours_are_left_alone(signs_in, text):
    assert signs_in(text) <= {GENUINE}


def test_the_detail_names_both_domains(normalise, directory):
    normal = normalise("【工商银行】请登录 http://qx7kd.com/a 兑换积分")
    (seen,) = find_links(normal, directory.claimed(normal.text), directory)
    assert "qx7kd.com" in seen.detail.zh
    assert "icbc.com.cn" in seen.detail.zh
    assert "qx7kd.com" in seen.detail.en
    assert normal.original(seen.start, seen.end) == "http://qx7kd.com/a"


@pytest.mark.parametrize("text", ["a." * 60000, "a-" * 60000, "www." * 30000, "@a.com" * 20000,
                                  "http://" * 15000, "点com" * 30000])  # fmt: skip
def test_hostile_length_is_read_in_time(signs_in, text):
    signs_in(text[:100_000])


def test_a_text_without_an_odd_ending_loads_no_suffix_list():
    code = (
        "import sys\n"
        "from guardian_app.engine import hosts\n"
        "assert hosts.registrable('www.icbc.com.cn') == 'icbc.com.cn'\n"
        "assert hosts.registrable('a.b.example.top') == 'example.top'\n"
        "assert hosts._suffixes.cache_info().currsize == 0\n"
        "assert 'socket' not in sys.modules\n"
        "assert hosts.registrable('www.example.co.uk') == 'example.co.uk'\n"
        "assert hosts.registrable('main.notanending') == ''\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
