import type { MatrixPoint, RiskMatrix, Tick } from '../blocks.ts'
import type { ReportInput } from '../chapter.ts'
import { degreeLimits } from '../scheme-terms.ts'
import { DEGREE, DEGREES, listed, STAGE, type Stage } from '../wording.ts'
import { spread } from './spread.ts'

const PROBABILITY = ['很低', '较低', '中等', '较高', '很高']
const IMPACT = ['可忽略', '较小', '中等', '较大', '严重']

/** Size of a marker with one digit in the unit square, and what each further character adds. */
const MARKER = { width: 0.056, height: 0.056, further: 0.024 }

/** Where the factors stand; after measures, with the way each has come. */
export function riskMatrix({ caseFile, results }: ReportInput, stage: Stage): RiskMatrix {
  const { factors } = caseFile
  const places = new Map<string, { numbers: number[]; x: number; y: number; from: MatrixPoint['from'] }>()
  factors.forEach((factor, i) => {
    const initial = { x: factor.initialProbability, y: factor.initialImpact }
    const residual = { x: factor.residualProbability, y: factor.residualImpact }
    const at = stage === 'initial' ? initial : residual
    const from =
      stage === 'initial' || (initial.x === residual.x && initial.y === residual.y) ? null : initial
    const key = JSON.stringify([at, from])
    const place = places.get(key) ?? { numbers: [], ...at, from }
    place.numbers.push(i + 1)
    places.set(key, place)
  })
  const spots = [...places.values()].map(({ numbers, x, y, from }) => {
    const text = listed(numbers.map(String))
    return {
      text,
      x,
      y,
      from,
      width: MARKER.width + MARKER.further * (text.length - 1),
      height: MARKER.height,
    }
  })
  const limits = degreeLimits(caseFile.schemeId)
  return {
    kind: 'risk-matrix',
    label: `${stage}-matrix`,
    caption: `风险矩阵（${STAGE[stage]}）`,
    alt: `${STAGE[stage]}各风险因素在发生概率和影响程度平面上的位置：${factors
      .map((factor, i) => {
        const result = results.factors[i]
        const band = stage === 'initial' ? result?.initialBand : result?.residualBand
        return `${factor.name}${band ? DEGREE[band] : ''}`
      })
      .join('，')}。`,
    note: `底色由浅至深为风险程度R＝p·q的分级；数字为风险因素序号${
      stage === 'residual' ? '，空心圆点为措施前的位置' : ''
    }。位置重叠的略作错开，数值以表为准。`,
    xTitle: '发生概率p',
    yTitle: '影响程度q',
    xBands: bands(PROBABILITY),
    yBands: bands(IMPACT),
    degrees: DEGREES.map((band, i) => ({ text: DEGREE[band], upTo: limits[i] ?? 1 })),
    points: spread(spots).map(({ text, x, y, from }) => ({ text, x, y, from })),
    legend: factors.map((factor, i) => `${i + 1}　${factor.name}`),
  }
}

function bands(words: readonly string[]): Tick[] {
  return words.map((text, i) => ({ text, at: (i + 1) / words.length }))
}
