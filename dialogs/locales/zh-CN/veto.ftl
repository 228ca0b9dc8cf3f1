## 一票否决名单

veto-gone = 这一条已经不在名单上了。
veto-day-over = 这一天已经过了。
