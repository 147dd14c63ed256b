/** Adapter of the finance operations; the mathematics is in lib/economics. */
import { benefitCost, ratioVariants } from '../../lib/economics/benefit-cost.ts'
import { breakEven } from '../../lib/economics/break-even.ts'
import { type DatedFlow, datedInternalRates, datedPresentValue } from '../../lib/economics/dated-flows.ts'
import { doubleDecliningFirst, straightLine, sumOfYears } from '../../lib/economics/depreciation.ts'
import { internalRates, modifiedInternalRate } from '../../lib/economics/internal-rate.ts'
import { evenPayment, type Loan, periodRates, periods } from '../../lib/economics/loan.ts'
import { payback } from '../../lib/economics/payback.ts'
import {
  annualEquivalent,
  annuityFactor,
  checkFlows,
  compoundAnnuityFactor,
  discountFactor,
  netFutureValue,
  netPresentValue,
  netPresentValueFromEnd,
  netPresentValueMidYear,
  stagedFactors,
} from '../../lib/economics/present-value.ts'
import { realRate } from '../../lib/economics/price-level.ts'
import { oneWay, tornadoOrder } from '../../lib/economics/sensitivity.ts'
import type { Failure } from '../../lib/result.ts'
import type { Operations } from '../operation.ts'

interface Flows {
  cashflows: number[]
  rate: number
}

/** An engine refusal in the words of the format. */
const refused = ({ reason }: Failure) => ({ error: reason })

/** The one rate, or null where there are none or several. */
const only = ({ status, rates }: { status: string; rates: readonly number[] }) =>
  status === 'unique' ? rates[0]! : null

const nearestZero = ({ rates }: { rates: readonly number[] }) =>
  [...rates].sort((a, b) => Math.abs(a) - Math.abs(b))[0] ?? null

function npv(inputs: Record<string, unknown>) {
  const { cashflows, rate } = inputs as unknown as Flows
  const checked = checkFlows(cashflows, rate)
  if (!checked.ok) return refused(checked)
  return {
    npv: netPresentValue(cashflows, rate),
    npvExcel: netPresentValueFromEnd(cashflows, rate),
    npvMidYear: netPresentValueMidYear(cashflows, rate),
    nfv: netFutureValue(cashflows, rate),
  }
}

function irr(inputs: Record<string, unknown>) {
  const { cashflows } = inputs as unknown as Flows
  const checked = checkFlows(cashflows, 0)
  if (!checked.ok) return refused(checked)
  const found = internalRates(cashflows)
  return {
    status: found.status,
    irr: only(found),
    roots: found.rates,
    multiplicity: found.multiplicity,
    signChanges: found.signChanges,
    nearestZero: nearestZero(found),
  }
}

function xirr(inputs: Record<string, unknown>) {
  const { flows, rate } = inputs as unknown as { flows: DatedFlow[]; rate: number }
  const xnpv = datedPresentValue(flows, rate)
  if (!xnpv.ok) return refused(xnpv)
  const found = datedInternalRates(flows)
  if (!found.ok) return refused(found)
  // The format knows no "undefined" for dated flows.
  const status = found.value.status === 'undefined' ? 'none' : found.value.status
  return { xnpv: xnpv.value, status, xirr: only(found.value), roots: found.value.rates }
}

function paybackOf(inputs: Record<string, unknown>) {
  const { cashflows, rate } = inputs as unknown as Flows
  const checked = checkFlows(cashflows, rate)
  if (!checked.ok) return refused(checked)
  const simple = payback(cashflows)
  const discounted = payback(cashflows.map((flow, t) => flow * discountFactor(rate, t)))
  return {
    simpleFirst: simple.first,
    simpleLast: simple.last,
    simpleWholePeriods: simple.wholePeriods,
    discountedFirst: discounted.first,
    discountedLast: discounted.last,
    discountedWholePeriods: discounted.wholePeriods,
    cumulative: simple.cumulative,
    cumulativeDiscounted: discounted.cumulative,
  }
}

interface Plant {
  investment: number
  price: number
  unitCost: number
  volume: number
  fixedCost: number
  salvage: number
  rate: number
  life: number
}

const plantFlows = (p: Plant) => {
  const yearly = (p.price - p.unitCost) * p.volume - p.fixedCost
  return Array.from({ length: p.life + 1 }, (_, t) =>
    t === 0 ? -p.investment : yearly + (t === p.life ? p.salvage : 0),
  )
}

function sensitivity(inputs: Record<string, unknown>) {
  const { base, delta } = inputs as unknown as { base: Plant; delta: number }
  const checked = checkFlows(plantFlows(base), base.rate)
  if (!checked.ok) return refused(checked)
  const names = ['price', 'volume', 'unitCost', 'fixedCost', 'investment', 'salvage', 'rate'] as const
  const worth = (p: Plant) => netPresentValue(plantFlows(p), p.rate)
  const rows = names.map((name) =>
    oneWay(name, (change) => worth({ ...base, [name]: base[name] * (1 + change) }), delta, -10_000),
  )
  return {
    npv: worth(base),
    irr: only(internalRates(plantFlows(base))),
    variables: rows,
    tornadoOrder: tornadoOrder(rows).map((row) => row.variable),
  }
}

export const operations = {
  'fin.npv': npv,
  'fin.npvStaged': (inputs) => {
    const { schedule, cashflows } = inputs as unknown as Flows & {
      schedule: { untilYear: number; rate: number }[]
    }
    const factors = stagedFactors(schedule, cashflows.length - 1)
    if (!factors.ok) return refused(factors)
    const checked = checkFlows(cashflows, 0)
    if (!checked.ok) return refused(checked)
    return {
      npv: cashflows.reduce((sum, flow, t) => sum + flow * factors.value[t]!, 0),
      discountFactorLast: factors.value[factors.value.length - 1],
    }
  },
  'fin.irr': irr,
  'fin.mirr': (inputs) => {
    const { cashflows, financeRate, reinvestRate } = inputs as unknown as Flows & Record<string, number>
    const mirr = modifiedInternalRate(cashflows, financeRate!, reinvestRate!)
    return mirr.ok ? { mirr: mirr.value } : refused(mirr)
  },
  'fin.xirr': xirr,
  'fin.payback': paybackOf,
  'fin.bcr': (inputs) => {
    const { benefits, costs, rate } = inputs as unknown as {
      benefits: number[]
      costs: number[]
      rate: number
    }
    for (const checked of [checkFlows(benefits, rate), checkFlows(costs, rate)]) {
      if (!checked.ok) return refused(checked)
    }
    const { ratio, ...values } = benefitCost(benefits, costs, rate)
    return { ...values, bcr: ratio }
  },
  'fin.bcrVariants': (inputs) => {
    const { rate, ...flows } = inputs as unknown as Parameters<typeof ratioVariants>[0] & { rate: number }
    for (const row of [flows.investment, flows.operating, flows.benefits]) {
      const checked = checkFlows(row, rate)
      if (!checked.ok) return refused(checked)
    }
    const variants = ratioVariants(flows, rate)
    return {
      bcrAllCosts: variants.allCosts,
      bcrNetOfOperating: variants.netOfOperating,
      profitabilityIndex: variants.profitabilityIndex,
      npvPerInvestment: variants.npvPerInvestment,
    }
  },
  'fin.factors': (inputs) => {
    const { rate, n } = inputs as unknown as { rate: number; n: number }
    const checked = checkFlows([n], rate)
    if (!checked.ok) return refused(checked)
    return {
      capitalRecovery: 1 / annuityFactor(rate, n),
      presentWorthAnnuity: annuityFactor(rate, n),
      sinkingFund: 1 / compoundAnnuityFactor(rate, n),
      compound: discountFactor(rate, -n),
      discount: discountFactor(rate, n),
      annuityDue: annuityFactor(rate, n) * (1 + rate),
    }
  },
  'fin.equivalentAnnual': (inputs) => {
    const { cashflows, rate } = inputs as unknown as Flows
    const checked = checkFlows(cashflows, rate)
    if (!checked.ok) return refused(checked)
    return { pv: netPresentValue(cashflows, rate), equivalentAnnual: annualEquivalent(cashflows, rate) }
  },
  'fin.annuity': (inputs) => {
    const { rate, nper, ...loan } = inputs as unknown as Loan & { rate: number; nper: number }
    const payment = evenPayment(loan, rate, nper)
    if (!payment.ok) return refused(payment)
    const pmt = payment.value
    return { pmt, totalPaid: pmt * nper, interestTotal: -(pmt * nper) - loan.pv - loan.fv }
  },
  'fin.rate': (inputs) => {
    const { nper, pmt, ...loan } = inputs as unknown as Loan & { nper: number; pmt: number }
    const found = periodRates(loan, nper, pmt)
    // The format has one answer here, the one spreadsheets' RATE() finds from its guess: the rate nearest to zero.
    return found.ok ? { rate: nearestZero(found.value) } : refused(found)
  },
  'fin.nper': (inputs) => {
    const { rate, pmt, ...loan } = inputs as unknown as Loan & { rate: number; pmt: number }
    const found = periods(loan, rate, pmt)
    return found.ok ? { nper: found.value } : refused(found)
  },
  'fin.fisher': (inputs) => {
    const { nominal, inflation } = inputs as unknown as { nominal: number; inflation: number }
    const real = realRate(nominal, inflation)
    return real.ok ? { real: real.value, approximate: nominal - inflation } : refused(real)
  },
  'fin.breakEven': (inputs) => {
    const found = breakEven(inputs as unknown as Parameters<typeof breakEven>[0])
    return found.ok ? { ...found.value } : refused(found)
  },
  'fin.sensitivity': sensitivity,
  'fin.depreciation': (inputs) => {
    const { cost, salvage, life } = inputs as unknown as { cost: number; salvage: number; life: number }
    const line = straightLine(cost, salvage, life)
    const digits = sumOfYears(cost, salvage, life)
    const declining = doubleDecliningFirst(cost, life)
    if (!line.ok) return refused(line)
    if (!digits.ok) return refused(digits)
    if (!declining.ok) return refused(declining)
    return {
      straightLine: line.value,
      sumOfYears: digits.value,
      doubleDecliningFirst: declining.value,
    }
  },
} satisfies Operations
