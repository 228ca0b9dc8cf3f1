"""Sixty texts that a spreadsheet might take for a formula, a link, a number or a command."""

PAYLOADS = (
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x","y")',
    "=2+5+cmd|' /C calc'!A0", "=IMPORTXML(CONCAT(1),2)", "＝1+1", "{=1}", "https://example.org/x", "mailto:x@y.z",
    "0012", "1e9", "2026-11-23", "<b>", "&amp;", "]]>", "\u202ename", "😀", "'", '"', "\x00\x07", "a\nb",
    "＋1+1", "－1", "＠SUM(A1)", " =1+1", "\u3000=1", "\u00a0=1", "\ufeff=1", '=DDE("cmd";"/C calc";"x")',
    '=WEBSERVICE("http://x")', '=EXEC("calc")', "@cmd|'/c calc'!A1", "+cmd|'/c calc'!A1", "-cmd|'/c calc'!A1",
    "-2+3+cmd|' /C calc'!D2", '=IMAGE("http://x")', '=FILTERXML("<a/>","//a")', '=INDIRECT("A1")',
    "=1;=2", "a,=1", 'a","=1', "a\r\n=1", "=1\t=2", "'=1+1", '"=1+1"', "%0A=1", "=0x41", "TRUE", "NaN", "-Infinity",
    "ftp://x/y", "file:///etc/passwd", "\\\\server\\share", "internal:Sheet1!A1",
)  # fmt: skip
