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
SENTENCE = re.compile(r"[。!?;\n]|\.(?: |$)")
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
    r"[^.!?;\n]{0,60}\b(?:is|are) (?:a |an |always |all )?(?:scams?|frauds?|fake)(?!\?)",
)
_MINE = (
    "妈妈?|爸爸?|奶奶|爷爷|外婆|外公|姥姥|姥爷|老公|老婆|爱人|父亲|母亲|婆婆|岳母|家|儿子|女儿|"
    "朋友|同事|邻居|舅舅|阿姨|姑姑|叔叔"
    "|哥|姐|弟|妹|刚才?|今天|昨天|早上|上午|下午|中午|前天|前几天|上周|就|已经|也|又|这边"
)
# Naming fraud as a thing to guard against. A fraudster names it only to frighten (涉嫌诈骗), to
# reassure (不是骗子) or to sell help (追回被骗的钱).
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
# A sender saying what it never does.
DISOWNS = _any(
    "(?:我司|我公司|本公司|我行|本行|我局|银行|部门|机关|公安|警方|民警|官方|医保|社保|满期金|员工|专员本人)[^。!?;\n]{0,10}"
    "(?:从未|从不|绝不|决不|不会|不收取|未授权|免费|均由)",
    "(?:我们|公司|客服|工作人员|平台|航空公司)[^。!?;\n]{0,8}(?:绝不会?|决不会?|从不|不会)[^。!?;\n]{0,8}"
    "(?:索要|要求您|要求你|让你|让您|通过电话|通过短信|打电话要)",
    "不是保险|都是诈骗|均系诈骗|一律(?:为|是)诈骗|均为诈骗|果然没这回事|不需要下载|没有这个活动",
    _english("no staff", "will never", "never asks?", "does not charge", "charges nothing"),
)
# Whom a warning speaks to.
ADDRESSES_MANY = _any(
    "广大|大家|各位|群众|市民|居民|消费者|客户们|有客户|家长|同事们?|姐妹们?|家人们请|@所有人|转告|扩散|辖区|全市|近期|近日|高发",
    "给大家提个醒|小心点|转发(?:民警|提醒|给)",
    _english("consumers", "customers", "members of the public"),
)
HEADS = _any(
    "(?:监管|警方|民警|公安|社区|居委会|反诈(?:中心)?|金融监管部门|派出所|风险|安全|消费|防骗|专家|紧急)[^。!?;,\n]{0,4}"
    "(?:提[示醒]|预警|警示|通报|通告|宣传|声明)|以案(?:说险|示警|释法)|典型案例|严正声明|致客户书|高发预警",
    _english("advisory", "alert", "fraud warning", "fraud story"),
)
# A warning from somebody who is near: who is spoken to, then how to stay whole.
KIN = _any(
    "^(?:喂,?)?(?:老?妈妈?|老?爸爸?|爷爷|奶奶|姥姥|姥爷|外婆|外公|公公|婆婆|闺女|女儿|儿子|宝贝"
    "|[大二三小老]?(?:姨|姑|舅|叔|伯|婶|姐|哥|妹|弟|嫂)[妈舅]?|阿姨|老婆|老公|爹|娘|\\([^)]{0,8}\\)妈)(?:你|您|转你)?",
    "群里说|(?:闺蜜|姐妹|家人|同学|亲戚|邻居|同事)们?群",
    r"^(?:hi |hey |dear )?(?:mum|mom|dad|grandma|grandpa|nan|auntie|uncle|love|darling)\b",
)
KIN_ADVISES = _any(
    "挂(?:掉|了|断|电话)|别(?:点|开|去|信|理|动|转|扫|给|交|做|听|让|签|买|凑|解释)|不用(?:管|理|取消)"
    "|是假的|骗子|骗人的|是骗|会骗人|清醒一点",
    "删(?:了|掉)|拉黑|打我电话|等我(?:下班|周末|晚上|回)|跟我们?说一?声|先别动|没有什么|(?:绝对)?不能(?:改|念|给|说|转)|去柜台问",
    _english(
        "hang up", "call me first", "never", "ignore it",
        "don'?t (?:share|click|give|believe|trust)",
    ),
)  # fmt: skip
# … but a false relative asks for money or secrecy.
KIN_ASKS = _any(
    "(?:借我|转我|打我|帮我|替我|汇到|转到|打到|转给|打给)[^。!?;\n]{0,12}(?:[0-9一二三四五六七八九十两几]+[千万百块]|[0-9]{3,}|卡|账)",
    "别(?:跟|告诉)(?:我)?(?:妈|爸|别人|他们|任何人|家里)",
    _english("need (?:the )?money", "don'?t tell"),
)
# A person who asks whether it is true.
WONDERS = _any(
    "是真的(?:吗|么|假)|真的假的|是不是(?:骗|真|诈|假)|(?:骗人|骗子|骗局|诈骗|假)的?[吗么]|靠谱吗|可信吗|能信吗|该不该|怎么办|求助|帮忙?看看"
    "|要不要(?:去|给|信|转|办)|(?:有|大家)(?:人|谁)?(?:碰到|遇到)过[么吗]",
    r"\bis (?:this|it) (?:real|genuine|true|a scam|legit)|\bshould i\b|\bwhat (?:should|do) i\b",
)
# A person telling what happened to them or theirs.
TELLS = _any(
    f"我(?:{_MINE})?[^。!?\n]{{0,8}}(?:接到|收到|接了|遇到|碰到|被(?:叫|骗|拉|要求|对方|他|她|一个|人|加|盯|忽悠|引导|诱导))",
    "(?:有人|有个|有一个|对方|他们?|她们?|那人|那边|客服)[^。!?\n]{0,20}"
    "(?:让|叫|要|问|催|教|跟|给|找|加|打电话给|带|拉|骗|帮)我",
    "(?:让|叫|要|催|逼|教|求|带|拉)我(?!们)",
    r"\b(?:they|he|she|someone|a man|a woman|the caller|somebody)\b[^.!?\n]{0,60}\b(?:me|my|i)\b",
    r"\b(?:i|we) (?:got|received|was|were)\b",
    r"\bmy (?:mother|mum|mom|father|dad|wife|husband|aunt|uncle|parents)\b",
    r"\bmy grand(?:ma|pa|mother|father)\b",
)
# Selling help to those who lost money, or soothing doubt: no warning, whatever it names.
SELLS_HELP = _any(
    "(?:追回|挽回|追损|讨回|找回|拿回)[^。!?;\n]{0,12}(?:损失|资金|被骗|款|钱)|被骗[^。!?;\n]{0,12}(?:追回|挽回|找回|退回|返还)",
    "(?:不是|不会|怎么会|哪会|没有)[^。!?;,\n]{0,4}骗|(?:嫌疑|涉嫌|涉及|参与)[^。!?;\n]{0,8}诈骗|您?名下",
    _english("recover your (?:lost )?(?:money|funds|losses)"),
)
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
    "(?:请您?|需要?您|您需要?|您要|麻烦您|烦请|务必|你需要?|您必须)[^。!?;\n]{0,6}$"
)
# … or speaks to the reader and wants something for itself.
SPEAKS_TO_YOU = _any(
    "您的|请您?|需要您|告诉我|发给?我|给我|念给?我|转到|转给我|联系我|加我|配合|点击|共享屏幕|下载",
    _english("tell me", "call me", "read me", "send me", "give me", "your", "share your screen"),
)
THIRD_PERSON = re.compile(
    "他|她|老人|阿姨|大爷|女士|先生|某|受害人|事主|居民|群众|消费者|客户|有人|网友|市民|骗"
)
