/**
 * 民意调查可信度核查: every check of the survey with its finding, whether it found something or not.
 *
 * The chapter always stands in the report. A check that could not be made is printed as one, because silence about it
 * would read as if it had been passed; and no sentence says that somebody cheated.
 */
import type { CredibilityReport, JudgedFinding } from '../../survey/credibility/check.ts'
import { CHECK_NAMES, FLAG_BELOW } from '../../survey/credibility/finding.ts'
import { checkTitle, describeFinding } from '../../survey/credibility/wording.ts'
import { shownCredibility } from '../../verdict/shown-credibility.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { credibilitySilence } from '../credibility-silence.ts'
import { chineseNumber, decimal, degree, NONE } from '../format.ts'
import { quoted } from '../wording.ts'
import { item, missing, paragraph, withFootnote } from '../write.ts'

export const surveyCredibility: Chapter = (input) => {
  const heading = item('民意调查可信度核查')
  const credibility = shownCredibility(input.caseFile, input.results)
  const silent = credibilitySilence(input)
  if (silent || !credibility?.ok) return [heading, missing(silent ?? '')]
  return [
    heading,
    withFootnote(
      paragraph(
        `对本次调查固定进行${chineseNumber(CHECK_NAMES.length)}项可信度核查，不设免检项目，结果见`,
        { ref: 'credibility' },
        '。核查只说明现象出现的可能性大小，不认定原因，不针对任何人员。',
      ),
      'p值为如实开展的调查出现同样或者更不寻常现象的概率，已按核查的处数和核查的项数校正（邦费罗尼法），因此大于结果栏所述的可能性。',
    ),
    findingTable(credibility.value),
    ...verdict(credibility.value),
  ]
}

function findingTable({ findings }: CredibilityReport): Table {
  return {
    kind: 'table',
    label: 'credibility',
    caption: '民意调查可信度核查结果',
    columns: [
      { head: '核查', width: 1.7, align: 'left' },
      { head: '结果', width: 6, align: 'left' },
      { head: 'p值', width: 1.1, align: 'center' },
    ],
    rows: findings.map((finding) => [
      checkTitle(finding.check, 'zh-CN'),
      describeFinding(finding, 'zh-CN'),
      chance(finding),
    ]),
    emphasised: findings.flatMap(({ severity }, i) => (severity === 'flag' ? [i] : [])),
    note: `注：“须作说明”要求p值小于${decimal(FLAG_BELOW)}，或者账目不符；“—”为核对账目等不含偶然性的核查，没有p值。为保护答卷人不列示份数的，p值只列所在区间。`,
  }
}

/** p, or why there is none. */
function chance({ severity, adjustedPValue, concealed }: JudgedFinding): string {
  if (severity === 'not-applicable') return '未能核查'
  if (adjustedPValue === null) return NONE
  if (concealed) return adjustedPValue === 1 ? '≥0.05' : `＜${adjustedPValue}`
  return adjustedPValue < 0.001 ? '＜0.001' : degree(adjustedPValue, [FLAG_BELOW])
}

function verdict({ findings, made }: CredibilityReport): Block[] {
  const titles = (severity: JudgedFinding['severity']) => [
    ...new Set(
      findings
        .filter((finding) => finding.severity === severity)
        .map(({ check }) => checkTitle(check, 'zh-CN')),
    ),
  ]
  const [flagged, noticed] = [titles('flag'), titles('notice')]
  const unmade = CHECK_NAMES.length - made
  return [
    ...(flagged.length > 0
      ? [
          paragraph(
            `须作说明的核查有${flagged.length}项：${quoted(flagged)}。评估主体应当逐项核实并写明情况；核实之前，引用本次调查的支持度和反对比例应当同时说明上述结果。`,
          ),
        ]
      : []),
    ...(noticed.length > 0 ? [paragraph(`提请注意的核查有${noticed.length}项：${quoted(noticed)}。`)] : []),
    ...(made > 0 && flagged.length === 0 && noticed.length === 0
      ? [paragraph(`已进行的${made}项核查未见异常。`)]
      : []),
    ...(unmade > 0 ? [missing(`有${unmade}项核查缺少所需的记录，未能进行。未核查不等于没有问题。`)] : []),
  ]
}
