# 内容编写命令（python -m checklists …）

diff-same = 没有差别：两个版本一字不差。
diff-count = 共{ $n }处改动。
diff-no-such = “{ $what }”不是文件、文件夹，也不是指纹。
diff-not-kept = { $what }不是留存版本（用 python -m checklists kept --out 写出）。
diff-no-fingerprint = 没有（或不止一个）指纹以{ $what }开头的留存版本。python -m checklists kept 可列出全部。
kept-version = { $checklist }  { $fingerprint }  { $since }起展示
kept-none = 这个数据库里还没有留存任何版本。
kept-away = 打不开数据库：{ $why }。
