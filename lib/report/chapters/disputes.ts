/** 矛盾纠纷滚动排查: the rounds, what they found, and what became of it in the three linked kinds of mediation. */
import { isOpen, isUnresolved, TRACKS, type Track } from '../../disputes/dispute.ts'
import { outcomesByTrack, unresolvedByFactor } from '../../disputes/dispute-register.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, count, NONE } from '../format.ts'
import { quoted } from '../wording.ts'
import { item, missing, paragraph } from '../write.ts'

export const disputeScreening: Chapter = (input) => [item('矛盾纠纷排查调处'), ...screening(input)]

const TRACK = {
  people: '人民调解',
  administrative: '行政调解',
  judicial: '司法调解',
} as const satisfies Record<Track, string>

function screening({ caseFile }: ReportInput): Block[] {
  const { rounds, disputes } = caseFile.disputes
  if (rounds.length === 0 && disputes.length === 0) {
    return [missing('案卷未登记矛盾纠纷排查，没有排查和调处情况可以列出。')]
  }
  const unresolved = disputes.filter(isUnresolved)
  const failed = unresolved.filter((dispute) => dispute.state === 'not-settled' || !isOpen(dispute))
  const closed = failed.filter(({ state }) => state === 'closed').length
  const settled = disputes.length - unresolved.length
  const alive = unresolvedByFactor(caseFile.disputes)
  const factors = caseFile.factors.filter(({ id }) => alive.has(id)).map(({ name }) => name)
  const before = rounds.filter(({ stage }) => stage === 'before-decision').length
  return [
    ...(before === 0 ? [missing('决策作出之前没有登记排查轮次。')] : []),
    paragraph(
      `共排查${count(rounds.length)}轮（决策前${count(before)}轮，决策后${count(rounds.length - before)}轮），登记纠纷${count(disputes.length)}件：达成协议${count(settled)}件，未达成协议${count(failed.length)}件${
        closed > 0 ? `（其中${count(closed)}件没有达成协议就已结案）` : ''
      }，正在办理${count(unresolved.length - failed.length)}件。`,
    ),
    ...(rounds.length > 0 ? [roundTable({ caseFile })] : []),
    ...(disputes.length > 0 ? [outcomeTable({ caseFile })] : []),
    ...(factors.length > 0
      ? [paragraph(`下列风险因素有没有达成协议的纠纷，其概率须结合调处情况复核：${quoted(factors)}。`)]
      : []),
  ]
}

function roundTable({ caseFile }: Pick<ReportInput, 'caseFile'>): Table {
  const { rounds, disputes } = caseFile.disputes
  return {
    kind: 'table',
    label: 'screening',
    caption: '矛盾纠纷排查轮次',
    columns: [
      { head: '阶段', width: 1, align: 'center' },
      { head: '起止日期', width: 2.6, align: 'center' },
      { head: '排查范围', width: 2, align: 'left' },
      { head: '排查单位', width: 2, align: 'left' },
      { head: '发现纠纷', width: 1, align: 'right' },
    ],
    rows: rounds.map(({ id, stage, from, to, area, office }) => [
      stage === 'before-decision' ? '决策前' : '决策后',
      `${chineseDay(from)}至${chineseDay(to)}`,
      area,
      office,
      count(disputes.filter(({ roundId }) => roundId === id).length),
    ]),
    note: '平时反映、不由排查发现的纠纷不计入各轮。',
  }
}

function outcomeTable({ caseFile }: Pick<ReportInput, 'caseFile'>): Table {
  const outcomes = outcomesByTrack(caseFile.disputes)
  const waiting = caseFile.disputes.disputes.filter(({ track }) => track === null).length
  return {
    kind: 'table',
    label: 'mediation',
    caption: '矛盾纠纷调处情况',
    columns: [
      { head: '调解途径', width: 2, align: 'left' },
      { head: '交办', width: 1, align: 'right' },
      { head: '达成协议', width: 1.2, align: 'right' },
      { head: '未达成协议', width: 1.3, align: 'right' },
      { head: '办理中', width: 1, align: 'right' },
    ],
    rows: [
      ...TRACKS.map((track) => {
        const { referred, settled, notSettled, open } = outcomes[track]
        return [TRACK[track], count(referred), count(settled), count(notSettled), count(open)]
      }),
      ...(waiting > 0 ? [['待交办', count(waiting), NONE, NONE, NONE]] : []),
    ],
  }
}
