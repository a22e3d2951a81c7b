"""Whole lines that are not part of a story, by named rules."""

from __future__ import annotations

import re

from generator.sources.cleaning.dates import is_timestamp

LINE_WIDTH = 400
"""No rule looks at a longer line (in characters): all that it describes is short."""

KICKER_WORDS = 3
"""A line in capitals of more words is a headline or a shout, not a kicker."""

AGENCIES = (
    r"(?:Getty|AFP|AP|Reuters|EPA(?:-EFE)?|PA|Shutterstock|i?Stock|Alamy|Rex|UPI|dpa|Xinhua|Magnum|Flickr)"
)
"""Picture agencies: a closed class, in which a credit ends whatever the outlet."""

_NAME = r"(?:[A-Z][\w.'’-]*|de|van|von|der|den|la|le|bin|al|el|da|di|du)"
_NAMES = rf"{_NAME}(?: {_NAME}){{1,4}}(?:(?:,| and| &|, and) {_NAME}(?: {_NAME}){{1,4}}){{0,4}}"
_POSITION = (
    r"(?:(?:second|third|far|top|bottom|front|back|above|below),? ){0,2}(?:left|right|centre|center|l|r)"
)


def _rule(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


# Each is matched against a whole line without the marks around it (bullets, emphasis, brackets).
_RULES: dict[str, re.Pattern[str]] = {
    # "source: example.org": where the text was copied from. Words after it are not: "Source: the ministry."
    "source": _rule(
        r"(?i:source|via|retrieved from)\s*:\s*\S+", r"SOURCES?:? (?:[A-Z][\w.&'’-]*,? ?(?:and )?){1,8}"
    ),
    # "READ MORE: Another story", "See also: …", "Click here to …": pointers to other pages and to pictures.
    "pointer": _rule(
        r"(?i:read (?:more|also|next|on|full story)|also read|see also|related(?: (?:stories|articles|content"
        r"|coverage|topics|links|news))?|more (?:on this(?: story)?|from .{1,40}|stories|news)|must read"
        r"|you may (?:also )?like|you might (?:also )?like|recommended(?: (?:for you|stories|reading))?"
        r"|don['’]t miss"
        r"|most (?:read|popular|viewed)|top stories|trending(?: now)?|up next|what to read next|in other news"
        r"|further reading|editor['’]s picks?|popular now|latest news)\s*(?:$|[:–—|>»-].*)",
        r"(?i:read (?:more|also|the full (?:story|article|report|interview)))(?i: about| on| at| here"
        r"| from| in)\b"
        r"[^.!?]*[.!]?",
        r"(?i:click|tap) (?i:here|below|on)\b.*",
        r"(?i:for more)(?: .{1,60})?,? (?i:click|visit|sign up|go to|see|follow|check out|read)\b.*",
        r"(?i:scroll (?:down|up)\b.{0,60})",
        r"(?i:continue reading(?: the main story| below)?|keep reading|read on|see more|show more|load "
        r"more|view (?:more|all|gallery)|back to top"
        r"|jump to .{1,30}|skip to .{1,30}|table of contents)\W*",
        r"(?i:watch|listen|hear|see|read)(?i: to)?(?: .{1,80})? (?i:above|below|here)(?: for .{1,120})?\W*",
        r"(?i:also on) .{1,40}:",
        r"(?i:view|see|find) (?:\S+ ){1,6}?(?i:here|at|online)?:? ?https?://\S+",
        r"(?i:story|article) (?i:continues below|continues after .{1,40})\W*",
    ),
    # "Share this", "Follow us on …", "Like us on …".
    "social": _rule(
        r"(?i:share|tweet|like|pin|email|print|copy link|save|bookmark)(?i: this| with| on| via| the)*"
        r"(?i: article| story| page| post| link| facebook| twitter| x| whatsapp| linkedin| reddit| email"
        r"| print"
        r"| friends| comments?)*(?:\s*(?:[/|,·]\s*)?(?i:share|tweet|pin|email|print|save))*\W*",
        r"(?i:on twitter,? )?(?i:follow|like us|find|join|connect with) (?:.{1,120} )?"
        r"(?i:on (?:twitter|facebook|instagram|x|linkedin|youtube|tiktok|telegram|whatsapp|threads"
        r"|bluesky|google news)"
        r"|@\w+|https?://\S+).*",
        r"(?i:(?:follow|like|twitter|instagram|facebook|threads|bluesky):? )?@\w+\W*",
        # The labels of buttons, glued together: "FlagShareLikeReply".
        r".{0,60}(?:Flag|Share|Like|Reply|Tweet|Follow|Report|Save|Print|Comment){3,}.{0,300}",
        r"(?i:facebook|twitter|instagram|whatsapp|linkedin|youtube|pinterest|reddit|e-?mail|messenger)"
        r"(?:\s*(?:[/|,·]\s*)?(?i:facebook|twitter|instagram|whatsapp|linkedin|youtube|pinterest|reddit"
        r"|e-?mail|messenger))*",
        r"(?i:[\d.,]+[km]? (?:followers?|following|subscribers?|claps?|views?|likes?"
        r"|reactions?))\W*(?:[·|•]\s.{0,100})?",
        r"(?i:(?:you must|please) (?:confirm|be logged|log ?in|log ?out|sign in)\b.{0,80}\b(?:comment"
        r"|name|account)\w*)\W*.{0,60}",
        r"(?i:join the (?:conversation|discussion)|leave a (?:comment|reply)|(?:view |show "
        r"|post a )?comments?"
        r"(?: are closed)?|\d+ (?:comments?|shares?)|have your say|what do you think\? .{1,60})\W*",
    ),
    # "Sign up for our newsletter", "Subscribe now".
    "newsletter": _rule(
        r"(?i:sign up|subscribe|register)(?i: now| here| today)?\W*",
        r"(?i:(?:for|want|to|please|like|don['’]t)\b[^.!?,]{0,80}[,.?!] ?)?(?i:please )?(?i:sign up"
        r"|subscribe)\b.{0,200}",
        r"(?i:get|receive|want) .{1,80}(?i:delivered|in your inbox|to your inbox|newsletter)\b.*",
        r"(?i:never miss (?:a|an|another|the|any|out)\b).{0,80}",
        r"(?i:join (?:more than |over |our |the )?[\d,.]+[km]?\+? (?:other )?(?:readers|subscribers"
        r"|people|members))\b.{0,200}",
        r"(?i:by (?:signing up|subscribing|submitting|registering|clicking|providing)\b.{0,120}"
        r"\b(?:agree|consent|terms|privacy))\b.{0,200}",
        r"(?i:enter|your) (?i:your )?e-?mail(?i: address)?\W*.{0,60}",
        r"(?i:download|get) (?i:our|the) (?:\S+ ){0,4}(?i:app)\b.*",
        r"(?i:for (?:the |our )?(?:latest|breaking)\b.{0,80} download (?:our|the) (?:\S+ ){0,4}apps?)\b.*",
        r"(?i:(?:submit|send)(?: us)? (?:your|a) (?:letter|story|tip|news tip)s?)\b.{0,200}",
        r"(?i:thank you for (?:signing up|subscribing|reading)).*",
    ),
    # "Advertisement", "Story continues below advertisement".
    "advert": _rule(
        r"(?i:(?:.{0,40}(?:continues|continue|scroll)\b.{0,40})?(?:advertise?ments?|advertorial|promoted"
        r"|sponsored)"
        r"(?: content| by .{1,40}| links?)?|adverts?|ads? (?:by|choices)\b.{0,30}|skip (?:ad|advert))\W*",
        r"(?i:we (?:may )?earn a? ?commission\b.*)",
    ),
    # "Image copyright …", "Photo: …", "(Photo by …)", "John Moore/Getty Images".
    "caption": _rule(
        r"(?i:image|media|video|picture|photo|figure)(?i: copyright| caption| credit| source)\b.{0,300}",
        r"(?i:photo(?:graph)?s?|pictures?|images?|pics?|credits?|caption|illustration|video|graphic"
        r"|file photo|pictured"
        r"|(?:photo|image|picture) (?:by|credit|courtesy(?: of)?))\s*:\s*.{1,300}",
        r"(?i:photo(?:graph)?s?|picture|image|illustration|video)(?i: courtesy of| courtesy| by) .{1,80}",
        rf"(?:.{{1,60}}?(?:\bvia |/|©\s?|, ))?{AGENCIES}(?: Images?| Photos?| Wire| News)?(?:/.{{1,40}})?\W*",
        rf".{{0,300}}\([^()]{{0,80}}(?:/\s?{AGENCIES}\b|\b{AGENCIES}\s?/|\b(?i:(?:photo|image"
        rf"|picture)s?(?: by|:|/| courtesy)"
        r"))[^()]{0,80}\)|.{0,300}\((?i:courtesy(?: of)?) [^()]{1,60}\)",
        rf"(?s:(?=.{{0,260}}\({_POSITION}(?:,[^()]{{1,40}})?\)).{{1,300}})",
        r"(?s:(?=.{0,260}(?:\((?i:pictured|file photo|file image|stock image|above|below)[^()]{0,60}\)"
        r"|,? (?i:is )?pictured )).{1,300}[^.!?…\"”’'])",
        r"(?i:facebook|instagram|twitter|youtube)/.{1,60}",
    ),
    # "By Jane Doe", "By Jane Doe and John Roe, Health Correspondents".
    "byline": _rule(
        rf"(?:(?i:words|written|posted|story|text|report|analysis|interview) )?(?i:by):?\s+{_NAMES}"
        r"(?:\s*[,|–—-]\s*[^.!?:]{1,80})?(?:\s*[|–—-]\s*[^.!?]{1,60})?[.]?",
        rf"(?i:(?:words|text|story|report) by) {_NAMES}[.,;]? (?i:photo\w*|pictures?|illustrations?"
        rf"|video) (?i:by) .{{1,80}}",
    ),
    # "Reporting by …; editing by …", "… contributed to this report".
    "credit": _rule(
        r"(?i:(?:additional |with |-)*(?:reporting|writing|editing)(?: and (?:writing|editing"
        r"|reporting))?) (?i:by)\b.{1,300}",
        r"(?:(?i:podcast|audio|graphics?) )?(?i:compiled|translated|produced|edited) (?i:by)\b.{1,60}",
        rf"(?i:contributing|(?:additional )?reporting):\s+{_NAME}.{{0,150}}",
        rf"(?:{_NAMES}|{_NAME}) reported from {_NAME}(?:,? (?:and )?{_NAME}){{0,6}}[.]?",
        r".{1,200}(?i:contributed (?:to|reporting|additional)) ?(?i:(?:to |for |from )?(?:this"
        r"|the) (?:report|story|"
        r"article|post|column)|from .{1,60})?\W*",
        r"(?i:(?:story|video|text) (?:by|produced by)) .{1,200}",
        r"(?i:(?:additional |with )?(?:reporting|material|input)) from [A-Z][\w .,&'’-]{1,80}",
        r"(?i:contact (?:the )?(?:author|reporter|writer|us)\b|(?:media |press )?contacts?:).{0,200}",
        r"(?i:e-?mail):? \S+@\S+",
        r"(?i:h/t|hat tip):? .{1,100}",
    ),
    # "© 2022 …", "All rights reserved."
    "copyright": _rule(
        r"(?:©|(?:\(c\)|(?i:copyright))\s*(?:©|\(c\))?.{0,40}\b(?:19|20)\d\d\b).{0,160}",
        r"(?i:(?:originally|first) (?:published|appeared)) (?i:in|at|on|by) .{1,120}",
        r"(?:.{0,160}\b)?(?i:all rights reserved)\b.{0,160}",
        r"(?i:this (?:material|article|content|story|piece|post|column) (?:may not be"
        r"|was (?:originally|first) published|is (?:syndicated|republished|reprinted|distributed)"
        r"|(?:originally|first) (?:appeared|ran)))\b.{0,200}",
        r"(?i:as published in) .{1,80}",
        r"(?i:this (?:material|article|content|story|piece) is (?:the )?(?:copyright|copyrighted))\b"
        r".{0,200}",
        r"(?i:(?:prior |express )*(?:written )?permission (?:must be|is required|required))\b.{0,200}",
        r"(?i:distributed by|provided by|republished with permission) .{1,120}",
    ),
    # "This story has been updated to include …", "CORRECTION:", "This is a developing story …".
    "note": _rule(
        r"(?i:this (?:article|story|post|piece|report|page|version)(?: of (?:this|the) (?:article|story))? "
        r"(?:has been|was|is being|will be) (?:updated|corrected|amended|edited|revised"
        r"|clarified))\b.{0,300}",
        r".{0,100}\b(?i:(?:generated|written|created|produced|summari[sz]ed|translated) (?:by|with"
        r"|using)(?: the help of)? "
        r"(?:an? )?(?:AI|artificial intelligence|language model))\b.{0,160}",
        r"(?i:our standards):.{1,120}",
        r"(?i:(?:estimated )?(?:reading|read) time\s*[:–-]?\s*)?\d{1,3}[- ]?(?i:min(?:ute)?s?\.?(?: "
        r"read)?(?: time)?)",
        r"(?i:listen to (?:this|the) (?:article|story|episode|podcast))\b.{0,60}|(?i:audio|video) "
        r"(?i:player|unavailable)\b.{0,80}",
        r"(?i:this is a (?:developing|breaking)(?: news)? story).{0,200}",
        r"(?i:more to (?:come|follow)|refresh for updates|check back (?:for|soon).{0,60})\W*",
        r"(?i:(?:editor['’]?s['’]? note|correction|clarification)(?: appended)?s?)\s*(?:$"
        r"|[:–—-].{0,300})[.]?",
    ),
    # "Tags: bridge, Pell", "Filed under: News".
    "tags": _rule(
        r"(?i:tags?|topics?|filed under|categor(?:y|ies)|keywords|labels|in this (?:story|article)"
        r"|posted in)\s*:.{0,300}",
    ),
    # What pages are made of, left behind by copying.
    "markup": _rule(
        r"[\W\d_]{1,200}",  # no letters: rules, page numbers
        r"(?:\W*</?[a-zA-Z][^<>]{0,390}>)+\W*",
        r"!\[[^\]]{0,300}\]\([^)]{0,300}\)",
        r"<(?:img|iframe|script|style|hr|br|video|figure|!--)\b.{0,380}",
        r"\[/?[a-z_]{2,30}(?: [a-z_]{1,30}=[^\]]{0,200})?\].{0,300}",
        r"[^{}]{0,200}[{}]",
        r"[a-z-]{2,40}\s*:\s*[^;]{1,100};",
        r"(?i:we are sorry, ?this video is restricted).{0,100}",
        r"(?i:your browser does not support).{0,100}",
        r"(?i:(?:please )?(?:enable|turn on) javascript).{0,100}",
        r"(?i:loading|play(?: video)?|pause|mute|unmute|close|menu|next|previous|toggle \w+|replay)\W*",
        r"https?://\S{1,380}",
    ),
}  # fmt: skip
_AROUND = " \t\u00a0\u200b\ufeff*_•·►▶▸»›>|[](){}…–—-"
_OPENS_QUOTE = frozenset("“\"„«‘'")


def line_rule(line: str) -> str | None:
    """The name of the first rule that says `line` is no part of the story, or None.

    A line that begins with a quotation mark is always part of the story.

    >>> line_rule("READ MORE: Budget cut again")
    'pointer'
    >>> line_rule("Read more than one paper, she said.") is None
    True
    >>> line_rule("(Reporting by Ada Lovell; editing by Ben Roe.)")
    'credit'
    """
    if len(line) > LINE_WIDTH or line[:1] in _OPENS_QUOTE:
        return None
    core = line.strip(_AROUND).removesuffix(".)").rstrip(_AROUND)
    if is_timestamp(core):
        return "timestamp"
    for name, rule in _RULES.items():
        if rule.fullmatch(core) or rule.fullmatch(line):
            return name
    return None


def is_kicker(line: str) -> bool:
    """Whether a line is a label above or between paragraphs: a few words in capitals.

    >>> is_kicker("WORLD NEWS"), is_kicker("BRIEF."), is_kicker("NASA said no.")
    (True, True, False)
    """
    words = line.split()
    return (
        0 < len(words) <= KICKER_WORDS
        and line[:1] not in _OPENS_QUOTE
        and line[-1] not in "?!:\"”’'"
        and sum(map(str.isalpha, line)) > 2
        and not any(map(str.isdigit, line))
        and line == line.upper() != line.lower()  # scripts without capitals have no kickers
    )
