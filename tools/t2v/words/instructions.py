"""What counts as an instruction for a screen, and which tool does the same: tables over languages.

Patterns see one clause. An instruction speaks to the reader ("click Export", "you can open the
Media panel"); "the hero clicks a button" and "I added a button" tell about the film. All patterns
are strings that Python compiles when a reply is first read. A line holds letters of one script.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from t2v.words.patterns import joined

_MARKS = r"(?:[\s*_>•·#👉➡️✅🎬✨(（-]|\d{1,2}[.)]\s)*"
"""What may stand before a clause: bullets, numbers, emphasis, a parenthesis."""


class Manner(NamedTuple):
    """How one language gives instructions; patterns without regard to case.

    `lead`: words before the verb. `deed`: verbs that are only done on a screen. `look`: verbs that
    need one of `things` in the same clause. `more`: verbs that go on after an instruction.
    `reason`: openings of clauses that belong to the instruction after them. `where`: statements
    that only tell where a button is. `within`: an instruction at the end of a telling clause.
    `told`: what makes a `look` a report of something done.
    """

    lead: str
    deed: str
    look: str
    things: str
    more: str
    reason: str
    where: str
    within: str
    told: str = r"(?!)"


ENGLISH = Manner(
    lead=r"(?:(?:and|or|so|but|then|now|next|also|first|finally|just|simply|please|kindly"
    r"|alternatively|you can|you could|you may|you should|you might|you'll need to|you will need to"
    r"|you need to|you have to|you'll have to|you just need to|want to|always|either|feel free to"
    r"|go ahead and|be sure to|make sure to|remember to|don't forget to|try to|to do so|which|that"
    r"|all you need to do is|all you have to do is|i(?:'d)? recommend you|i suggest you"
    r"|quickly)\b[ ,]*){0,6}",
    deed=r"(?:(?:left|right|double)[- ]?)?(?:click|tap|press)(?: on)?"
    r" (?:(?:the|your|it|this|that|any|here|on|one|export|download|render|save|upload|play|generate"
    r"|ok|done|apply|share|preview|import)\b|[\"'“‘*`\[【「(_]|(?-i:[A-Z0-9]))"
    r"|drag\b(?! queen| rac| show)|hit (?:the )?[*\"'“]*(?:export|download|render|upload"
    r"|play|generate|share|save)\b"
    r"|scroll (?:down|up|to)\b|hover over\b",
    look=r"(?:open(?: up)?|go to|head (?:over )?to|navigate to|switch to|use (?:the|your)"
    r"|select|choose|pick|hit|drop"
    r"|check(?: out)?|see|view|look (?:at|for|in)|find|visit|access|expand|preview|play"
    r"|review|toggle|watch|manage|adjust)\b",
    things=r"\b(?:panels?|buttons?|tabs?|menus?|icons?|timeline|toolbar|sidebar|window|dialog"
    r"|dropdown"
    r"|drop-down|inspector|sliders?|media library|settings page|editor|workspace"
    r"|top[- ]right|upper[- ]right"
    r"|top[- ]left|account|billing|dashboard|checkbox|playhead|canvas handles?)\b",
    more=r"(?:choose|select|pick|set|adjust|confirm|enter|type|download|upload|export|paste|release"
    r"|drop|move|place|share|hit|open|click|tap|press|drag|save|wait for the download)\b",
    reason=r"(?:(?:in order )?to \w+|if (?:you|it|everything)\b|when(?:ever)? (?:you|it)\b"
    r"|once (?:you|it)\b"
    r"|from there|(?:in|at|on) the (?:top|left|right|upper|lower|bottom|media|export)\b"
    r"|for (?:a|the) (?:download|export|preview))",
    where=r"(?:(?:the|your|an?|you'll find (?:the|an?)|you will find (?:the|an?)|there(?:'s"
    r"| is) an?|look for the)\s+)"
    r"[\"'“‘*]*(?:export|download|render|upload|import|share|publish|generate|save"
    r"|play)[\"'”’*]*\s+"
    r"(?:button|icon|menu|tab|panel|option)\b[^.]{0,30}\b(?:is|are|in|at|on|to|located"
    r"|find)\b[^.]{0,40}"
    r"\b(?:corner|top|bottom|right|left|toolbar|sidebar|above|below|page|editor|screen|menu)\b",
    within=r"\s+(?:by|via) (?:simply )?(?:clicking|tapping|pressing|dragging|hitting)\b.*"
    r"|\s+(?:by|via) (?:opening|using|going to|selecting) (?:the|your)\b.{0,60}\b(?:panel"
    r"|button|tab|menu|icon|timeline)\b.*"
    r"|\s+(?:for you )?to (?:preview|view|watch|see|check) (?:it )?(?:in|on) (?:the"
    r"|your) (?:timeline|preview panel|player|editor)\b.*",
)

CHINESE = Manner(
    lead=joined(r"""
        (?:您|你|可以|可|能|请|只需要?|直接|也|还|就|先|再|然后|接着|随后|之后|最后|并且?
        |或者?|现在|需要|如需|如果|记得|建议|随时|即可|都|会|在此|到|去|(?:满意|完成
        |确认)[后了]){0,8}
    """),
    deed=joined(r"""
        点击|单击|双击|右击|点选|轻触|点一下|点按|按下|长按|拖拽|拖动|拖放|拖入|拖到|拖进
        |鼠标|[点按]一?下?[“\"'「『【*]|点右上角|点(?:导出|下载|上传|播放)|(?:通过
        |用)(?:点击|拖拽|拖动)|将[^，。]{1,20}拖[拽动放入到进]
        |把[^，。]{1,20}拖[拽动放入到进]
    """),
    look=joined(r"""
        打开|进入|前往|切换到|切换至|使用|选择|选中|查看|检查|预览|找到|展开|在|从|通过|用
        |左侧|右侧|右上角|左上角|顶部
    """),
    things=joined(r"""
        面板|按钮|菜单|窗口|标签页|选项卡|工具栏|侧边栏|侧栏|时间线|时间轴|账户|帐户|账号
        |账单|图标|右上角|编辑器|对话框|下拉|播放器|属性栏|媒体库
    """),
    more=joined(r"""
        选择|设置|确认|输入|下载|上传|导出|粘贴|保存|放到|放在|调整|即可|就可以|就能
        |完成导出|选好
    """),
    reason=joined(r"""
        (?:如果|如需|如|若|想要?|要|当您|当你|满意|需要|准备好|确认无误|一切就绪|在(?:右上角
        |左侧|右侧|顶部)|导出时)
    """),
    where=joined(r"""
        (?:导出|下载|上传|分享|保存|渲染)按钮(?:就)?(?:在|位于)|(?:右上角|顶部|左侧
        |右侧)(?:有|的)[^，。]{0,6}(?:导出|下载|上传)
    """),
    within=joined(r"""
        (?:，)?(?:可以?)?(?:在时间[线轴](?:上|中|里)?|在播放器(?:中|里)?)(?:预览|查看).*
    """),
    told=joined(r"""
        了|已经?[^完]
    """),
)

# Their main verbs, and Japanese and Korean wherever in the clause the verb stands.
OTHERS = Manner(
    lead=joined(r"""
        (?:(?:puedes|puede|por favor|luego|después|ahora|solo|simplemente|y|pode|depois
        |agora|basta|e|então|vous pouvez|tu peux|puis|ensuite|et|veuillez|il suffit de|bitte
        |dann|jetzt|und|einfach
        |вы можете|можете|затем|просто|теперь|и|пожалуйста
        |anda bisa|kamu bisa|silakan|lalu|kemudian|cukup|dan)\b[ ,]*){0,4}
    """),
    deed=joined(r"""
        (?:haz clic|haga clic|hacer clic|pulsa|pulse|presiona|presione|arrastra|arrastre
        |clique|cliquer|cliquez|clicar|pressione|arraste|arrastar|appuyez|faites glisser
        |klicke|klicken|klick|drücke|drücken|tippe|ziehe|ziehen
        |нажмите|нажми|нажать|кликните|щёлкните|щелкните|перетащите|перетащи
        |klik|ketuk|tekan|seret)\b
        |.*(?:クリック|タップ|ドラッグ)
        (?:し|で|＆|する)
        |.*ボタンを押
        |.*(?:클릭|드래그|탭)(?:하|해)|.*버튼을 (?:누르|눌러)
    """),
    look=joined(r"""
        (?:abre|abra|abrir|usa|ouvrez|ouvrir|utilisez|öffne|öffnen
        |откройте|открой|используйте
        |buka|gunakan|cek|revisa|verifique)\b|.*(?:
        を開|を使|で確認|で確かめ|を確認
        |열어|열고|확인하|사용하)
    """),
    things=joined(r"""
        panel|bot[óo]n|pestaña|menú|painel|botão|\baba\b|panneau|bouton|onglet|schaltfläche
        |menü|leiste|zeitleiste
        |панел|кнопк|меню|вкладк
        |tombol|timeline|línea de tiempo|linha do tempo|cuenta|conta|compte|konto
        |аккаунт
        |akun
        |パネル|ボタン|メニュー|タイムライン|アカウント|패널|버튼|메뉴|타임라인|계정
    """),
    more=joined(r"""
        (?:elige|selecciona|escolha|selecione|choisissez|sélectionnez|wähle|wählen
        |выберите
        |pilih)\b
    """),
    reason=joined(r"""
        (?:para|pour|um
        |чтобы
        |untuk|si|se|wenn
        |если
        |jika)\b|.*(?:
        するには|したい場合
        |하려면|원하시면)
    """),
    where=r"(?!)",
    within=r"(?!)",
)

MANNERS = (ENGLISH, CHINESE, OTHERS)

# First row that fits: what an instruction says decides, whatever the verb.
ACTIONS = (
    ("send", joined(r"""
        \bdrag|\bdrop\b(?!-)
        |拖
        |arrastr|glisse[rz]|zieh
        |перетащ
        |seret
        |ドラッグ|드래그
    """)),
    (
        "credits",
        joined(r"""
            account|billing|credits?\b|balance|subscription|upgrade|top[- ]?up|plan\b
            |账户|帐户|账号|账单|积分|余额|充值|套餐
            |cuenta|saldo|\bconta\b|compte|konto|guthaben
            |аккаунт|баланс
            |akun
            |アカウント|請求|계정|결제
        """),
    ),
    (
        "export",
        joined(r"""
            export|download|render|save (?:the |your )?(?:video|file|movie|mp4)
            |导出|下载|渲染
            |ekspor|unduh|descarg|baixar|t[ée]l[ée]charg|herunterladen
            |экспорт|скача|書き出|エクスポート|ダウンロード|내보내|다운로드
        """),
    ),
    (
        "upload",
        joined(r"""
            upload|import|add media
            |上传|导入
            |subir|carregar|t[ée]l[ée]vers|hochladen
            |загруз
            |unggah
            |アップロード|업로드
        """),
    ),
    (
        "state",
        joined(r"""
            open|timeline|panel|preview|play|view|check|\bsee\b|look|tab\b|watch|navigate
            |go to
            |打开|查看|预览|时间线|时间轴|面板|播放|进入
            |abr[aei]|ouvr|öffne
            |откр
            |buka|línea
            |を開|タイムライン|パネル|열|타임라인|패널
        """),
    ),
)  # fmt: skip
OTHER_ACTION = "send"

CONFIRMING = joined(r"""
    \b(?:save|ok|okay|done|confirm|continue|next)\b
    |确认|确定|完成|保存
""")
OFFERING = joined(r"""
    (?:you can|you could|you may|to)\b
    |您可以|你可以|可以|如需
""")


def instructs(clause: str) -> bool:
    """Say whether the clause tells the reader to do something on a screen."""
    return any(_matches(manner, clause) for manner in MANNERS)


def goes_on(clause: str) -> bool:
    """Say whether the clause, after an instruction, is a further step of it."""
    return any(_begins(f"{_MARKS}{m.lead}(?:{m.more})", clause) for m in MANNERS)


def leads_up(clause: str) -> bool:
    """Say whether the clause is only the reason for the instruction after it."""
    return any(_begins(f"{_MARKS}(?:and |so |then |,)*(?:{m.reason})", clause) for m in MANNERS)


def confirms(clause: str) -> bool:
    """Say whether the instruction only finishes the one before it."""
    return re.search(CONFIRMING, clause, re.IGNORECASE) is not None


def offers(clause: str) -> bool:
    """Say whether the clause tells what the reader may do, not what was done."""
    return _begins(rf"{_MARKS}(?:{OFFERING})", clause)


def tail(clause: str) -> int:
    """Return where an instruction begins that ends a telling clause; the length if none does."""
    found = (re.search(manner.within, clause, re.IGNORECASE) for manner in MANNERS)
    return min((match.start() for match in found if match), default=len(clause))


def action_of(clause: str) -> str:
    """Return the tool that does what the instruction asks for."""
    for action, pattern in ACTIONS:
        if re.search(pattern, clause, re.IGNORECASE):
            return action
    return OTHER_ACTION


def _matches(manner: Manner, clause: str) -> bool:
    start = f"{_MARKS}{manner.lead}{_MARKS}"
    return (
        _begins(f"{start}(?:{manner.deed})", clause)
        or (
            _begins(f"{start}(?:{manner.look})", clause)
            and re.search(manner.things, clause, re.IGNORECASE) is not None
            and re.search(manner.told, clause) is None
        )
        or _begins(f"{_MARKS}(?:{manner.where})", clause)
    )


def _begins(pattern: str, clause: str) -> bool:
    return re.match(pattern, clause, re.IGNORECASE) is not None
