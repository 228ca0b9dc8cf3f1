# 发布内容（python -m bot publish）

publish-refused = 没有发布。请先改好上面的问题；正在用的内容没有变。
publish-done = 已发布，第 { $number } 版。
publish-same = 这就是正在用的第 { $number } 版，没有要发布的。
publish-more = ……还有 { $n } 处改动。
publish-drafts = 有 { $n } 份做到一半的自查留在原来的版本，由填报人自己决定换不换。
publish-nobody = 现在没有程序在运行，下次启动时就用这一版。
publish-followed = 正在运行的 { $n } 个程序都已经换成这一版。
publish-behind = 这些程序还没有换：{ $processes }。请看它们的日志，也许它们的程序版本不一样。
