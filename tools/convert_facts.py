# ruff: noqa: E501, S101 - a script with tables of sentences, run once by hand
"""Turn the tables of collected facts into the first TOML files of the knowledge folder. Run once.

``python tools/convert_facts.py FACTS_FOLDER resources/knowledge`` writes ``institutions/``,
``numbers/``, ``sources.toml``, ``fakes.toml`` and ``asks.toml``. **From then on the TOML is the
truth**: correct a hotline or a wording there. This script stays only to show where the first
edition came from; running it again would overwrite later corrections.

What it decides, so that nobody has to guess:

* candidates and legacy columns are dropped; ``callback_ok`` and ``domain_ok`` become ``offer``;
  a hotline that may not be offered is kept, so that it can still be recognised;
* ``aliases`` holds only what names an institution in running text. Everyday words (``LEFT_OUT``)
  and bare numbers stay out, and the note says which;
* fakes are the documented ones with a domain, and observed clones, which are marked as such.
"""

import csv
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

Row = dict[str, str]

# Names that are also everyday words, parts of other words, or that several firms share.
LEFT_OUT = frozenset(
    [
        "移动",
        "联通",
        "电信",
        "广电",
        "太平",
        "阳光",
        "平安",
        "国华",
        "中意",
        "安心",
        "大家",
        "和谐",
        "太保",
        "中宏",
        "中再",
        "信美",
        "安邦",
        "众安",
        "国寿",
        "微保",
        "蚂蚁",
        "金条",
        "白条",
        "滴滴",
        "微信",
        "百万保障",
        "公安",
        "报警",
        "法院",
        "检察院",
        "税务",
        "公积金",
        "移民局",
        "消协",
        "法律援助",
        "市场监管",
        "中行",
        "中国大地",
        "保监局",
        "大东方",
        "保险行业协会",
        "垃圾短信举报",
        "法通",
        "英康",
        "Income",
        "MAS",
        "SPF",
        "IFB",
        "IAC",
        "Bowtie",
    ]
) | {"Report Fraud", "Insurance Authority", "Industrial Bank", "7726 spam text reporting"}

# Further names that people and senders use; all of them common knowledge.
MORE_ALIASES: Mapping[str, tuple[str, ...]] = {
    "china-life": ("国寿保险", "国寿集团", "国寿客服", "China Life"),
    "china-life-pc": ("国寿财产", "人寿财险"),
    "ping-an-life": ("平安保险", "平安集团", "平安公司", "平安客服", "Ping An"),
    "ping-an-health": ("平安健康保险",),
    "cpic-life": ("太平洋保险", "太平洋寿险", "太保集团", "太保客服", "CPIC", "China Pacific"),
    "taiping-life": ("太平保险", "太平集团", "China Taiping"),
    "picc-pc": ("人民保险", "人保公司", "人保集团", "人保客服"),
    "taikang-life": ("Taikang",),
    "sunshine-life": ("阳光寿险", "Sunshine Insurance"),
    "new-china-life": ("新华寿险",),
    "aia-china": ("AIA",),
    "zhongan-online": ("众安在线", "众安公司", "众安客服", "ZhongAn"),
    "generali-china-life": ("中意保险",),
    "guohua-life": ("国华保险",),
    "xinmei-mutual": ("信美保险",),
    "anxin-pc": ("安心财产",),
    "hexie-health": ("和谐保险",),
    "wesure": ("微保平台", "微保客服", "微保中心", "微保公司", "微信保险"),
    "ant-insurance": ("蚂蚁金服保险",),
    "alipay": ("蚂蚁金服", "蚂蚁集团"),
    "wechat-pay": (
        "微信客服",
        "微信官方",
        "微信安全中心",
        "微信团队",
        "WeChat Pay",
        "Tenpay",
        "WeChat customer service",
    ),
    "jd": ("京东金条", "京东白条", "京东客服", "京东科技", "JD Finance", "JD.com"),
    "douyin": ("抖音客服", "抖音商城"),
    "didi": ("滴滴客服", "滴滴平台"),
    "unionpay": ("银联中心", "银联客服", "中国银联", "UnionPay"),
    "boc": ("Bank of China",),
    "icbc": ("中国工商银行", "Industrial and Commercial Bank of China"),
    "ccb": ("CCB",),
    "psbc": ("邮政银行", "邮储", "Postal Savings Bank"),
    "hsbc-china": ("HSBC",),
    "china-mobile": ("移动公司", "移动客服", "移动营业厅"),
    "china-unicom": ("联通公司", "联通客服", "联通营业厅"),
    "china-telecom": ("电信公司", "电信客服", "电信营业厅"),
    "china-broadnet": ("广电网络",),
    "hotline-12378": (
        "银保监局",
        "银监会",
        "银监局",
        "保监会",
        "金融监管总局",
        "金融监管局",
        "金监局",
        "中国银行保险监督管理委员会",
        "中国保险监督管理委员会",
        "中国银监会",
        "国家金融监管总局",
        "NFRA",
        "CBIRC",
        "National Financial Regulatory Administration",
        "China Banking and Insurance Regulatory Commission",
    ),
    "hotline-96110": (
        "反诈骗中心",
        "反诈专线",
        "National Anti-Fraud Center",
        "National Anti-Fraud Centre",
    ),
    "hotline-12381": ("工业和信息化部", "MIIT"),
    "hotline-12363": ("央行", "中国人民银行", "People's Bank of China"),
    "hotline-12366": ("税务局", "税务总局"),
    "hotline-12329": ("公积金中心", "住房公积金管理中心"),
    "hotline-12367": ("国家移民管理局",),
    "hotline-12386": ("中国证监会", "CSRC"),
    "iac": ("中国保险协会",),
    "hk-ia": ("香港保监局", "Hong Kong Insurance Authority"),
    "hk-adcc": ("反诈骗协调中心", "Anti-Deception Coordination Centre"),
    "hk-aia": ("AIA", "友邦香港"),
    "hk-axa": ("AXA", "AXA Hong Kong"),
    "hk-prudential": ("Prudential",),
    "hk-manulife": ("Manulife",),
    "hk-bowtie": ("Bowtie Life", "Bowtie Insurance"),
    "hk-sunlife": ("Sun Life",),
    "hk-chubb": ("Chubb",),
    "hk-zurich": ("Zurich Insurance",),
    "hk-hsbc-life": ("HSBC Life",),
    "sg-aia": ("AIA",),
    "sg-prudential": ("Prudential",),
    "sg-manulife": ("Manulife",),
    "sg-great-eastern": ("Great Eastern",),
    "sg-income": ("职总英康", "NTUC Income"),
    "sg-singlife": ("Singlife",),
    "sg-mas": ("Monetary Authority of Singapore",),
    "sg-spf": ("新加坡警方", "Singapore Police"),
    "uk-zurich": ("Zurich Insurance",),
    "uk-bupa": ("Bupa",),
    "uk-prudential-plc": ("Prudential",),
    "us-chubb": ("Chubb",),
    "us-prudential": ("Prudential",),
    "us-geico": ("GEICO",),
    "us-usaa": ("USAA",),
    "us-allstate": ("Allstate",),
    "us-metlife": ("MetLife",),
    "metlife-china": ("MetLife",),
    "us-state-farm": ("State Farm",),
    "us-liberty-mutual": ("Liberty Mutual",),
    "us-amica": ("Amica",),
    "us-assurant": ("Assurant",),
    "us-safeco": ("Safeco",),
}

# The short name that a person is shown is the first alias that is not the legal name.
FIRST_ALIAS = {
    "hotline-12378": "国家金融监督管理总局",
    "hotline-12345": "政务服务热线",
    "hk-aia": "友邦香港",
    "hk-adcc": "香港反诈骗协调中心",
    "hk-china-life": "中国人寿海外",
    "wesure": "腾讯微保",
}

# Further sites that these firms run, from own knowledge: recognised, so that they raise no alarm, but
# never offered and never counted as proof.
MORE_DOMAINS: Mapping[str, tuple[str, ...]] = {
    "ping-an-life": ("pingan.com.cn", "pa18.com"),
    "picc-pc": ("epicc.com.cn",),
    "abc-bank": ("95599.cn",),
    "boc": ("bankofchina.com",),
    "bocom": ("95559.com.cn",),
    "cmb": ("cmbt.cn", "e95555.cn"),
    "citic-bank": ("ecitic.com",),
    "cgb": ("gdb.com.cn",),
    "cigna-cmb": ("cigna-cmc.com",),
    "alipay": ("antgroup.com", "antfin.com"),
    "wechat-pay": ("tenpay.com", "wechat.com"),
    "unionpay": ("95516.com", "cup.com.cn"),
    "jd": ("3.cn", "360buy.com"),
    "douyin": ("douyinpay.com", "iesdouyin.com", "snssdk.com"),
    "meituan": ("dianping.com", "dpurl.cn"),
    "taobao": ("tmall.com", "tb.cn", "alibaba.com"),
    "pinduoduo": ("yangkeduo.com",),
    "didi": ("didi.cn", "xiaojukeji.com"),
    "china-mobile": ("chinamobile.com", "139.com", "12580.com", "monternet.com", "mobilebj.cn"),
    "china-unicom": ("chinaunicom.com", "chinaunicom.com.cn", "wo.com.cn", "wo.cn"),
    "china-telecom": ("chinatelecom.com.cn", "ct10000.com", "118100.cn"),
    "hotline-12378": ("cbirc.gov.cn",),
    "hotline-12363": ("pbc.gov.cn",),
    "hotline-12386": ("csrc.gov.cn",),
}

# Firms whose English name alone is an everyday word: only "… Insurance" names them.
NEED_INSURANCE = {
    "us-nationwide": "Nationwide Insurance",
    "us-lemonade": "Lemonade Insurance",
    "us-mercury": "Mercury Insurance",
    "us-hippo": "Hippo Insurance",
    "us-kemper": "Kemper Insurance",
    "us-progressive": "Progressive Insurance",
    "us-hanover": "Hanover Insurance",
    "us-american-national": "American National Insurance",
    "us-amfam": "American Family Insurance",
    "us-foremost": "Foremost Insurance",
    "uk-admiral": "Admiral Insurance",
}

FORMER_EN = {
    "生命人寿": "Sino Life",
    "嘉禾人寿": "Jiahe Life",
    "交银康联人寿": "BoComm-CMG (Jiaoyin Kanglian) Life",
    "信诚人寿": "CITIC-Prudential (Xincheng) Life",
    "海康人寿": "AEGON-CNOOC (Haikang) Life",
    "中德安联人寿": "Allianz China (Zhongde Anlian) Life",
    "中韩人寿": "Sino-Korea Life",
    "新光海航人寿": "Shin Kong-HNA Life",
    "中法人寿": "Sino-French Life",
    "太保安联健康": "CPIC Allianz Health",
    "天平汽车保险": "Tianping Auto Insurance",
    "民安财产": "Min An Property",
    "大众保险": "Dazhong Insurance",
    "信达财险": "Cinda Property",
    "安联财产保险(中国)": "Allianz Insurance (China)",
}

# Whose name each fake uses, as an institution id.
FAKE_OWNERS = {
    "hkia-2025-prudential-hk": "hk-prudential",
    "hkia-2025-manuiife-hk": "hk-manulife",
    "hkia-2025-hkala": "hk-aia",
    "hkia-2025-h-k-ala": "hk-aia",
    "hkia-2025-ala-og": "hk-aia",
    "hkia-2025-ala-hk": "hk-aia",
    "sh95519": "china-life",
    "clone-fjkljx-com": "aegon-thtf",
    "clone-m-hongyuanxuye-com": "ccic-pc",
    "clone-icnp-cn": "sunlife-everbright",
    "clone-nyytduf-cn": "cmbc",
}

# Short marks of the fact collection, in words.
NOTE_WORDS = {
    "VC": "the contact-card collection",
    "DB95": "the 2018 list of number holders",
    "IYB": "a broker's list of 2020",
    "SEED": "the first draft list",
    "LOAN": "a lender's list",
    "GIFT": "another list",
    "SQL": "an older list",
    "MAP61": "an unreliable list",
    "VER": "a list of 2017",
    "SZG": "a court report",
    "URLS": "a code file",
    "HOT": "one hotline list",
    "P1": "a list of 2017",
    "P2": "a list of 2020",
    "P4": "a list of 2026",
    "L92": "a list of legal names",
}


class Form(NamedTuple):
    """A number form in our own words; facts and confidence are those of ``numbers.yaml``."""

    id: str
    kind: str
    name: tuple[str, str]
    meaning: tuple[str, str]
    advice: tuple[str, str]
    prefixes: tuple[str, ...]
    lengths: tuple[int, ...]
    calls_out: str
    sends_sms: str
    confidence: str
    sources: tuple[str, ...]


PORT_LENGTHS = tuple(range(8, 21))


def public_line(  # noqa: PLR0913, PLR0917 - a row of a table
    number: str,
    name: tuple[str, str],
    meaning: tuple[str, str],
    advice: tuple[str, str],
    calls_out: str,
    sends_sms: str,
    confidence: str,
    *sources: str,
) -> Form:
    """Return the form of one public number, which is its own only prefix."""
    return Form(
        f"public-{number}",
        "public",
        name,
        meaning,
        advice,
        (number,),
        (len(number),),
        calls_out,
        sends_sms,
        confidence,
        sources,
    )


FORMS = (
    Form(
        "service-95",
        "customer-service",
        ("95开头的企业客服号", "Company service number beginning with 95"),
        (
            (
                "953、955、956开头、共5到6位的号码，是保险公司、银行、航空公司、快递公司等的客服号。"
                "来电上显示的号码可以造假，假基站也能冒用它发短信。"
            ),
            (
                "Five or six digits beginning with 953, 955 or 956 are service lines of insurers, banks, airlines, "
                "couriers and other large firms. The number shown on a call can be faked, and fake base stations can "
                "send texts under it."
            ),
        ),
        (
            "挂断后，照保单上印的号码自己打过去问。",
            "Hang up, then dial the number printed on your policy and ask.",
        ),
        ("953", "955", "956"),
        (5, 6),
        "yes",
        "yes",
        "verified",
        ("S76", "S77", "S80"),
    ),
    Form(
        "call-centre-95",
        "call-centre",
        ("呼叫中心号码", "Call-centre number"),
        (
            (
                "950、951、952、954、957开头的号码租给各种呼叫中心，有正规的，也有骗子。号码本身说明不了对方是谁。"
                "曾有人用8位的这类号码冒充监管人员。"
            ),
            (
                "Numbers beginning with 950, 951, 952, 954 or 957 are let to call centres, honest and dishonest. The number "
                "does not tell you who is calling. Eight-digit ones have been used to pose as the regulator."
            ),
        ),
        (
            "不要当成保险公司的来电。要核实，就自己打保单上的客服电话。",
            "Do not take it for your insurer. To check, dial the number on your policy yourself.",
        ),
        ("950", "951", "952", "954", "957"),
        (5, 6, 7, 8),
        "yes",
        "no",
        "verified",
        ("S76", "S77", "S29"),
    ),
    Form(
        "inbound-400",
        "inbound-only",
        ("400开头的电话", "400 number"),
        (
            "400电话是让您打进去的，一般不往外打。如果来电显示是400，多半是推销，也可能是改号。",
            (
                "A 400 number is there for you to dial; it does not normally ring you. If one shows as the caller, it is "
                "mostly sales, or a changed number."
            ),
        ),
        (
            "来电是400的，先挂断，再自己拨打核对过的客服电话。",
            "If a 400 number rings you, hang up and dial a number you have checked.",
        ),
        ("400",),
        (10,),
        "no",
        "no",
        "partial",
        ("S27", "S27b", "S28", "S106"),
    ),
    Form(
        "inbound-800",
        "inbound-only",
        ("800开头的免费电话", "800 freephone"),
        (
            "800电话由企业付费，只能用座机打进去，一般不往外打。",
            "An 800 number is paid by the firm and dialled from a landline; it does not normally ring you.",
        ),
        (
            "来电是800的，先挂断，再自己拨打核对过的客服电话。",
            "If an 800 number rings you, hang up and dial a number you have checked.",
        ),
        ("800",),
        (10,),
        "no",
        "no",
        "unverified",
        ("S27",),
    ),
    Form(
        "port-carrier",
        "sms-port",
        ("运营商短信端口", "Carrier SMS port"),
        (
            "10655（联通）、10657（移动）、10659（电信）开头的是群发短信的端口。谁租用端口，谁就能发。",
            (
                "Ports beginning with 10655 (Unicom), 10657 (Mobile) and 10659 (Telecom) send business texts. Whoever rents "
                "the port can send."
            ),
        ),
        (
            "只看不点，里面的链接和电话都不要用。",
            "Read it, but open no link and dial no number in it.",
        ),
        ("10655", "10657", "10659", "1065"),
        PORT_LENGTHS,
        "no",
        "yes",
        "partial",
        ("S79",),
    ),
    Form(
        "port-1068",
        "sms-port",
        ("1068短信端口", "1068 SMS port"),
        (
            "1068开头的端口用来发服务类短信。谁租用端口，谁就能发。",
            "Ports beginning with 1068 send service texts. Whoever rents the port can send.",
        ),
        (
            "只看不点，里面的链接和电话都不要用。",
            "Read it, but open no link and dial no number in it.",
        ),
        ("1068",),
        PORT_LENGTHS,
        "no",
        "yes",
        "partial",
        ("S79",),
    ),
    Form(
        "port-1069",
        "sms-port",
        ("1069短信端口", "1069 SMS port"),
        (
            "1069开头的端口三家运营商都能用，验证码和通知常从这里来，骗子也租得到。",
            (
                "Ports beginning with 1069 work on all three carriers. Codes and notices come from them, and swindlers rent "
                "them too."
            ),
        ),
        (
            "只看不点，里面的链接和电话都不要用；验证码不告诉任何人。",
            "Read it, but open no link and dial no number in it; give a code to nobody.",
        ),
        ("1069",),
        PORT_LENGTHS,
        "no",
        "yes",
        "partial",
        ("S79b",),
    ),
    Form(
        "port-10699000",
        "sms-port",
        ("“一证通查”回复短信", "Reply to an “all cards in my name” query"),
        (
            "您在工信部“一证通查”查询名下电话卡后，48小时内会从10699000收到结果。",
            (
                "After you ask the ministry's look-up which phone cards are in your name, the answer comes from 10699000 "
                "within 48 hours."
            ),
        ),
        (
            "没有查询过却收到，不要理会。它从不要钱。",
            "If you asked for nothing, ignore it. It never asks for money.",
        ),
        ("10699000",),
        (8,),
        "no",
        "yes",
        "verified",
        ("S82", "S82b"),
    ),
    Form(
        "mobile",
        "personal",
        ("个人手机号", "Private mobile number"),
        (
            "任何人都可能用的11位手机号。保险代理人确实会用自己的手机，但境外来电也能伪装成本地手机号。",
            (
                "Eleven digits that anybody may use. Insurance agents do call from their own mobile, but a call from abroad "
                "can also be made to look like one."
            ),
        ),
        (
            "问清姓名和工号，挂断后打保险公司客服核实。",
            "Ask for the name and staff number, hang up, and check with the insurer's hotline.",
        ),
        ("13", "14", "15", "16", "17", "18", "19"),
        (11,),
        "yes",
        "yes",
        "unverified",
        (),
    ),
    Form(
        "mobile-virtual",
        "personal",
        ("虚拟运营商手机号", "Mobile number of a virtual operator"),
        (
            "162、165、167、170、171开头的手机号多由虚拟运营商发放。普通人也在用，这一点还没有查实。",
            (
                "Mobile numbers beginning with 162, 165, 167, 170 or 171 are mostly issued by virtual operators. Ordinary "
                "people use them too; this is not confirmed."
            ),
        ),
        (
            "对方自称单位的，挂断后自己打那个单位公布的电话。",
            "If the caller claims to be a firm, hang up and dial that firm's published number.",
        ),
        ("162", "165", "167", "170", "171"),
        (11,),
        "yes",
        "yes",
        "unverified",
        (),
    ),
    Form(
        "overseas",
        "overseas",
        ("境外来电", "Call from abroad"),
        (
            "00开头，或加号后面不是86的，是从境外打来的。光是“+86”不说明问题，很多手机这样显示国内号码。",
            (
                "A number that begins with 00, or with a plus sign and a country code other than 86, comes from abroad. "
                "“+86” alone means nothing; many phones show domestic numbers so."
            ),
        ),
        (
            (
                "在内地买的保险，境外来电说保单的事，直接挂断。您有港澳或海外保单、亲友的，另当别论。"
                "不需要的话，可以请运营商免费屏蔽境外来电。"
            ),
            (
                "For a mainland policy, hang up. It is different if you have a policy or family in Hong Kong, Macau or "
                "abroad. Your carrier can block calls from abroad free of charge."
            ),
        ),
        ("00", "+"),
        tuple(range(7, 18)),
        "yes",
        "yes",
        "verified",
        ("S78", "S100"),
    ),
    public_line(
        "110",
        ("报警电话", "Police emergency number"),
        (
            "110是您有事打过去的。来电显示110，是改号冒充。",
            "You dial 110 when you need the police. A call that shows 110 is a changed number.",
        ),
        ("挂断。真有事，自己拨110。", "Hang up. If you need the police, dial 110 yourself."),
        "no",
        "no",
        "partial",
        "S106",
    ),
    public_line(
        "96110",
        ("反诈劝阻专线", "Anti-fraud line of the police"),
        (
            "警方用96110打来，往往是提醒您正在受骗。常显示为区号加96110。前面带00的是假的。",
            (
                "When the police call from 96110, it is mostly to tell you that you are being deceived. It often shows with "
                "an area code. With 00 in front it is false."
            ),
        ),
        (
            "可以接，但不说验证码、密码，不转账；拿不准就自己回拨96110。",
            "Answer it, but give no code, no password and no money; if unsure, dial 96110 yourself.",
        ),
        "yes",
        "yes",
        "verified",
        "S24",
        "S24b",
        "S25",
        "S26",
    ),
    public_line(
        "12381",
        ("涉诈预警短信", "Official fraud-warning text"),
        (
            "工信部和反诈中心的预警短信从12381发出，里面没有链接、没有电话，也不用回复。",
            (
                "Warnings of the ministry and the anti-fraud centre come from 12381. They hold no link and no number, and "
                "need no reply."
            ),
        ),
        (
            "收到它，先停下手里正在办的事，再向警方核实。",
            "If you get one, stop what you are doing and check with the police.",
        ),
        "no",
        "yes",
        "verified",
        "S24",
        "S24b",
        "S26",
    ),
    public_line(
        "12378",
        ("银行保险投诉热线", "Banking and insurance complaint line"),
        (
            "这是您投诉银行、保险时打的电话，不经手个人保单和钱款。它会不会往外打，还没有查实。",
            (
                "You dial it to complain about a bank or an insurer. It handles no single policies and no money. Whether it "
                "ever rings people is not confirmed."
            ),
        ),
        (
            "要钱、要验证码的，一定是假的。有事自己拨12378。",
            "Whoever asks for money or a code in its name is false. Dial 12378 yourself.",
        ),
        "unknown",
        "unknown",
        "partial",
        "S01",
        "S99",
        "S99b",
    ),
    public_line(
        "12377",
        ("网上违法信息举报电话", "Report line for illegal content"),
        ("用来举报网上的违法和不良信息。", "You report illegal content on the internet here."),
        ("有事自己拨打。", "Dial it yourself when you need it."),
        "unknown",
        "unknown",
        "unverified",
    ),
    public_line(
        "12321",
        ("骚扰电话和垃圾短信举报", "Report line for nuisance calls and texts"),
        (
            "用来举报骚扰电话、垃圾短信和乱用的号码。",
            "You report nuisance calls, junk texts and misused numbers here.",
        ),
        (
            "举报号码打12321；被骗了打110。",
            "Report a number to 12321; if you lost money, call 110.",
        ),
        "unknown",
        "unknown",
        "verified",
        "S76",
    ),
    public_line(
        "12315",
        ("消费者投诉电话", "Consumer complaint line"),
        (
            "买东西、享受服务有纠纷时打的电话，不管保单。",
            "For disputes over goods and services, not over policies.",
        ),
        ("保单的事打保险公司客服或12378。", "For a policy, call the insurer or 12378."),
        "unknown",
        "unknown",
        "unverified",
    ),
    public_line(
        "12333",
        ("社保咨询电话", "Social-security line"),
        (
            "社保部门的咨询电话，它发的短信不带链接。",
            "The line of the social-security offices; its texts carry no link.",
        ),
        (
            "拿不准就到社保柜台或官方软件里查。",
            "If unsure, look in the official app or ask at the counter.",
        ),
        "unknown",
        "yes",
        "verified",
        "S54b",
    ),
    public_line(
        "12345",
        ("政务服务热线", "City service line"),
        (
            "当地政府的服务热线，也可以问医保的事。",
            "The service line of the local government; it answers questions on medical insurance too.",
        ),
        ("收到政府通知拿不准，自己打12345问。", "If a government notice looks odd, ask 12345."),
        "unknown",
        "unknown",
        "verified",
        "S54",
    ),
)

ASKS = {
    "otp": ("验证码", "One-time code"),
    "screen_share": ("共享屏幕", "Screen sharing"),
    "remote_control": ("远程操作您的手机", "Control of your phone"),
    "transfer_safe_account": ("转到“安全账户”", "Transfer to a “safe account”"),
    "transfer_personal": ("转账给个人", "Transfer to a private person"),
    "download_app": ("装陌生软件", "Installing an unknown app"),
    "click_link": ("点链接", "Opening a link"),
    "scan_qr": ("扫二维码", "Scanning a code"),
    "call_back": ("回拨对方给的号码", "Calling their number"),
    "id_photo": ("身份证照片", "Photo of your ID card"),
    "id_number": ("身份证号", "ID number"),
    "bank_card": ("银行卡号", "Bank card number"),
    "bank_password": ("银行卡密码", "Card or payment password"),
    "face_scan": ("刷脸", "Face scan"),
    "voice_sample": ("录您的声音", "Your recorded voice"),
    "fee": ("先交手续费", "A fee in advance"),
    "deposit": ("保证金、解冻金", "A deposit or unfreezing money"),
    "premium_offline": ("保费交给个人", "Premium paid to a person"),
    "agency_contract": ("签代理协议", "Signing an agency contract"),
    "power_of_attorney": ("签授权委托书", "Signing a power of attorney"),
    "phone_change": ("改保单上的手机号", "Changing the phone on your policy"),
    "block_hotline": ("拉黑保险公司电话", "Blocking your insurer's number"),
    "hand_over_phone": ("把手机交给对方", "Handing over your phone"),
    "policy_loan": ("拿保单贷款", "Borrowing on your policy"),
    "surrender": ("退保、减保", "Giving up your policy"),
    "online_loan": ("网上借款", "Taking an online loan"),
    "add_im": ("加好友、进群", "Adding a chat contact or group"),
    "join_meeting": ("进网上会议室", "Joining an online meeting"),
    "secrecy": ("瞒着家人", "Keeping it secret"),
    "fake_evidence": ("编材料投诉", "Making up a complaint"),
    "policy_photo": ("保单照片、保单号", "Photo or number of your policy"),
    "cash_or_card_handover": ("交现金、寄银行卡", "Handing over cash or a card"),
    "face_to_face_visit": ("上门或到指定地点见面", "A visit or a meeting in person"),
}


def quoted(value: str) -> str:
    """Return ``value`` as a TOML string."""
    if "'" not in value and ('"' in value or "\\" in value):
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def listed(values: Iterable[str | int]) -> str:
    """Return a TOML array of strings or numbers."""
    return "[" + ", ".join(quoted(v) if isinstance(v, str) else str(v) for v in values) + "]"


def both(zh: str, en: str) -> str:
    """Return a text in both languages as an inline table."""
    return f"{{ zh = {quoted(zh)}, en = {quoted(en)} }}"


def rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file, stripped of stray blanks."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {key: (value or "").strip() for key, value in row.items()}
            for row in csv.DictReader(file)
        ]


def split(cell: str, mark: str = "|") -> list[str]:
    """Return the parts of a cell, in order and without repeats."""
    return list(dict.fromkeys(part.strip() for part in cell.split(mark) if part.strip()))


def successor_of(row: Row) -> list[str]:
    """Return the ids that follow an institution that was taken over."""
    match = re.search(r"->\s*([a-z0-9-]+(?:\s*/\s*[a-z0-9-]+)*)", row["status"])
    return split(match.group(1), "/") if match else []


def status_text(row: Row, names: Mapping[str, tuple[str, str]]) -> str:
    """Return the status of a row in words of both languages."""
    raw = row["status"]
    working = ("正常运行", "In service") if row["kind"] == "regulator" else ("正常经营", "Active")
    if raw == "active":
        return both(*working)
    if after := successor_of(row):
        year = re.search(r"\d{4}", raw)
        assert year
        zh = "、".join(names[each][0] for each in after)
        en = " and ".join(names[each][1] for each in after)
        return both(f"{year.group()}年起由{zh}接手", f"Taken over by {en} in {year.group()}")
    if found := re.fullmatch(r"active \((?:formerly|renamed from) (.+)\)", raw):
        former = found.group(1)
        return both(f"正常经营，原名{former}", f"Active; formerly {FORMER_EN[former]}")
    special = {
        "ruizhong-life": (
            "正常经营，接手原华夏人寿的业务",
            "Active; took over the business of Huaxia Life",
        ),
        "dajia-life": (
            "正常经营，接手原安邦人寿的业务",
            "Active; took over the business of Anbang Life",
        ),
        "zhonghui-life": (
            "正常经营，接手原天安人寿的业务",
            "Active; took over the business of Tianan Life",
        ),
        "haigang-life": (
            "正常经营，接手原恒大人寿的业务",
            "Active; took over the business of Evergrande Life",
        ),
        "shenneng-pc": (
            "正常经营，接手原天安财险的业务",
            "Active; took over the business of Tianan Property",
        ),
        "dajia-pc": (
            "正常经营，接手原安邦财险的业务",
            "Active; took over the business of Anbang Property",
        ),
        "byd-pc": (
            "正常经营，接手原易安财险的业务",
            "Active; took over the business of Yian Property",
        ),
        "junkang-life": (
            "正在处置风险，是否已由别家接手还没有查实",
            "In risk disposal; whether another firm has taken over is not confirmed",
        ),
        "fuze-life": ("正常经营，前身还没有查实", "Active; which firm it follows is not confirmed"),
        "shanghai-life": (
            "仍在经营，有报道说正在处置风险",
            "Active; reported to be in risk disposal",
        ),
        "hexie-health": (
            "正常经营，已不属于安邦集团",
            "Active; no longer part of the Anbang group",
        ),
        "anxin-pc": (
            "正在处置风险，客服电话可能已停用",
            "In risk disposal; the hotline may be dead",
        ),
        "hotline-12378": (
            "正常运行，2023年由原银保监会改为国家金融监督管理总局",
            (
                "In service; the former CBIRC became the National Financial Regulatory "
                "Administration in 2023"
            ),
        ),
    }
    return both(*special[row["id"]])


def aliases_of(row: Row) -> tuple[list[str], list[str]]:
    """Return the names that recognise an institution in running text, and those left out."""
    names: list[str] = []
    left: list[str] = []
    legal = row["name_zh"]
    if not row["id"].startswith("hotline-") and re.fullmatch(
        r"[\u4e00-\u9fff()]{3,}[\u4e00-\u9fff]", legal
    ):
        names.append(legal)
    for alias in split(row["short_zh"]):
        if re.fullmatch(r"[\d-]+", alias):
            continue
        (left if alias in LEFT_OUT else names).append(alias)
    names += MORE_ALIASES.get(row["id"], ())
    if row["id"] in FIRST_ALIAS:
        names.insert(0, FIRST_ALIAS[row["id"]])
    english = re.sub(
        r"\s*\([^)]*\)|\s+(?:Company Limited|Company of China|Company).*$", "", row["name_en"]
    ).strip()
    if row["id"] in NEED_INSURANCE:
        names.append(NEED_INSURANCE[row["id"]])
    elif row["id"].startswith("hotline-") or english in LEFT_OUT or "/" in english:
        pass
    elif " " in english or english.lower() in {
        "icbc",
        "alipay",
        "douyin",
        "meituan",
        "taobao",
        "pinduoduo",
        "webank",
    }:
        names.append(english)
    return list(dict.fromkeys(name for name in names if len(name) > 1)), left


def note_of(row: Row, left: list[str], after: list[str]) -> str:
    """Return what a maintainer should know about a row."""
    note = re.sub(
        r"\b(" + "|".join(NOTE_WORDS) + r")\b", lambda m: NOTE_WORDS[m.group()], row["notes"]
    )
    parts = [note.replace("known_fakes.csv", "fakes.toml").strip().rstrip(";. ")]
    if row["wechat_official"]:
        parts.append("official account: " + ", ".join(split(row["wechat_official"])))
    if len(after) > 1:
        parts.append("business went to " + ", ".join(after))
    if row["id"] in MORE_DOMAINS:
        parts.append("domains of grade low are from own knowledge: recognised only")
    if left:
        parts.append("not among the aliases, because everyday words or shared: " + ", ".join(left))
    return "; ".join(part for part in parts if part)


def institution_toml(
    row: Row, names: Mapping[str, tuple[str, str]], predecessor: Mapping[str, str]
) -> str:
    """Return the whole file of one institution."""
    aliases, left = aliases_of(row)
    after = successor_of(row)
    lines = [
        f"id = {quoted(row['id'])}",
        f"kind = {quoted(row['kind'])}",
        f"country = {quoted(row.get('country') or 'CN')}",
        f"name = {both(row['name_zh'], row['name_en'])}",
        f"status = {status_text(row, names)}",
    ]
    if after:
        lines += ["active = false", f"successor = {quoted(after[0])}"]
    if row["id"] in predecessor:
        lines.append(f"predecessor = {quoted(predecessor[row['id']])}")
    lines += [
        f"grade = {quoted(row['confidence'])}",
        f"checked = {quoted(row['checked_text_date'])}",
        f"aliases = {listed(aliases)}",
    ]
    if row["sms_ports"]:
        lines.append(f"sms_senders = {listed(split(row['sms_ports']))}")
    if row["app_names"]:
        lines.append(f"apps = {listed(split(row['app_names']))}")
    if note := note_of(row, left, after):
        lines.append(f"note = {quoted(note)}")
    sources = split(row["source_urls"])
    lines.append(f"sources = {listed(sources)}")
    numbers = split(row["hotline"]) + split(row["hotline_claim"])
    for number in dict.fromkeys(numbers):
        lines += [
            "",
            "[[hotlines]]",
            f"number = {quoted(number)}",
            f"offer = {quoted(row['callback_ok'])}",
            f"grade = {quoted(row['hotline_conf'])}",
        ]
    for domain in split(row["domains"]):
        lines += [
            "",
            "[[domains]]",
            f"name = {quoted(domain)}",
            f"offer = {quoted(row['domain_ok'])}",
            f"grade = {quoted(row['domain_conf'])}",
        ]
    for domain in MORE_DOMAINS.get(row["id"], ()):
        lines += ["", "[[domains]]", f"name = {quoted(domain)}", 'offer = "no"', 'grade = "low"']
    return "\n".join(lines) + "\n"


def write_institutions(facts: Path, out: Path) -> int:
    """Write a file for each row of both tables; return how many."""
    table = rows(facts / "insurers.csv") + rows(facts / "insurers_intl.csv")
    names = {
        row["id"]: (
            split(row["short_zh"])[0] if row["short_zh"] else row["name_zh"],
            row["name_en"],
        )
        for row in table
    }
    predecessor = {after: row["id"] for row in table for after in successor_of(row)}
    out.mkdir(parents=True, exist_ok=True)
    for row in table:
        (out / f"{row['id']}.toml").write_text(
            institution_toml(row, names, predecessor), encoding="utf-8"
        )
    return len(table)


def write_numbers(dates: Mapping[str, str], out: Path) -> int:
    """Write a file for each number form; return how many."""
    out.mkdir(parents=True, exist_ok=True)
    for form in FORMS:
        checked = max((dates[each] for each in form.sources), default="")
        lines = [
            f"id = {quoted(form.id)}",
            f"kind = {quoted(form.kind)}",
            f"name = {both(*form.name)}",
            f"prefixes = {listed(form.prefixes)}",
            f"lengths = {listed(form.lengths)}",
            f"calls_out = {quoted(form.calls_out)}",
            f"sends_sms = {quoted(form.sends_sms)}",
            f"confidence = {quoted(form.confidence)}",
            f"checked = {quoted(checked)}",
            f"sources = {listed(form.sources)}",
            "",
            "[meaning]",
            f"zh = {quoted(form.meaning[0])}",
            f"en = {quoted(form.meaning[1])}",
            "",
            "[advice]",
            f"zh = {quoted(form.advice[0])}",
            f"en = {quoted(form.advice[1])}",
        ]
        (out / f"{form.id}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(FORMS)


def write_sources(facts: Path, out: Path) -> dict[str, str]:
    """Write the register; return the ISO-like date of each source that has one ("" otherwise)."""
    register = yaml.safe_load((facts / "sources.yaml").read_text(encoding="utf-8"))
    parts = [
        (
            "# The register that every other file cites. A person is shown publisher and date; the address is\n"
            "# for maintainers, several are mirrors on odd hosts.\n"
        )
    ]
    dates = {}
    for key, row in register.items():
        date = str(row["date"])
        found = re.match(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", date)
        dates[key] = found.group() if found else ""
        parts.append(
            "\n".join(
                [
                    "[[sources]]",
                    f"id = {quoted(key)}",
                    f"publisher = {quoted(row['by'])}",
                    f"date = {quoted(date)}",
                    f"grade = {quoted(row['grade'])}",
                    f"url = {quoted(row['url'])}",
                    "",
                ]
            )
        )
    (out / "sources.toml").write_text("\n".join(parts), encoding="utf-8")
    return dates


def write_fakes(facts: Path, out: Path) -> int:
    """Write documented fake domains and numbers, and clones; return how many."""
    parts = [
        (
            '# Documented fakes, and pages that copy an institution under another domain (kind "clone": the\n'
            "# intent of a clone is not known).\n"
        )
    ]
    for row in rows(facts / "known_fakes.csv"):
        clone = row["verdict"].startswith("observed clone")
        if not clone and (
            row["verdict"] != "documented fake" or row["type"] not in {"domain", "number"}
        ):
            continue
        value = row["value"].split("/")[0].removeprefix("m.") if clone else row["value"]
        source = (
            "seen in a collection of public pages"
            if clone
            else row["source"].replace(" (…531479.aspx)", "")
        )
        parts.append(
            "\n".join(
                [
                    "[[fakes]]",
                    f"id = {quoted(row['id'])}",
                    f"kind = {quoted('clone' if clone else row['type'])}",
                    f"value = {quoted(value)}",
                    f"impersonates = {quoted(FAKE_OWNERS[row['id']])}",
                    f"seen = {quoted(row['seen'])}",
                    f"source = {quoted(source)}",
                    "",
                ]
            )
        )
    (out / "fakes.toml").write_text("\n".join(parts), encoding="utf-8")
    return len(parts) - 1


def write_asks(facts: Path, out: Path) -> int:
    """Write the short names of what fraudsters want; return how many."""
    vocabulary = yaml.safe_load((facts / "typology.yaml").read_text(encoding="utf-8"))["vocab"][
        "asks"
    ]
    assert set(vocabulary) == set(ASKS), set(vocabulary) ^ set(ASKS)
    parts = ["# What fraudsters want, as short names.\n"]
    parts += [f"[[asks]]\nid = {quoted(key)}\nname = {both(*name)}\n" for key, name in ASKS.items()]
    (out / "asks.toml").write_text("\n".join(parts), encoding="utf-8")
    return len(ASKS)


def main() -> None:
    """Convert the folder named first into the folder named second."""
    facts, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    dates = write_sources(facts, out)
    print(write_institutions(facts, out / "institutions"), "institutions")
    print(write_numbers(dates, out / "numbers"), "number forms")
    print(len(dates), "sources")
    print(write_fakes(facts, out), "fakes")
    print(write_asks(facts, out), "asks")


if __name__ == "__main__":
    main()
