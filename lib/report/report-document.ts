/**
 * A whole report as one plain value, ready for a typesetter: cover, running head and the numbered blocks.
 *
 * It is a function of the case alone. Its date is the last day on which anything entered the case, not the day of
 * printing, so that the same case gives the same paper, byte by byte, whenever it is printed.
 */
import type { Matter } from '../assessment/matter.ts'
import type { Block, Fact } from './blocks.ts'
import type { Chapter, PageVerification, ReportInput } from './chapter.ts'
import { type CalendarDay, calendarDay, chineseDay } from './format.ts'
import { numberBlocks } from './numbering.ts'
import { reportDay } from './report-day.ts'

export interface ReportDocument {
  readonly title: string
  readonly subtitle: string
  readonly author: string
  readonly date: CalendarDay
  readonly runningHead: string
  readonly runningNote: string
  readonly contentsTitle: string
  readonly cover: {
    readonly reference: string
    /** What nobody may overlook: that the paper is an example, or can still change. */
    readonly marks: readonly CoverMark[]
    readonly rows: readonly Fact[]
    readonly date: string
  }
  /** In the foot of every page; null for a paper that nobody has frozen. */
  readonly verification: PageVerification | null
  readonly blocks: readonly Block[]
}

export interface CoverMark {
  readonly mark: string
  readonly words: string
}

export interface Part {
  readonly heading: string
  readonly series: 'chapter' | 'appendix' | 'plain'
  readonly chapters: readonly Chapter[]
}

/** Which chapters a kind of report has, in which order and under which headings. */
export interface Outline {
  readonly subtitle: string
  /** Who answers for a paper of this kind. */
  readonly author: (matter: Matter) => string
  readonly parts: readonly (Part | Chapter)[]
}

/** With 社会稳定风险评估报告 and the marks behind it, one line of 156 mm at 9 pt. */
const LONGEST_HEAD = 24

function shortTitle(title: string): string {
  const characters = [...title.replace(/\s+/g, ' ')]
  return characters.length > LONGEST_HEAD
    ? `${characters.slice(0, LONGEST_HEAD - 1).join('')}…`
    : characters.join('')
}

const DRAFT: CoverMark = {
  mark: '草稿·未定稿',
  words: '本件尚未定稿，内容可能改变，不作为审批和决策的依据。',
}
const EXAMPLE: CoverMark = { mark: '示　例', words: '本件为软件附带的示例，不是任何单位作出的评估。' }

const headingOf = ({ heading, series }: Part): Block => ({ kind: 'heading', level: 1, text: heading, series })

/** The headings of the parts, numbered, as the contents list them, without composing what stands under them. */
export function partHeadings(outline: Outline, input: ReportInput): string[] {
  const blocks = outline.parts.flatMap((part) =>
    typeof part === 'function'
      ? part(input).filter((block) => block.kind === 'heading' && block.level === 1)
      : [headingOf(part)],
  )
  return numberBlocks(blocks).flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
}

/**
 * Composes a report chapter by chapter, with a pause after each: of a case with 200 factors all of them take some 60 ms together,
 * and a server has others to serve meanwhile.
 */
export function* composing(outline: Outline, input: ReportInput): Generator<undefined, ReportDocument> {
  const { caseFile } = input
  // A frozen paper has a code by which it is checked; whatever has none can still change.
  const frozen = Boolean(input.verification)
  const { matter } = caseFile
  const blocks: Block[] = []
  for (const part of outline.parts) {
    if (typeof part !== 'function') blocks.push(headingOf(part))
    for (const chapter of typeof part === 'function' ? [part] : part.chapters) {
      blocks.push(...chapter(input))
      yield
    }
  }
  const day = reportDay(input)
  return {
    title: matter.title,
    subtitle: outline.subtitle,
    author: outline.author(matter),
    date: calendarDay(day),
    runningHead: `${shortTitle(matter.title)}${outline.subtitle}`,
    runningNote: [...(frozen ? [] : ['草稿·未定稿']), ...(caseFile.example ? ['示例'] : [])].join('　'),
    contentsTitle: '目　录',
    cover: {
      reference: `案卷编号：${caseFile.id}`,
      marks: [...(frozen ? [] : [DRAFT]), ...(caseFile.example ? [EXAMPLE] : [])],
      rows: [
        { label: '决策主体：', value: matter.decisionBody },
        { label: '评估主体：', value: matter.assessor },
        { label: '实施主体：', value: matter.implementer },
      ],
      date: chineseDay(day),
    },
    verification: input.verification ?? null,
    blocks: numberBlocks(blocks),
  }
}

/** The same in one go. */
export function composeReport(outline: Outline, input: ReportInput): ReportDocument {
  const steps = composing(outline, input)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
