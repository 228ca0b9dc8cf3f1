# 导入企业名单（python -m bot import）

import-dry = 试运行，没有写入：共 { $rows } 行，将新增 { $new } 家、更新 { $changed } 家、不变 { $same } 家，有问题 { $bad } 行。确认后加 --write 再运行一次。
import-written = 已写入：共 { $rows } 行，新增 { $new } 家、更新 { $changed } 家、不变 { $same } 家，有问题没有写入的 { $bad } 行。
import-row = 第 { $row } 行：{ $what }
import-more = 另有 { $count } 处问题没有列出。先改好上面的，再运行一次。
import-ignored = 没有用到这一列：{ $header }
import-bad-file = 有问题的行写进了 { $file }：改好标黄的格子，再导入这个文件就行。
import-template = 空白模板写进了 { $file }。
import-map-unknown = “{ $given }”看不懂。请写成 列名=字段，字段有：
import-no-header = 没有找到“统一社会信用代码”这一列。表头放在前 15 行以内；列名不一样的，用 --map "列名=credit-code" 指出来。

# 应急力量（python -m bot responders）

import-call-dry = 试运行，没有写入：可用 { $rows } 行，有问题 { $bad } 行。确认后加 --write 再运行一次。
import-call-written = 已写入：新增 { $new } 个、更新 { $known } 个；可用 { $rows } 行，有问题没有写入的 { $bad } 行。
import-call-row = 第 { $row } 行：要有类别（救援队、值班、抢修、医院、专家）、名称和电话。
import-call-no-header = 没有找到表头。至少要有“类别”“名称”“电话”三列，另可有“镇街”“联系人”“专长”“纬度”“经度”。
import-call-yaml = 第 { $row } 行读不懂。YAML 里字符串有冒号的要加引号，同名的键只写一次。
import-call-no-list = 没有找到 responders: 下面的清单，或超过 5000 条。每条写 kind、name、phone，另可有 town、person、skills、lat、lon。
