/** Prints of a survey as files: posters, paper forms with their serials, a specimen, the table for entered paper. */
import type { Reader } from '../../db/database.ts'
import { readPaperBatches } from '../../db/stores/paper.ts'
import type { CaseFile } from '../../lib/assessment/case-file.ts'
import { intake as english } from '../../lib/messages/en/intake.ts'
import { intake as chinese } from '../../lib/messages/zh-CN/intake.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { languagesOf } from '../../lib/survey/localized.ts'
import { answerColumns } from '../../lib/survey/paper/answer-table.ts'
import { FORMS_A_FILE, serialText } from '../../lib/survey/paper/serial.ts'
import { paperForm } from '../../lib/survey/prints/paper-form.ts'
import { filled } from '../../lib/survey/prints/paper-words.ts'
import { poster } from '../../lib/survey/prints/poster.ts'
import type { QuestionWords } from '../../lib/survey/question-types/question-words.ts'
import type { SurveyRecord } from '../../lib/survey/survey-record.ts'
import { env } from './env.ts'
import { printedLanguages } from './print/printed-languages.ts'
import { renderSurveyPrint } from './print/render.ts'
import { squaresOf } from './print/squares.ts'
import { writeWorkbook } from './spreadsheet/write.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface MadePrint {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}
type Refusal = 'not-found' | 'render-failed' | 'glyphs-missing'

function wordsIn(language: string): QuestionWords {
  const words = language.startsWith('en') ? english.question : chinese.question
  return (key, values = {}) => filled(words[key], values)
}

async function pdf(
  name: string,
  print: Parameters<typeof renderSurveyPrint>[0],
): Promise<Result<MadePrint, Refusal>> {
  const made = await renderSurveyPrint(print)
  if (!made.ok) return fail('render-failed')
  // A form with gaps in its words would be answered all the same.
  if (made.value.warnings.some(({ kind }) => kind === 'glyphs-missing')) return fail('glyphs-missing')
  return ok({ name: `${name}.pdf`, type: 'application/pdf', bytes: made.value.pdf })
}

export async function surveyPrint(
  file: string,
  caseFile: CaseFile,
  door: Reader,
): Promise<Result<MadePrint, Refusal>> {
  const { survey, matter } = caseFile
  if (!survey) return fail('not-found')
  if (file === 'paper-answers.xlsx') return ok(await answersTemplate(survey))
  const groupName = (id: string) => caseFile.groups.find((group) => group.id === id)?.name ?? ''
  const day = survey.publishedOn ?? caseFile.createdOn
  const [, specimen] = /^specimen-([A-Za-z0-9-]{2,35})\.pdf$/.exec(file) ?? []
  const form = (language: string, group: string, serials: readonly string[] | null, printedOn: string) =>
    paperForm(
      { questionnaire: survey.questionnaire, language, group, assessor: matter.assessor, day: printedOn },
      serials,
      wordsIn(language),
      squaresOf,
    )
  if (specimen && languagesOf(survey.questionnaire).includes(specimen))
    return pdf(
      `纸质问卷样张-${specimen}`,
      form(specimen, caseFile.groups.map(({ name }) => name).join('、'), null, day),
    )
  if (survey.state !== 'published') return fail('not-found')
  const [, posterGroup] = /^poster-([\w-]{1,64})\.pdf$/.exec(file) ?? []
  const link = survey.links.find(({ groupId }) => groupId === posterGroup)
  if (link) {
    const group = groupName(link.groupId)
    const told = {
      title: survey.questionnaire.title,
      assessor: matter.assessor,
      matter: matter.title,
      group,
      day,
      others: (await printedLanguages(survey.questionnaire)).others,
    }
    return pdf(`海报-${group}`, poster(told, `${env.publicUrl}/s/${link.token}`, squaresOf))
  }
  const [, batchNumber, part] = /^paper-([1-9]\d?)-([1-9]\d?)\.pdf$/.exec(file) ?? []
  const batches = await readPaperBatches(door, caseFile.id)
  const batch = batches.find((one) => one.batch === Number(batchNumber))
  const from = (Number(part) - 1) * FORMS_A_FILE
  if (!batch || !(from < batch.size)) return fail('not-found')
  const serials = Array.from({ length: Math.min(FORMS_A_FILE, batch.size - from) }, (_, i) =>
    serialText({ batch: batch.batch, n: from + i + 1 }),
  )
  const made = form(batch.language, groupName(batch.groupId), serials, batch.printedOn)
  return pdf(`纸质问卷-${serials[0]}至${serials.at(-1)}`, made)
}

async function answersTemplate({ questionnaire }: SurveyRecord): Promise<MadePrint> {
  const columns = answerColumns(questionnaire)
  const bytes = await writeWorkbook([
    { name: '纸质问卷录入', columns: columns.map(({ heading }) => ({ heading })), rows: [] },
    {
      name: '填写说明',
      columns: [{ heading: '填写说明', width: 90 }],
      rows: [
        '每份问卷一行。编号照问卷上的填，例如 01-0012。',
        '单选题、矩阵题、量表题填选项前印的数字，也可以照抄选项全文。数字一律当作选项前印的数字。',
        '多选题用顿号、逗号或者分号隔开，例如 1、3；照抄全文的，选项里本来有的顿号照写。',
        '排序题在每一项下填名次。没有作答的留空。',
        '照原件填，不改、不补、不猜。',
      ].map((line) => [line]),
    },
  ])
  return { name: '纸质问卷录入.xlsx', type: XLSX, bytes }
}
