"""The words by which a clause forbids, denies, warns, recounts or tells.

They are code, not knowledge: they say how language works, not what fraudsters say. Python's own
``re`` is used, since look-around is needed; every pattern is a flat list of words with short,
bounded gaps, so that no text can make one slow.
"""

import re


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


def _english(*words: str) -> str:
    return r"\b(?:" + "|".join(words) + r")\b"


CLAUSE = re.compile(r"[,。!?;:\n]")
SENTENCE = re.compile(r"[。!?;\n]")

# Prohibitions. 别 is none in 别人, 特别, 识别 …; 不会 is one ("we shall not ask").
FORBIDS = _any(
    "不要|不能(?:告诉|透露|泄露|转|点|信|给|共享|提供|向|随|把|将)|不可(?!用|以)|不得|不应|不会|不需|不用|不必|不准|不许|不允许|不予|不再|不曾",
    "不轻易|不轻信|不随意|不随便|不主动|不向|不透露|不提供|不点击|不转账|不汇款|不下载|不扫|"
    "不索要|不索取|不共享",
    "绝不|决不|从不|从未|并未|均不|都不|也不|未曾|未要求|没让|没有让|没要求|没有要求|没有任何",
    "切勿|请勿|切忌|切莫|莫要|勿|严禁|禁止|杜绝|拒绝|无需|无须|毋须|谨防|严防|警惕|防范|防止|"
    "提防|当心|(?<!不)小心",
    "(?<![特区识分个级性告辞类派])别(?![人的处家墅称名])",
    _english(
        "never", "do not", "does not", "don'?t", "doesn'?t", "did not", "didn'?t", "will not", "won'?t",
        "would not", "must not", "should not", "shouldn'?t", "no need", "not ask",
        "not require", "not need", "not request", "refuse", "beware", "nor", "no one", "nobody",
    ),
)  # fmt: skip
# "如不共享屏幕就…" is a threat, not a prohibition.
CONDITION_BEFORE = _any(
    "(?:如|若|如果|要是|倘若|假如|一旦|要|再|是否|能否|可)$", r"\b(?:if|unless) (?:you |we )?$"
)
# Denials of a statement; 无需 and 不用 belong to promises and are none.
DENIES = _any(
    "不会|绝不|决不|从不|从未|并未|并不|没有|不存在|谨防|警惕|防范|防止|提防|当心|小心|轻信|"
    "相信|所谓|信以为真",
    _english("never", "will not", "won'?t", "beware", "so-called", "no"),
)
# Said of the words just before: "… 的都是诈骗", "验证码 … 不要告诉任何人".
CALLED_FRAUD = _any(
    "[^。!?;\n]{0,24}(?:都是|就是|均是|均为|皆为|一律是|全是|肯定是|必是|属于|(?<!不)是)"
    "(?:电信|网络)?(?:诈骗|骗子|骗人|骗局|骗术|假的|陷阱|违法|谣言)(?!的?[吗么?])",
    "[^。!?;\n]{0,14}(?:你|您|我们?|大家)?(?:就|都|直接|马上|赶紧|赶快|一律|立刻|立即)"
    "(?:挂|报警|拉黑|删|不理|别|不要|拒绝|是假)",
    "[^。!?;\n]{0,8}(?:不要|切勿|请勿|别|勿|不可|千万别)"
    "(?:轻信|相信|理会|理睬|上当|透露|泄露|提供|转发|发给|给(?:他|她|别)|信"
    "|告诉(?:任何|他人|别人|陌生|对方|客服))",
    r"[^.!?;\n]{0,60}\b(?:is|are) (?:a |an |always |all )?(?:scams?|frauds?|fake)(?!\?)",
)
# Naming fraud as a thing to guard against.
FRAUD_NAMED = _any(
    "骗子|骗局|骗术|行骗|受骗|被骗|骗取|骗走|骗钱|诈骗分子|诈骗电话|诈骗短信|诈骗信息|诈骗手段|"
    "诈骗手法|诈骗套路|诈骗陷阱",
    "电信诈骗|网络诈骗|电信网络诈骗|是诈骗|为诈骗|反诈|防诈|防骗|识诈|拒诈|不法分子|犯罪分子|"
    "违法分子|不法人员|不法中介|黑产",
    "冒充|谎称|假冒|仿冒|假借|诱导|诱骗|圈套|陷阱|套路|为幌子|为由|为诱饵|为名|名义|以案说险|"
    "典型案例",
    "虚假(?:链接|网站|app|投资|理财|贷款|客服|宣传|广告)",
    _english(
        "scams?", "scammers?", "fraud", "frauds", "fraudsters?", "phishing", "impersonat(?:e|es|"
        "ing|ors?)",
        "pos(?:e|es|ing) as", "pretend(?:s|ing)? to be", "criminals?",
    ),
)  # fmt: skip
# Heading a notice that warns.
HEADS = _any(
    "(?:监管|警方|民警|公安|社区|居委会|反诈(?:中心)?|金融监管部门|防骗|防诈)(?:部门)?"
    "(?:提[示醒]|预警|警示|通报|通告|宣传)",
    "以案(?:说险|示警|释法)|典型案例|凡是|多为(?:骗局|诈骗|非法)",
    "提[示醒](?:大家|广大|市民|消费者|老年|车主|家长|居民|各位)",
    _english("fraud warning", "scam alert", "consumer alert", "stay safe"),
)
# The same where fraud is named as well; a fraudster may write these words too.
MAY_HEAD = _any("(?:风险|安全|温馨|理赔|消费|友情|银行|投保)提[示醒]|提[示醒](?:您|客户)")
# One of the family giving advice: who is spoken to, then how to stay whole.
KIN = _any(
    "^(?:喂,?)?(?:老?妈妈?|老?爸爸?|爷爷|奶奶|姥姥|姥爷|外婆|外公|公公|婆婆|闺女|女儿|儿子|宝贝"
    "|[大二三小老]?(?:姨|姑|舅|叔|伯|婶|姐|哥|妹|弟|嫂)妈?|阿姨|老婆|老公|爹|娘)(?:你|您)?[,!。:]",
    "群里说|(?:闺蜜|姐妹|家人|同学|亲戚)群",
    r"(?:^|\n)(?:hi |hey |dear )?(?:mum|mom|dad|grandma|grandpa|nan|auntie|uncle|love|darling)\b",
)
KIN_ADVISES = _any(
    "挂(?:掉|了|断|电话)|别(?:点|开|去|信|理|动|转|扫|给|交|做|听|让|签|买)|不用(?:管|理|取消)"
    "|是假的|骗子|骗人的|是骗|会骗人",
    "删(?:了|掉)|拉黑|打我电话|等我(?:下班|周末|晚上|回)|跟我们?说一?声|先别动|没有什么",
    _english(
        "hang up", "call me first", "never", "ignore it", "don'?t (?:share|click|give|believe|trust)"
    ),
)  # fmt: skip
# Telling the reader how to stay whole.
ADVISES = _any(
    "(?:不要|切勿|请勿|勿|别|切莫|切忌)[^。!?;,\n]{0,8}(?:轻信|相信|听信|点|转账|转款|汇款|共享|透露|泄露|提供|下载"
    "|扫|贪|参与|打开|理会|回拨|安装|签|添加|操作|开启|交|缴|转|前往|委托|退保|出借|付款)",
    "不(?:轻信|相信|听信|点击|转账|汇款|透露|泄露|扫|贪|理会|随意|轻易)|认准",
    "谨防|警惕|防范|严防|提防|当心|提高(?:警惕|防范|警觉|风险)|增强[^。]{0,6}意识|擦亮(?:双?眼|"
    "眼睛)",
    "提醒(?:您|你|大家|广大|市民|消费者|客户|群众|家长|居民|各位)",
    "(?:温馨|安全|风险|警方|反诈|友情|特别|重要|民警|银行)提[示醒]",
    "牢记|谨记|切记|记住|守[好住牢护紧]|正规渠道|官方渠道|核实|核对|甄别|辨别|妥善保管|如遇|"
    "如有疑问",
    "(?:拨打|致电|联系|咨询|举报)[^。]{0,12}(?:110|96110|报警|官方客服|12378|12321|12381)",
    "(?:及时|立即|马上|第一时间)(?:报警|报案|挂断|与|拨打)",
    _english(
        "never", "do not", "don'?t", "beware", "remember", "warn(?:s|ed|ing)?", "report (?:it|"
        "to|any)",
        "hang up", "verify", "stay alert", "reminder",
    ),
)  # fmt: skip
_MINE = (
    "妈妈?|爸爸?|奶奶|爷爷|外婆|外公|姥姥|姥爷|老公|老婆|爱人|父亲|母亲|婆婆|岳母|家|儿子|女儿|"
    "朋友|同事|邻居|舅舅|阿姨|姑姑|叔叔"
    "|哥|姐|弟|妹|刚才?|今天|昨天|早上|上午|下午|中午|前天|前几天|上周|就|已经|也|又|这边"
)
# A person telling what happened to them or theirs: these words are the fraud's, not a warning's.
TELLS = _any(
    f"我(?:{_MINE})?[^。!?\n]{{0,8}}(?:接到|收到|接了|遇到|碰到|被(?:叫|骗|拉|要求|对方|他|她|"
    f"一个|人|加|盯|忽悠|引导|诱导))",
    "(?:有人|有个|有一个|对方|他们?|她们?|那人|那边|客服)[^。!?\n]{0,20}"
    "(?:让|叫|要|问|催|教|跟|给|找|加|打电话给|带|拉|骗|帮)我",
    "(?:让|叫|要|催|逼|教|求|带|拉)我(?!们)",
    "是真的(?:吗|么|假)|真的假的|是不是(?:骗|真|诈)|靠谱吗|可信吗|能信吗|该不该|怎么办|"
    "要不要(?:去|给|信|转|办)",
    r"\b(?:they|he|she|someone|a man|a woman|the caller|somebody)\b[^.!?\n]{0,60}\b(?:me|my|i)\b",
    r"\bis (?:this|it) (?:real|genuine|true|a scam|legit)|\bshould i\b|\bi (?:got|received|was)\b",
    r"\bmy (?:mother|mum|mom|father|dad|wife|husband|grand(?:ma|pa|mother|father)|aunt|uncle|parents)\b",
)
# Inside a warning: the sentence recounts what fraudsters say.
RECOUNTS = _any(
    "冒充|自称|谎称|声称|宣称|假冒|仿冒|称|诱导|诱骗|要求|让其|让他|让她|让受害|为由|名义|假借|"
    "骗|不法|引导|指使|凡是|凡|任何|所有",
    "遇到|如遇|接到|若有|如有|若遇|一旦|案例|手法|套路|例如|比如|常见|包括|如果有人|如果对方|对方",
    _english(
        "scams?", "scammers?", "fraud", "fraudsters?", "criminals?", "claim(?:s|"
        "ing)?", "pretend(?:s|ing)?",
        "ask(?:s|ing|ed)?", "anyone who", "if (?:someone|anyone)", "impersonat\\w+", "callers?",
    ),
)  # fmt: skip
# … unless it tells the reader to act, right before the words.
DIRECTS = re.compile(
    "(?:请您?|需要?您|您需要?|您要|麻烦您|烦请|务必|你需要?|您必须)[^。!?;\n]{0,6}$"
)
