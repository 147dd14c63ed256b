/**
 * A starting point for Sichuan, where the assessment began (Suining 2005) and has been provincial rule since 2010-12-01
 * with 双评估, economic benefit beside stability risk.
 *
 * The numbers are those of the national frame; no number of the province was read in an official text here. What is added
 * are direct rules: conditions that no average may outweigh. They follow the tests that the Sichuan rule asks for by
 * name (lawful procedure, people asked, disputes screened) and are defaults to be confirmed or deleted by the office.
 */
import type { Scheme } from '../scheme.ts'
import { NATIONAL_428 } from './national-428.ts'

const DEFAULT = {
  standing: 'default-to-confirm',
  source: '依四川双评估要求拟订的参考条件，使用单位应当确认',
} as const

export const SICHUAN_DEFAULT: Scheme = {
  ...NATIONAL_428,
  id: 'sichuan-default',
  name: { zh: '四川参考方案（默认值，待确认）', en: 'Sichuan starting point (defaults to confirm)' },
  version: '1.0',
  validFrom: '2010-12-01',
  procedure: {
    ...NATIONAL_428.procedure,
    'no-screening': {
      withholds: 'always',
      standing: 'default-to-confirm',
      source: '四川双评估要求滚动排查矛盾纠纷，决策以前没有排查的不作结论，使用单位应当确认',
    },
  },
  directRules: [
    {
      id: 'decision-without-authority',
      name: {
        zh: '决策主体无法定权限或者事项违反法律法规',
        en: 'The body has no authority, or the matter breaks a law',
      },
      level: 'high',
      ...DEFAULT,
    },
    {
      id: 'permits-missing',
      name: { zh: '法定前置手续不全', en: 'Prior permits required by law are incomplete' },
      level: 'medium',
      ...DEFAULT,
    },
    {
      id: 'affected-not-asked',
      name: { zh: '直接受影响的群体未被征求意见', en: 'A directly affected group was not asked' },
      level: 'medium',
      ...DEFAULT,
    },
    {
      id: 'compensation-unfunded',
      name: { zh: '补偿、安置资金未落实', en: 'Compensation or resettlement is not funded' },
      level: 'medium',
      ...DEFAULT,
    },
    {
      id: 'unresolved-collective-dispute',
      name: {
        zh: '同一事项或者同一区域近五年的群体性矛盾尚未化解',
        en: 'A collective dispute of the last five years on the matter or place is unresolved',
      },
      level: 'medium',
      ...DEFAULT,
    },
    {
      id: 'chain-effect-across-areas',
      name: { zh: '可能引发跨行业、跨区域连锁反应', en: 'Chain effects across trades or areas are likely' },
      level: 'high',
      ...DEFAULT,
    },
  ],
}
