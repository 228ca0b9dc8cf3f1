# 导入企业名单（python -m bot import）

import-dry = 试运行，没有写入：共 { $rows } 行，将新增 { $new } 家、更新 { $changed } 家、不变 { $same } 家，有问题 { $bad } 行。确认后加 --write 再运行一次。
import-written = 已写入：共 { $rows } 行，新增 { $new } 家、更新 { $changed } 家、不变 { $same } 家，有问题没有写入的 { $bad } 行。
import-row = 第 { $row } 行：{ $what }
import-more = 另有 { $count } 处问题没有列出。先改好上面的，再运行一次。
import-new-town = 新镇街：{ $town }。如果是写错了，请改正后再导入。
import-ignored = 没有用到这一列：{ $header }
import-namesake = { $town }有两家以上同名企业：{ $name }。信用代码不同，请核对。
import-no-header = 没有找到表头。名单至少要有“企业名称”“统一社会信用代码”“镇街”三列，表头放在前 15 行以内。

import-empty = “{ $column }”是空的。
import-too-long = “{ $column }”太长，最多 { $most } 个字。
import-code-length = 信用代码 { $code } 不是 18 位。
import-code-characters = 信用代码 { $code } 里有不该有的字符（不用字母 I、O、S、V、Z）。
import-code-check = 信用代码 { $code } 的校验位不对，请核对是不是抄错了一位。
import-code-number = 信用代码 { $code } 被表格当成了数字，后几位已经丢失。请把这一列改成文本格式，重新填写。
import-double = 信用代码和第 { $first } 行重复。
import-colour = 颜色“{ $cell }”不认识，只有橙、黄、蓝、白、绿五种；空着就按行业确定。
import-industry = 行业“{ $cell }”不认识，也没有填颜色，定不了颜色。请改行业或填颜色。
import-flag = “{ $fact }”填的是“{ $cell }”，请填“是”或“否”。
import-number = “{ $fact }”填的是“{ $cell }”，请只填数字。
import-phone = “{ $column }”不是手机号码（11 位）。

column-name = 企业名称
column-credit-code = 统一社会信用代码
column-town = 镇街
column-grid = 网格
column-department = 负责部门
column-address = 地址
column-principal = 主要负责人
column-principal-phone = 负责人电话
column-officer = 安全员
column-officer-phone = 安全员电话

sheet-empty = 文件是空的。
sheet-unreadable = 文件打不开，请检查路径和权限。
sheet-too-big = 文件太大，最大 20 MB。请分成几个文件。
sheet-too-much = 文件展开后太大，没有读取。请另存为普通的 xlsx 再试。
sheet-too-many-rows = 行数太多，一个表最多 50000 行。请分成几个文件。
sheet-too-many-columns = 列数太多，一个表最多 100 列。
sheet-long-cell = 有的单元格超过 1000 个字。
sheet-old-format = 这是旧的 .xls 或加了密码的文件。请去掉密码，另存为 .xlsx。
sheet-password = 文件有密码。请去掉密码后再导入。
sheet-not-a-sheet = 这不是 xlsx 或 csv 文件。
sheet-broken = 文件已损坏，读不出来。

# 应急力量（python -m bot responders）

import-call-dry = 试运行，没有写入：可用 { $rows } 行，有问题 { $bad } 行。确认后加 --write 再运行一次。
import-call-written = 已写入：新增 { $new } 个、更新 { $known } 个；可用 { $rows } 行，有问题没有写入的 { $bad } 行。
import-call-row = 第 { $row } 行：要有类别（救援队、值班、抢修、医院、专家）、名称和电话。
import-call-no-header = 没有找到表头。至少要有“类别”“名称”“电话”三列，另可有“镇街”“联系人”“专长”“纬度”“经度”。
