/** The note that lies in every bundle, for somebody who finds it in ten years without the workbench. */
import type { BundleKind } from './manifest.ts'

const ZH: Record<BundleKind, string> = {
  archive: '本包为存档包，含完整评估案卷，可复算全部数字。仅供有权查阅案卷的人员使用。',
  public: '本包为公开包。可能推断出少数人作答情况的计数已隐去，隐去的数字列于 manifest.json 的 withheld。',
}
const EN: Record<BundleKind, string> = {
  archive:
    'This is an archive bundle: the whole case file, from which every figure can be recomputed. For those with the right to it.',
  public:
    'This is a public bundle. Counts that could tell how a few people answered are left out; manifest.json lists the figures concerned under "withheld".',
}

export function readme(kind: BundleKind): string {
  return `社会稳定风险评估　验证包

${ZH[kind]}

case.json      评估案卷（规范化 JSON，RFC 8785）
results.json   由案卷计算得出的全部数字
scheme.json    评估方案参数
tallies.json   问卷计票
leaves.json    回执摘要（排序），其默克尔树根即报告所载回执总根（RFC 6962）
manifest.json  清单和各文件的 SHA-256 摘要

核验：用稳评工作台的核验页打开本包，或运行 npm run recompute -- 包文件.zip。
案卷摘要应与报告编制说明所载一致。

Social-stability risk assessment: verification bundle

${EN[kind]}

case.json      the case file (canonical JSON, RFC 8785)
results.json   every figure computed from it
scheme.json    the rule set it is judged by
tallies.json   the counts of the survey
leaves.json    digests of the receipts, sorted; their Merkle root (RFC 6962) is printed in the report
manifest.json  the list, with the SHA-256 digest of each file

To check it, open it on the verification page of the workbench, or run: npm run recompute -- bundle.zip
The digest of the case must be the one printed in the report.
`
}
