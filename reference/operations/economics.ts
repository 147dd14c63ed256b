/** Adapter of the finance and Monte-Carlo operations; the mathematics is in lib/economics and lib/statistics. */
import { benefitCost, ratioVariants } from '../../lib/economics/benefit-cost.ts'
import { breakEven } from '../../lib/economics/break-even.ts'
import { doubleDecliningFirst, straightLine, sumOfYears } from '../../lib/economics/depreciation.ts'
import { internalRates, internalRatesAt, modifiedInternalRate } from '../../lib/economics/internal-rate.ts'
import { evenPayment, type Loan, periodRate, periods } from '../../lib/economics/loan.ts'
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
  realRate,
  stagedFactors,
} from '../../lib/economics/present-value.ts'
import { oneWay, tornadoOrder } from '../../lib/economics/sensitivity.ts'
import type { Operations } from '../operation.ts'

interface Flows {
  cashflows: number[]
  rate: number
}

const DAY = 86_400_000
const yearsBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY / 365

function npv(inputs: Record<string, unknown>) {
  const { cashflows, rate } = inputs as unknown as Flows
  const checked = checkFlows(cashflows, rate)
  if (!checked.ok) return { error: checked.reason }
  return {
    npv: netPresentValue(cashflows, rate),
    npvExcel: netPresentValueFromEnd(cashflows, rate),
    npvMidYear: netPresentValueMidYear(cashflows, rate),
    nfv: netFutureValue(cashflows, rate),
  }
}

function irr(inputs: Record<string, unknown>) {
  const { status, rates, multiplicity, signChanges } = internalRates((inputs as unknown as Flows).cashflows)
  const nearest = [...rates].sort((a, b) => Math.abs(a) - Math.abs(b))[0]
  return {
    status,
    irr: status === 'unique' ? rates[0] : null,
    roots: rates,
    multiplicity,
    signChanges,
    nearestZero: nearest ?? null,
  }
}

function xirr(inputs: Record<string, unknown>) {
  const { flows, rate } = inputs as unknown as { flows: { date: string; amount: number }[]; rate: number }
  // Counted from the first flow as given (spreadsheet convention), actual days over 365.
  const timed = flows.map(({ date, amount }) => ({ amount, time: yearsBetween(flows[0]!.date, date) }))
  const found = internalRatesAt(timed)
  const status = found.status === 'undefined' ? 'none' : found.status
  return {
    xnpv: timed.reduce((sum, { amount, time }) => sum + amount * discountFactor(rate, time), 0),
    status,
    xirr: status === 'unique' ? found.rates[0] : null,
    roots: found.rates,
  }
}

function paybackOf(inputs: Record<string, unknown>) {
  const { cashflows, rate } = inputs as unknown as Flows
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
  const names = ['price', 'volume', 'unitCost', 'fixedCost', 'investment', 'salvage', 'rate'] as const
  const worth = (p: Plant) => netPresentValue(plantFlows(p), p.rate)
  const rows = names.map((name) =>
    oneWay(name, (change) => worth({ ...base, [name]: base[name] * (1 + change) }), delta, -10_000),
  )
  const rates = internalRates(plantFlows(base))
  return {
    npv: worth(base),
    irr: rates.status === 'unique' ? rates.rates[0] : null,
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
    return {
      npv: cashflows.reduce((sum, flow, t) => sum + flow * factors[t]!, 0),
      discountFactorLast: factors[factors.length - 1],
    }
  },
  'fin.irr': irr,
  'fin.mirr': (inputs) => {
    const { cashflows, financeRate, reinvestRate } = inputs as unknown as Flows & Record<string, number>
    return { mirr: modifiedInternalRate(cashflows, financeRate!, reinvestRate!) }
  },
  'fin.xirr': xirr,
  'fin.payback': paybackOf,
  'fin.bcr': (inputs) => {
    const { benefits, costs, rate } = inputs as unknown as {
      benefits: number[]
      costs: number[]
      rate: number
    }
    const { ratio, ...values } = benefitCost(benefits, costs, rate)
    return { ...values, bcr: ratio }
  },
  'fin.bcrVariants': (inputs) => {
    const { rate, ...flows } = inputs as unknown as Parameters<typeof ratioVariants>[0] & { rate: number }
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
    return { pv: netPresentValue(cashflows, rate), equivalentAnnual: annualEquivalent(cashflows, rate) }
  },
  'fin.annuity': (inputs) => {
    const { rate, nper, ...loan } = inputs as unknown as Loan & { rate: number; nper: number }
    const pmt = evenPayment(loan, rate, nper)
    return { pmt, totalPaid: pmt * nper, interestTotal: -(pmt * nper) - loan.pv - loan.fv }
  },
  'fin.rate': (inputs) => {
    const { nper, pmt, ...loan } = inputs as unknown as Loan & { nper: number; pmt: number }
    return { rate: periodRate(loan, nper, pmt) }
  },
  'fin.nper': (inputs) => {
    const { rate, pmt, ...loan } = inputs as unknown as Loan & { rate: number; pmt: number }
    return { nper: periods(loan, rate, pmt) }
  },
  'fin.fisher': (inputs) => {
    const { nominal, inflation } = inputs as unknown as { nominal: number; inflation: number }
    return { real: realRate(nominal, inflation), approximate: nominal - inflation }
  },
  'fin.breakEven': (inputs) => ({ ...breakEven(inputs as unknown as Parameters<typeof breakEven>[0]) }),
  'fin.sensitivity': sensitivity,
  'fin.depreciation': (inputs) => {
    const { cost, salvage, life } = inputs as unknown as { cost: number; salvage: number; life: number }
    return {
      straightLine: straightLine(cost, salvage, life),
      sumOfYears: sumOfYears(cost, salvage, life),
      doubleDecliningFirst: doubleDecliningFirst(cost, life),
    }
  },
} satisfies Operations
