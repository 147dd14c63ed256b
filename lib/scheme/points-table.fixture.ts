/** A table of 100 points as local offices use them, with an opinion item of 35 points. Made up for tests. */
import type { PenaltyTable } from './penalty-table.ts'

const CONFIRM = { standing: 'default-to-confirm', source: '测试用' } as const
const named = (zh: string) => ({ zh, en: zh })

export const POINTS_TABLE: PenaltyTable = {
  name: named('百分制扣分表'),
  total: 100,
  ...CONFIRM,
  dimensions: [
    {
      id: 'legality',
      name: named('合法性'),
      maximum: 25,
      items: [
        {
          kind: 'options',
          id: 'permits',
          name: named('审批手续'),
          maximum: 25,
          options: [
            { id: 'complete', name: named('齐全'), points: 0 },
            { id: 'partial', name: named('部分缺失'), points: 10 },
            { id: 'missing', name: named('缺失'), points: 25 },
          ],
        },
      ],
    },
    {
      id: 'opinion',
      name: named('群众意见'),
      maximum: 35,
      items: [
        {
          kind: 'opinion',
          id: 'opposition',
          name: named('反对程度'),
          maximum: 35,
          grades: [
            { id: 'mild', name: named('有意见'), coefficient: 0.4 },
            { id: 'opposed', name: named('反对'), coefficient: 0.7 },
            { id: 'strong', name: named('强烈反对'), coefficient: 1 },
          ],
        },
      ],
    },
    {
      id: 'extent',
      name: named('影响范围'),
      maximum: 40,
      items: [
        {
          kind: 'number',
          id: 'households',
          name: named('涉及户数'),
          unit: named('户'),
          maximum: 40,
          closed: 'lower',
          bands: [
            { from: 0, upTo: 100, points: 0 },
            { from: 100, upTo: 500, points: 20 },
            { from: 500, upTo: null, points: 40 },
          ],
        },
      ],
    },
  ],
  levels: {
    closed: 'lower',
    bands: [
      { level: 'low', from: 0, upTo: 40, ...CONFIRM },
      { level: 'medium', from: 40, upTo: 70, ...CONFIRM },
      { level: 'high', from: 70, upTo: 100, ...CONFIRM },
    ],
  },
}
