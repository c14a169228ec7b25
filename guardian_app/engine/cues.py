"""The words by which a clause forbids, denies, recounts or orders, and what is at stake.

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
SENTENCE = re.compile(r"[。!?;\n]|\.(?: |$)")
QUOTATION_MARKS = (("“", "”"), ("「", "」"), ("『", "』"), ("‘", "’"), ('"', '"'))
SENTENCE_MARKS = ("。", "!", "?", ";", "\n", ". ")

# Prohibitions. 别 is none in 别人, 特别, 识别 …; 不会 is one ("we shall not ask").
FORBIDS = _any(
    "不要|不能(?:告诉|透露|泄露|转|点|信|给|共享|提供|向|随|把|将)|不可(?!用|以)|不得|不应|不会|"
    "不需|不用|不必|不准|不许|不允许|不予|不再|不曾",
    "不轻易|不轻信|不随意|不随便|不主动|不向|不透露|不提供|不点击|不转账|不汇款|不下载|不扫|"
    "不索要|不索取|不共享",
    "绝不|决不|从不|从未|并未|均不|都不|也不|未曾|未要求|没让|没有让|没要求|没有要求|没有任何"
    "|有没有(?:人|谁|什么人|接到|遇到)|是否有人|是不是有人|(?:您|你)(?:刚才|刚刚|"
    "今天)?是不是(?:接|收)",
    "切勿|请勿|切忌|切莫|莫要|勿|严禁|禁止|杜绝|拒绝|无需|无须|毋须|谨防|严防|警惕|"
    "(?<!为)(?<!为了)(?:防范|防止)|"
    "提防|当心|(?<!不)小心",
    "(?<![特区识分个级性告辞类派])别(?![人的处家墅称名])",
    _english(
        "never", "do not", "does not", "don'?t", "doesn'?t", "did not", "didn'?t",
        "will not", "won'?t",
        "would not", "must not", "should not", "shouldn'?t", "no need", "not ask",
        "not require", "not need", "not request", "refuse", "beware", "nor", "no one", "nobody",
    ),
)  # fmt: skip
# "如不共享屏幕就…" is a threat, not a prohibition.
CONDITION_BEFORE = _any(
    "(?:如|若|如果|要是|倘若|假如|一旦|要|再|是否|能否|可)$", r"\b(?:if|unless) (?:you |we )?$"
)
# Asking whether somebody did so, as a bank's own desk does: "有没有人让您…".
INQUIRES = _any(
    "(?:是不是|有没有|是否)(?:刚刚?|曾|也|还)?(?:接到|接了|收到|遇到|碰到|有人|人|谁|对方|什么人)|对方是不是",
    r"\b(?:did|has|have|is|was) (?:anyone|anybody|someone|somebody)\b",
)
# Supposing it of anybody, as those who warn do: "要是有人让你…", "凡要求…的". Not "有人问就说".
SUPPOSES = _any(
    "(?:要是|如果|若是?|万一|假如|倘若)(?:以后|再|今后|哪天)?(?:有|遇到|碰到)?(?:陌生|自称的?)?(?:有人|陌生人|谁)(?!问)",
    "(?:谁|哪个)(?:要是|再|敢|跟[你您]|打电话[让叫说]|让[你您](?!挂)|叫[你您]|说要)",
    "凡是?(?:有人|要求?[您你]?|叫[您你]|让[您你]|以|打着|自称|不让)",
    r"\b(?:if|when|whenever) (?:anyone|someone|anybody|somebody|a stranger|a caller)\b(?! asks,)",
    r"\banyone (?:who|asking|offering)\b",
)
# Denials of a statement; 无需 and 不用 belong to promises and are none.
DENIES = _any(
    "不会|绝不|决不|从不|从未|并未|并不|没有|不存在|谨防|警惕|防范|防止|提防|当心|小心|轻信|"
    "相信|所谓|信以为真",
    _english("never", "will not", "won'?t", "beware", "so-called", "no"),
)
# Said of the words just before: "… 的都是诈骗", "验证码 … 不要告诉任何人".
CALLED_FRAUD = _any(
    "[^。!?;\n]{0,24}(?:短信|电话|链接|来电|信息|消息)[^。!?;\n]{0,6}(?:别|不要|请勿|切勿|一律)",
    "[^。!?;\n]{0,30}(?:都请|请您?|都应?|一律|应当?|务必)(?:一律|直接|立即|马上|及时|坚决)?(?:拒绝|挂断|挂掉|报警|不要理)",
    "[^。!?;\n]{0,24}(?:都是|就是|均是|均为|皆为|一律是|全是|肯定是|必是|属于|(?<!不)是)"
    "(?:电信|网络)?(?:诈骗|骗子|骗人|骗局|骗术|假的|陷阱|违法|谣言)(?!的?[吗么?])",
    "[^。!?;\n]{0,14}(?:你|您|我们?|大家)?(?:就|都|直接|马上|赶紧|赶快|一律|立刻|立即)"
    "(?:挂|报警|拉黑|删|不理|别|不要|拒绝|是假)",
    "[^。!?;\n]{0,8}(?:不要|切勿|请勿|别|勿|不可|千万别)"
    "(?:轻信|相信|理会|理睬|上当|透露|泄露|提供|转发|发给|给(?:他|她|别)|信"
    "|告诉(?:任何|他人|别人|陌生|对方|客服))",
    "[^。!?;,\n]{0,4}的(?:先?别|不要|甭|莫)(?:再)?(?:做|信|理|碰|买|搭理|相信)",
    "[^。!?;\n]{0,6}(?:你|您)就(?:把电话)?(?:挂|别理)",
    "[^。!?;\n]{0,14}(?:你|您)(?:先)?(?:跟|和)我们(?:说|讲|商量)",
    r"[^.!?;\n]{0,60}\b(?:is|are) (?:a |an |always |all )?(?:scams?|frauds?|fake)(?!\?)",
)
# Naming fraud as a thing to guard against. A fraudster names it only to frighten (涉嫌诈骗) or to
# reassure (不是骗子).
NAMES_FRAUD = _any(
    "(?<!不是)(?<!不会是)骗子(?!的?[吗么])|骗局|骗术|行骗|受骗|被骗|骗取|骗走|骗钱|(?<!不)会?骗人的|骗你的|的骗$|都是骗|是在骗",
    "(?<!涉嫌)(?<!涉及)(?<!一起)(?<!参与)(?<!名)诈骗(?!案|罪|团伙|犯罪|嫌疑|集团|分子利用)|反诈(?!中心的|民警)|防诈|防骗|识诈|拒诈",
    "不法分子|犯罪分子|违法分子|不法人员|不法中介|不法机构|黑产|黑灰产|上当|避雷|避坑|圈套|陷阱|套路|话术|幌子|噱头|钓饵|诱饵",
    "挪用|私刻|冒充|谎称|假冒|仿冒|假借|诱导|诱骗|忽悠|教唆|收割|以案说险|典型案例|劝阻|拦下|戳穿|揭秘|曝光|大起底|真相",
    "虚假(?:链接|网站|app|投资|理财|贷款|客服|宣传|广告)|非法(?:集资|代理|中介)|号被盗|人没影|人去楼空|智商税",
    _english(
        "scams?", "scammers?", "fraud", "frauds", "fraudulent", "fraudsters?", "phishing", "con",
        "impersonat(?:e|es|ing|ors?)", "pos(?:e|es|ing) as", "pretend(?:s|ing)? to be",
        "criminals?",
        "claim(?:s|ing)? to be",
    ),
)  # fmt: skip
# Telling the reader how to stay whole.
ADVISES = _any(
    "(?:不要|切勿|请勿|勿|别|切莫|切忌)[^。!?;,\n]{0,8}(?:轻信|相信|听信|点|转账|转款|汇款|共享|透露|泄露|提供|下载"
    "|扫|贪|参与|打开|理会|回拨|安装|签|添加|操作|开启|交|缴|转|前往|委托|退保|出借|付款|信|理|点)",
    "(?:当作?|就当)没(?:听见|看见)|不(?:轻信|相信|听信|点击|转账|汇款|透露|泄露|扫|贪|理会|随意|轻易|办代退|信高息)|认准",
    "谨防|警惕|防范|严防|提防|当心|小心|提高(?:警惕|防范|警觉|风险)|增强[^。]{0,6}意识|擦亮(?:双?眼|眼睛)",
    "牢记|谨记|切记|记住|守[好住牢护紧]|保住|正规渠道|官方渠道|核实|核对|甄别|辨别|妥善保管|如遇|如需",
    "(?:拨打|致电|联系|咨询|举报|打)[^。]{0,12}(?:110|96110|报警|官方客服|12378|12321|12381)|拿不准|先打给",
    "(?:及时|立即|马上|第一时间|请|赶紧|直接)(?:报警|报案|挂断|拨打|删|撕毁)|坚决拒绝|赶紧改回|别发大群",
    _english(
        "never", "do not", "don'?t", "beware", "remember", "warn(?:s|ed|ing)?",
        "report (?:it|to|any|them)", "hang up", "verify", "stay alert", "reminder",
        "there is no such",
    ),
)  # fmt: skip
# Inside a warning: the sentence recounts what fraudsters say.
RECOUNTS = _any(
    "冒充|自称|谎称|声称|宣称|假冒|仿冒|称|诱导|诱骗|要求|让其|让他|让她|让受害|为由|名义|假借|"
    "骗|不法|引导|指使|凡是|凡|任何|所有",
    "遇到|如遇|接到|收到|若有|如有|若遇|一旦|案例|手法|套路|例如|比如|常见|包括|如果有人|如果对方|对方",
    _english(
        "scams?", "scammers?", "fraud", "fraudsters?", "criminals?", "claim(?:s|"
        "ing)?", "pretend(?:s|ing)?",
        "ask(?:s|ing|ed)?", "anyone who", "if (?:someone|anyone)", "impersonat\\w+", "callers?",
    ),
)  # fmt: skip
# … unless it tells the reader to act, right before the words.
DIRECTS = re.compile(
    "(?:请您?|需要?您|您需要?|您要|麻烦您|烦请|务必|你需要?|须|必须)(?!知)[^。!?;\n]{0,6}$"
    r"|\bto (?:verify|confirm|avoid|prevent|secure|protect)\b[^.!?;\n]{0,60}, (?:\w+ ){0,3}$"
)
# … or in the words themselves.
ORDERS = re.compile("(?:您|你)?(?:须|必须|务必)")
# … or speaks to the reader and wants something for itself.
SPEAKS_TO_YOU = _any(
    "您的|请您?|需要您|告诉我|发给?我|给我|念给?我|转到|转给我|联系我|加我|配合|点击|共享屏幕|下载",
    _english("tell me", "call me", "read me", "send me", "give me", "your", "share your screen"),
)
THIRD_PERSON = re.compile(
    "他|她|老人|阿姨|大爷|女士|先生|某|受害人|事主|居民|群众|消费者|客户|有人|网友|市民|骗"
)
# What a fraudster could take, or get at it with: money, papers, cover, accounts, a phone, a link.
AT_STAKE = _any(
    "[钱元块款费卡账险贷汇付缴退赔签码奖]|转[账给到]|保单|合同|身份证|证件|链接|网址|http|www|下载|app|软件|微信|qq|群"
    "|扫|屏幕|会议|冻结|逾期|征信|公安|法院|投资|收益|股票|理财|兼职|佣金|刷单|免费|补贴|积分|快递|医保|社保"
    "|客服|领取|红包|升级|失效|停用|注销|指纹|人脸",
    _english(
        "pay(?:ment|ing|s)?", "money", "cash", "cards?", "accounts?", "codes?", "polic(?:y|ies)",
        "banks?", "fees?", "refunds?", "loans?", "links?", "claims?", "insurance", "insurer",
        "transfer", "apps?", "screen", "passport", "id", "premiums?", "deposits?", "invest\\w*",
        "jobs?", "parcel", "tax", "gift", "prize",
    )
    + r"|[$£€]|https?:|www\.",
)  # fmt: skip
