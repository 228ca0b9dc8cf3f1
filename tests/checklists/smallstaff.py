"""Small rules of posts, certificates and the veto list, and what breaks them."""

SMALL_STAFF = {
    "rules/certificates.yaml": """\
kinds:
  - {id: wiring, name: 电工作业, short: 电工证, family: special, years: 6, review_years: 3, ours: true}
  - {id: licence, name: 许可证, short: 许可证, family: licence, ours: true}
posts:
  - {id: electrician, name: 电工, needs: [wiring]}
start:
  - {id: expired, basis: [{law: 消防法, article: 16}]}
""",
    "en/rules/certificates.yaml": """\
kinds:
  wiring: {name: Wiring, short: Wiring}
  licence: {name: Licence, short: Licence}
posts:
  electrician: Electrician
""",
    "rules/veto.yaml": """\
reasons:
  - {id: forged, title: 证件造假, text: 用假证。, targets: [person], bars: [post], days: 90, ours: true}
""",
    "en/rules/veto.yaml": """\
reasons:
  forged: {title: Forged, text: A false paper.}
""",
}

BROKEN_STAFF = [
    ("unknown-certificate", "rules/certificates.yaml", "needs: [wiring]", "needs: [wirings]"),
    ("unknown-certificate", "rules/certificates.yaml", "needs: [wiring]", "needs: [licence]"),
    ("review-late", "rules/certificates.yaml", "review_years: 3", "review_years: 6"),
    ("not-one-of", "rules/certificates.yaml", "{id: expired, basis", "{id: expires, basis"),
    ("not-one-of", "rules/veto.yaml", "bars: [post]", "bars: [work]"),
    ("bad-value", "rules/veto.yaml", "days: 90", "days: 0"),
    ("ground-missing", "rules/veto.yaml", ", ours: true}", "}"),
]
