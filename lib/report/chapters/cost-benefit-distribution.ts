/** 费用效益的分配: who bears and who receives what, as entered, and what it comes to for each; those who only pay by name. */
import { ALLOCATED_ROWS, isFixedParty } from '../../economics/allocation.ts'
import { type Distribution, groupsThat } from '../../economics/distribution.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { distributionSilence } from '../economics-silence.ts'
import { distributionFigure } from '../figures/distribution-figure.ts'
import { count, NONE, percent, shareAsEntered, wan, wanYuan } from '../format.ts'
import { partyName } from '../party-name.ts'
import { ALLOCATED_ROW, listed, quoted, STANDING } from '../wording.ts'
import { missing, paragraph, section, withFootnote } from '../write.ts'

export const costBenefitDistribution: Chapter = (input) => {
  const heading = section('费用效益的分配')
  const { caseFile, results } = input
  if (!results.distribution.ok) return [heading, missing(distributionSilence(results.distribution.reason))]
  const found = results.distribution.value
  return [
    heading,
    withFootnote(
      paragraph(
        `现金流量表中的每一项按比例分给利益相关群体和其他各方，比例适用于各年，见`,
        { ref: 'shares' },
        `；按社会折现率${percent(caseFile.economics.socialDiscountRate)}折现后各方的得失见`,
        { ref: 'distribution' },
        '和',
        { ref: 'distribution-figure' },
        '。各方合计等于经济净现值。',
      ),
      '只分配现金流量表中的数额，噪声、绕行、景观等没有折成金额的影响不在表内。领取的补偿抵偿所失去的土地、房屋和收入，另列，不计入净得失。',
    ),
    shares(input, found),
    distribution(input, found),
    distributionFigure(found, (party) => partyName(caseFile, party)),
    ...remarks(input, found),
  ]
}

function shares({ caseFile }: ReportInput, { parties, unallocated }: Distribution): Table {
  const { shares: entered } = caseFile.economics
  const named = parties.filter(({ party }) => ALLOCATED_ROWS.some((row) => entered[row][party]))
  return {
    kind: 'table',
    label: 'shares',
    caption: '各项费用和效益的分配比例',
    columns: [
      { head: '一方', width: 2, align: 'left' },
      ...ALLOCATED_ROWS.map((row) => ({ head: ALLOCATED_ROW[row], width: 1.2, align: 'right' as const })),
    ],
    rows: [
      ...named.map(({ party }) => [
        partyName(caseFile, party),
        ...ALLOCATED_ROWS.map((row) => {
          const share = entered[row][party]
          return share === undefined ? NONE : shareAsEntered(share)
        }),
      ]),
      [
        '未分配',
        ...ALLOCATED_ROWS.map((row) =>
          unallocated.shares[row] === 0 ? NONE : shareAsEntered(unallocated.shares[row]),
        ),
      ],
    ],
    emphasised: [named.length],
    note: '注：“补偿费用”为出钱的一方，“补偿的领取”为领钱的一方。没有金额的项目不需要分配。',
  }
}

function distribution({ caseFile }: ReportInput, found: Distribution): Table {
  const { parties, unallocated, complete, enpvFen } = found
  const yuan = (fen: number | null) => (fen === null ? NONE : count(fen / 100))
  const sum = (of: (one: Distribution['parties'][number]) => number) =>
    parties.reduce((total, one) => total + of(one), 0)
  const rest = complete
    ? []
    : [
        [
          '未分配',
          wan(unallocated.benefitFen),
          wan(unallocated.costFen),
          wan(unallocated.netFen),
          NONE,
          NONE,
          wan(unallocated.receivedFen),
          NONE,
        ],
      ]
  return {
    kind: 'table',
    label: 'distribution',
    caption: '各方得失的现值（万元；每户、每人为元）',
    columns: [
      { head: '一方', width: 2.2, align: 'left' },
      { head: '效益', width: 1.35, align: 'right' },
      { head: '费用', width: 1.35, align: 'right' },
      { head: '净得失', width: 1.4, align: 'right' },
      { head: '每户', width: 1.1, align: 'right' },
      { head: '每人', width: 1.1, align: 'right' },
      { head: '领取补偿', width: 1.25, align: 'right' },
      { head: '状况', width: 1.15, align: 'center' },
    ],
    rows: [
      ...parties.map(({ party, ...balance }) => [
        partyName(caseFile, party),
        wan(balance.benefitFen),
        wan(balance.costFen),
        wan(balance.netFen),
        yuan(balance.netPerHouseholdFen),
        yuan(balance.netPerPersonFen),
        wan(balance.receivedFen),
        // The treasury pays because that is its office; a standing says something of groups alone.
        isFixedParty(party) ? NONE : STANDING[balance.standing],
      ]),
      ...rest,
      [
        '合计',
        wan(sum((one) => one.benefitFen) + unallocated.benefitFen),
        wan(sum((one) => one.costFen) + unallocated.costFen),
        wan(enpvFen),
        NONE,
        NONE,
        wan(sum((one) => one.receivedFen) + unallocated.receivedFen),
        NONE,
      ],
    ],
    emphasised: [parties.length + rest.length],
    ...(parties.some(({ party }) => isFixedParty(party))
      ? { note: '注：财政、项目业主和社会公众不是利益相关群体，不计每户、每人，也不判断状况。' }
      : {}),
  }
}

/** Who only pays, who pays more than it gets, and what nobody was given: said, and netted against nothing. */
function remarks({ caseFile }: ReportInput, found: Distribution): Block[] {
  const named = (parties: readonly string[]) => listed(parties.map((party) => partyName(caseFile, party)))
  const [only, more] = [groupsThat(found, 'only-pays'), groupsThat(found, 'loses')]
  const blocks: Block[] = []
  if (only.length > 0) {
    blocks.push(
      missing(
        `只付出的群体：${named(only)}。承担费用，没有分到效益，也没有领取补偿。合理性中“兼顾不同利益群体”的认定须说明这一点；它不改变风险等级，也不与别人的效益抵消。`,
      ),
    )
  }
  if (more.length > 0)
    blocks.push(paragraph(`净付出的群体：${named(more)}。分到的效益少于承担的费用，须核对补偿和受益安排。`))
  if (only.length + more.length === 0 && caseFile.groups.length > 0) {
    blocks.push(paragraph('已分配的部分中，没有付出多于所得的利益相关群体。'))
  }
  if (caseFile.groups.length === 0)
    blocks.push(missing('案卷未登记利益相关群体，看不出哪些群众受益、哪些群众付出。'))
  if (!found.complete) {
    const rows = ALLOCATED_ROWS.filter((row) => found.unallocated.shares[row] > 0)
    blocks.push(
      missing(
        `${quoted(rows.map((row) => ALLOCATED_ROW[row]))}没有全部分配，未分配的效益${wanYuan(found.unallocated.benefitFen)}、费用${wanYuan(found.unallocated.costFen)}单独列出，没有摊给任何一方。`,
      ),
    )
  }
  return blocks
}
