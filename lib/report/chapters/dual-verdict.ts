/** 双评估结论: level and economic verdict side by side, never netted, and the decisions the pair allows. */

import { schemeOf } from '../../scheme/registry.ts'
import { gateCell } from '../../verdict/gate.ts'
import type { Results, Verdict } from '../../verdict/results.ts'
import type { Block, DualMatrix } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import {
  DECISION,
  DIMENSION,
  ECONOMIC_VERDICT,
  LEVEL,
  listed,
  missingList,
  reservationList,
} from '../wording.ts'
import { missing, paragraph, section } from '../write.ts'

const LEVELS = ['low', 'medium', 'high'] as const
const ECONOMIC = ['pass', 'marginal', 'fail'] as const

export const dualVerdict: Chapter = ({ caseFile, results }) => {
  const { verdict } = results
  return [
    section('双评估结论'),
    paragraph(
      '经济效益评价和社会稳定风险评估各自具有否决作用，两项结论并列，不相抵消。风险等级与经济评价结论的各种组合所允许的决策见',
      { ref: 'dual' },
      '。',
    ),
    matrix(caseFile.schemeId, verdict),
    ...conclusion(caseFile.schemeId, results),
  ]
}

function conclusion(schemeId: string, { verdict, reservations }: Results): Block[] {
  if (verdict.status === 'cannot-be-given') {
    const lacking = verdict.missing.length > 0 ? `尚缺：${missingList(verdict.missing)}。` : ''
    return [missing(`双评估结论暂不能作出。${lacking}`)]
  }
  const cell = gateCell(verdict.level, verdict.economic, schemeOf(schemeId))
  const failed = verdict.failedDimensions.map((dimension) => DIMENSION[dimension])
  return [
    paragraph(
      `本事项落实措施后为${LEVEL[verdict.level]}，经济评价结论为“${ECONOMIC_VERDICT[verdict.economic]}”${
        failed.length > 0 ? `，${listed(failed)}不符合要求` : ''
      }。允许的决策为：${listed(verdict.decisions.map((decision) => DECISION[decision]))}。`,
    ),
    ...(reservations.length > 0 ? [missing(`作出上述结论时须注明：${reservationList(reservations)}。`)] : []),
    ...(cell.ok ? [paragraph(`评估方案参数对这一组合的说明：${cell.value.reason.zh}`)] : []),
    ...(failed.length > 0
      ? [paragraph(`${listed(failed)}不符合要求具有否决作用，图中所列可实施的决策对本事项不适用。`)]
      : []),
  ]
}

function matrix(schemeId: string, verdict: Verdict): DualMatrix {
  const scheme = schemeOf(schemeId)
  const given = verdict.status === 'given' ? verdict : null
  return {
    kind: 'dual-matrix',
    label: 'dual',
    caption: '双评估矩阵',
    alt: given
      ? `风险等级与经济评价结论的组合所允许的决策，本事项位于${LEVEL[given.level]}、${ECONOMIC_VERDICT[given.economic]}一格。`
      : '风险等级与经济评价结论的组合所允许的决策，本事项的位置尚不能确定。',
    corner: '经济评价／风险等级',
    columns: LEVELS.map((level) => LEVEL[level]),
    rows: ECONOMIC.map((economic) => ({
      text: ECONOMIC_VERDICT[economic],
      cells: LEVELS.map((level) => {
        const here = given?.level === level && given.economic === economic
        const cell = gateCell(level, economic, scheme)
        const lines = cell.ok ? cell.value.decisions.map((decision) => DECISION[decision]) : []
        return { lines: here ? ['【本事项】', ...lines] : lines, here }
      }),
    })),
  }
}
