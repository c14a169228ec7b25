"""What the name of a host says by itself: its registrable part, and a few kinds of hosts.

Nothing is resolved. The ordinary endings are split here in a microsecond; for the rest the public
suffix list is opened, as a file that ships with its library.
"""

from functools import lru_cache

from publicsuffixlist import PublicSuffixList


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Endings under which names are registered directly, without a second level such as ".com.cn".
SIMPLE_ENDINGS = _words(
    "com net org info cc top vip xyz club shop site online icu fun ltd wang ren ink mobi asia pro "
    "work link live app biz tech store space win bid loan men date click pw ws io tv"
)
# Second levels under which names are registered, by country.
SECOND_LEVELS = {
    "cn": _words("com net org gov edu ac mil"),
    "hk": _words("com net org gov edu idv"),
}
# Provinces are second levels of .cn as well (bj.cn, sh.cn).
_PROVINCES = _words(
    "ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj "
    "xz yn zj"
)

# Endings that are sold for next to nothing and taken for throw-away sites.
CHEAP_ENDINGS = _words(
    "cc top vip xyz club icu fun ltd wang ren ink tk ml ga cf gq pw win bid loan men date click ws "
    "site online shop space work live buzz rest cfd sbs cyou bond monster quest lol beauty "
    "skin hair"
)

# Services that hide where a link leads. Lawful senders use them in every second text.
SHORTENERS = _words(
    "t.cn url.cn dwz.cn suo.im suo.nz suo.yt bit.ly tinyurl.com goo.gl ow.ly is.gd buff.ly "
    "rebrand.ly cutt.ly t.co dwz.mk u.nu 985.so mrw.so sourl.cn sina.lt 6du.in r6f.cn c7.gg "
    "3.ly t.ly v.ht 0x3.me dwz.date tinyurl.cn xsurl.cn ft12.com rrd.me shorturl.at "
    "b23.tv w.url.cn kurl.cn u6.gg suowo.cn qr17.cn t.hk"
)

# Great houses that lawful senders of every kind link to, and that let anybody publish a page.
SHARED_HOSTS = _words(
    "qq.com weixin.qq.com baidu.com sina.cn sina.com.cn weibo.com weibo.cn 163.com 126.com "
    "sohu.com apple.com google.com microsoft.com github.com zhihu.com bilibili.com xiaohongshu.com "
    "kuaishou.com toutiao.com ctrip.com ctrip.cn qunar.com elong.cn elong.com ly.com 17u.cn "
    "12306.cn dingtalk.com feishu.cn aliyun.com aliyuncs.com myqcloud.com huawei.com vivo.com.cn "
    "xiaomi.com mi.com oppo.com youtube.com facebook.com whatsapp.com wa.me linkedin.com "
    "microsoftonline.com office.com outlook.com gmail.com yahoo.com zoom.us"
)

PUBLIC_BODIES = (".gov.cn", ".edu.cn", ".mil.cn", ".gov.hk", ".gov.sg", ".gov.uk", ".gov", ".edu")


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    """Return the list; reading it takes some 80 ms, so only a rare ending pays for it."""
    return PublicSuffixList(only_icann=True, accept_unknown=False)


@lru_cache(maxsize=4096)
def registrable(host: str) -> str:
    """Return the part of ``host`` that somebody registered, or "" when the ending is unknown."""
    labels = host.split(".")
    ending = labels[-1]
    if ending in SIMPLE_ENDINGS:
        return ".".join(labels[-2:]) if len(labels) > 1 else ""
    if ending in SECOND_LEVELS and len(labels) > 1:
        second = labels[-2]
        is_public = second in SECOND_LEVELS[ending] or (ending == "cn" and second in _PROVINCES)
        if is_public:
            return ".".join(labels[-3:]) if len(labels) > 2 else ""  # noqa: PLR2004
        return ".".join(labels[-2:])
    return _suffixes().privatesuffix(host) or ""


def ending_of(host: str) -> str:
    """Return the last label of ``host``."""
    return host.rpartition(".")[2]


def is_public_body(host: str) -> bool:
    """Tell whether ``host`` ends in a name that only governments and schools get."""
    return host.endswith(PUBLIC_BODIES)
