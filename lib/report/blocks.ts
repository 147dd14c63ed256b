/**
 * What a report is made of: plain values that any typesetter can lay out.
 *
 * A chapter says what stands there, never how it looks: PDF and text processor formats draw the same blocks. Every text
 * is final (numbers formatted, words chosen), so that a typesetter needs no knowledge of the field and two formats can
 * never disagree. Captions and headings carry no numbers yet; `numbering.ts` gives them theirs when the report is put
 * together, and resolves references to them.
 */

/** A piece of running text: words, or a reference to a captioned block by its label, whose text (表3) numbering.ts adds. */
export type Run = string | { readonly ref: string; readonly text?: string }

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly runs: readonly Run[]
  readonly footnote?: string
}

export interface Heading {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
  /** Chapters count 一、二、三; appendices 附录一、附录二; a plain heading has no number. Only for level 1. */
  readonly series?: 'chapter' | 'appendix' | 'plain'
}

/** Columns share the width of the page in proportion to `width`. */
export interface Column {
  readonly head: string
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}

export interface Captioned {
  readonly caption: string
  /** The name by which a Run refers to it. */
  readonly label?: string
}

export interface Table extends Captioned {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  /** A row of one single cell spans the table and heads the rows below it. */
  readonly rows: readonly (readonly string[])[]
  /** Indices of rows that are set apart: sums, the deciding rule. */
  readonly emphasised?: readonly number[]
  /** Stands under the table in small type. */
  readonly note?: string
}

/** Facts as label and value, without caption or number. */
export interface FactTable {
  readonly kind: 'facts'
  /** The summary is set larger; the colophon gets its last row, the fonts, when the fonts are known. */
  readonly place?: 'summary' | 'colophon'
  readonly rows: readonly Fact[]
}

export interface Fact {
  readonly label: string
  readonly value: string
  readonly emphasised?: boolean
}

interface Figure extends Captioned {
  /** For people who hear the report instead of seeing it. */
  readonly alt: string
  readonly note?: string
}

export interface Tick {
  readonly at: number
  readonly text: string
}

/** Likelihood by impact, with the curves of equal degree R = p·q and each factor's place, before and after measures. */
export interface RiskMatrix extends Figure {
  readonly kind: 'risk-matrix'
  readonly xTitle: string
  readonly yTitle: string
  readonly xBands: readonly Tick[]
  readonly yBands: readonly Tick[]
  /** Bands of R, rising; `upTo` is where a band ends, the last one at 1. */
  readonly degrees: readonly { readonly upTo: number; readonly text: string }[]
  readonly points: readonly MatrixPoint[]
  readonly legend: readonly string[]
}

export interface MatrixPoint {
  /** Number or numbers of the factors at this place. */
  readonly text: string
  /** Where it is drawn, in [0, 1]². */
  readonly x: number
  readonly y: number
  /** Where it came from; null when only one state is shown or nothing changed. */
  readonly from: { readonly x: number; readonly y: number } | null
}

/** Shares with their intervals; the scale runs from the first tick to the last. */
export interface BarChart extends Figure {
  readonly kind: 'bar-chart'
  readonly ticks: readonly Tick[]
  readonly bars: readonly {
    readonly text: string
    readonly detail: string
    readonly share: number
    readonly low: number
    readonly high: number
  }[]
  /** Lines across all bars, thresholds of a rule. */
  readonly lines: readonly Tick[]
}

/** Net flow by year as columns, cumulative flow as a line. */
export interface CashFlowChart extends Figure {
  readonly kind: 'cash-flow-chart'
  readonly unit: string
  readonly ticks: readonly Tick[]
  readonly years: readonly { readonly text: string; readonly net: number; readonly cumulative: number }[]
  readonly netText: string
  readonly cumulativeText: string
}

/** One value by month as a column, up or down from nought; no column where there is no value. */
export interface ColumnChart extends Figure {
  readonly kind: 'column-chart'
  readonly unit: string
  readonly valueText: string
  readonly ticks: readonly Tick[]
  readonly columns: readonly {
    readonly text: string
    readonly value: number | null
    /** The value in words, or why there is none. */
    readonly detail: string
  }[]
}

/** How far a result swings when each input is moved down and up; longest first. */
export interface Tornado extends Figure {
  readonly kind: 'tornado'
  readonly unit: string
  readonly ticks: readonly Tick[]
  readonly base: Tick
  readonly rows: readonly {
    readonly text: string
    readonly down: Tick
    readonly up: Tick
  }[]
  readonly downText: string
  readonly upText: string
}

/** What each party gets (right) and pays (left), and what it is left with. */
export interface DistributionChart extends Figure {
  readonly kind: 'distribution-chart'
  readonly unit: string
  readonly ticks: readonly Tick[]
  readonly rows: readonly {
    readonly text: string
    readonly benefit: number
    readonly cost: number
    readonly net: Tick
  }[]
  readonly benefitText: string
  readonly costText: string
  readonly netText: string
}

/** Level by economic verdict; each cell carries the decisions it allows, and the case's own cell is marked. */
export interface DualMatrix extends Figure {
  readonly kind: 'dual-matrix'
  readonly corner: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly text: string
    readonly cells: readonly { readonly lines: readonly string[]; readonly here: boolean }[]
  }[]
}

/** 签字页: cells stay empty; nobody signs by being listed. */
export interface SignatureTable {
  readonly kind: 'signatures'
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: number
  readonly closing: readonly string[]
}

/** States that something is not there, in place of the thing. */
export interface Missing {
  readonly kind: 'missing'
  readonly text: string
}

export type FigureBlock =
  | RiskMatrix
  | BarChart
  | CashFlowChart
  | ColumnChart
  | Tornado
  | DistributionChart
  | DualMatrix

export type Block = Paragraph | Heading | Table | FactTable | FigureBlock | SignatureTable | Missing
