import { schemeOf } from '../../scheme/registry.ts'
import type { Names } from '../../scheme/threshold.ts'
import type { MatrixPoint, RiskMatrix, Tick } from '../blocks.ts'
import type { ReportInput } from '../chapter.ts'
import { degreeName } from '../scheme-terms.ts'
import { listed, STAGE, type Stage } from '../wording.ts'
import { spread } from './spread.ts'

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
  const scheme = schemeOf(caseFile.schemeId)
  return {
    kind: 'risk-matrix',
    label: `${stage}-matrix`,
    caption: `风险矩阵（${STAGE[stage]}）`,
    alt: `${STAGE[stage]}各风险因素在发生概率和影响程度平面上的位置：${factors
      .map((factor, i) => {
        const result = results.factors[i]
        const band = stage === 'initial' ? result?.initialBand : result?.residualBand
        return `${factor.name}${band ? degreeName(caseFile.schemeId, band) : ''}`
      })
      .join('，')}。`,
    note: `底色由浅至深为风险程度R＝p·q的分级；数字为风险因素序号${
      stage === 'residual' ? '，空心圆点为措施前的位置' : ''
    }。位置重叠的略作错开，数值以表为准。`,
    xTitle: '发生概率p',
    yTitle: '影响程度q',
    xBands: scheme.probabilityBands.bands.map(tick),
    yBands: scheme.impactBands.bands.map(tick),
    degrees: scheme.riskDegreeBands.bands.map(({ name, upTo }) => ({ text: name.zh, upTo })),
    points: spread(spots).map(({ text, x, y, from }) => ({ text, x, y, from })),
    legend: factors.map((factor, i) => `${i + 1}　${factor.name}`),
  }
}

function tick({ name, upTo }: { readonly name: Names; readonly upTo: number }): Tick {
  return { text: name.zh, at: upTo }
}
