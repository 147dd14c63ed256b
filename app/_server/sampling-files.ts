/** The files of a sample: templates to fill in, the households drawn, all tickets for whoever repeats a draw. */
import type { Reader } from '../../db/database.ts'
import { readDrawnLists, readListsOfDraw } from '../../db/stores/sampling-draws.ts'
import type { ReadableAssessment } from '../../lib/assessment/access.ts'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import { GROUP_COLUMNS } from '../../lib/assessment/group-import.ts'
import { drawSheet } from '../../lib/report/draw-sheet.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { HOUSEHOLD_COLUMNS } from '../../lib/survey/frame/household-list.ts'
import { inListOrder } from '../../lib/survey/frame/list-order.ts'
import { seedText, ticketOf } from '../../lib/survey/sampling/draw.ts'
import type { SamplingDraw } from '../../lib/survey/sampling/sampling-draw.ts'
import { renderSheet } from './print/render.ts'
import { writeCsv, writeWorkbook } from './spreadsheet/write.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface MadeFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  /** Whether taking it is recorded. */
  readonly event: boolean
}

type Refusal = 'not-found' | 'not-allowed' | 'render-failed'

export async function samplingFile(
  file: string,
  caseFile: CaseFile,
  door: Reader,
  assessment: ReadableAssessment,
  mayEdit: boolean,
): Promise<Result<MadeFile, Refusal>> {
  if (file === 'groups.xlsx') return ok(await groupsTemplate(caseFile))
  if (file === 'households.xlsx') return ok(await householdsTemplate(caseFile))
  const [, seq, kind] = /^draw-([1-9]\d{0,3})(\.pdf|\.xlsx|-tickets\.csv)$/.exec(file) ?? []
  const { draws } = caseFile.sampling
  const draw = draws.find((one) => one.seq === Number(seq))
  if (!draw) return fail('not-found')
  if (kind === '.pdf') {
    const rendered = await renderSheet(drawSheet(draw, draws, caseFile.matter))
    if (!rendered.ok) return fail('render-failed')
    const bytes = rendered.value.pdf
    return ok({ name: `随机抽户-${draw.seq}.pdf`, type: 'application/pdf', bytes, event: false })
  }
  if (!mayEdit) return fail('not-allowed')
  return kind === '.xlsx' ? drawnWorkbook(draw, door, assessment) : allTickets(draw, door, assessment)
}

/** The groups as they are: to be changed and brought back. */
async function groupsTemplate({ groups }: CaseFile): Promise<MadeFile> {
  const bytes = await writeWorkbook([
    {
      name: '利益相关群体',
      columns: GROUP_COLUMNS.map((heading) => ({ heading, width: heading === '群体名称' ? 32 : 12 })),
      rows: groups.map(({ name, effect, households, persons }) => [
        name,
        effect === 'direct' ? '直接' : '间接',
        households,
        persons,
      ]),
    },
    instructions([
      '每个群体一行。群体名称写地点和利益，例如“桑科新村被征地户”，不写任何人的姓名。',
      '影响方式填“直接”或者“间接”。',
      '户数、人数填整数，人数不少于户数。',
      '导入的表格整体替换现有群体；同名的群体保留原有的链接和登记内容。',
    ]),
  ])
  return { name: '利益相关群体.xlsx', type: XLSX, bytes, event: false }
}

async function householdsTemplate({ groups }: CaseFile): Promise<MadeFile> {
  const bytes = await writeWorkbook([
    {
      name: '户编号名册',
      columns: HOUSEHOLD_COLUMNS.map((heading) => ({ heading, width: heading === '群体名称' ? 32 : 14 })),
      rows: [],
    },
    instructions([
      '每户一行。户编号用村（社区）名册上的序号，例如 17 或者 3-012，最多16位。',
      '不要填写姓名、身份证号、电话和住址；带有这些列的文件不予导入。',
      `群体名称须与登记的一致：${groups.map(({ name }) => name).join('、')}`,
      '文件中没有的群体不受影响。没有名册的群体，按1至户数连续编号。',
    ]),
  ])
  return { name: '户编号名册.xlsx', type: XLSX, bytes, event: false }
}

const instructions = (lines: readonly string[]) => ({
  name: '填写说明',
  columns: [{ heading: '填写说明', width: 90 }],
  rows: lines.map((line) => [line]),
})

async function drawnWorkbook(
  draw: SamplingDraw,
  door: Reader,
  assessment: ReadableAssessment,
): Promise<Result<MadeFile, Refusal>> {
  const lists = await readDrawnLists(door, assessment, draw.seq)
  const { outcome } = draw
  if (!lists || !outcome) return fail('not-found')
  const bytes = await writeWorkbook([
    ...lists.map(({ group, numbers }) => ({
      name: group,
      columns: [
        { heading: '户编号', width: 16 },
        { heading: '抽中次序', width: 12 },
      ],
      rows: numbers
        .map((number, i) => ({ number, rank: i + 1 }))
        .sort((a, b) => inListOrder(a.number, b.number))
        .map(({ number, rank }) => [number, rank]),
    })),
    {
      name: '抽取记录',
      columns: [
        { heading: '项目', width: 18 },
        { heading: '内容', width: 90 },
      ],
      rows: [
        ['第几次', draw.seq],
        ['预告日', draw.announcedOn],
        ['公开号码来源', draw.source],
        ['公开号码', outcome.publicNumber],
        ['抽取日', outcome.drawnOn],
        ['抽样框摘要值', draw.frameDigest],
        ['种子', seedText(draw.frameDigest, outcome.publicNumber)],
        ['抽中名单摘要值', outcome.digest],
        ['注意', '名单只用于入户。户编号不写在问卷和作答码上，不记录哪一户答了什么。'],
      ],
    },
  ])
  return ok({ name: `抽中名单-${draw.seq}.xlsx`, type: XLSX, bytes, event: true })
}

async function allTickets(
  draw: SamplingDraw,
  door: Reader,
  assessment: ReadableAssessment,
): Promise<Result<MadeFile, Refusal>> {
  const { outcome } = draw
  const lists = await readListsOfDraw(door, assessment, draw)
  if (!outcome) return fail('not-found')
  const seed = seedText(draw.frameDigest, outcome.publicNumber)
  const rows = lists.flatMap(({ groupId, group, numbers }) => {
    const last = outcome.lastTickets[groupId] ?? ''
    return [...numbers].sort(inListOrder).map((number) => {
      const ticket = ticketOf(seed, group, number)
      return [group, number, ticket, ticket <= last ? '是' : '否']
    })
  })
  const bytes = new TextEncoder().encode(writeCsv(['群体名称', '户编号', '签号', '是否抽中'], rows))
  return ok({ name: `全部签号-${draw.seq}.csv`, type: 'text/csv; charset=utf-8', bytes, event: true })
}
