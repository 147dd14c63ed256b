import { describe, expect, test } from 'vitest'
import { EXAMPLE_CASE, EXAMPLE_INPUT } from '../example-input.fixture.ts'
import { rowsOf, said, withCase } from '../reading.fixture.ts'
import { assessor } from './assessor.ts'
import { bases } from './bases.ts'
import { matterOverview } from './matter-overview.ts'
import { methods } from './methods.ts'

describe('the basic facts', () => {
  test('groups are listed and added up', () => {
    const rows = rowsOf(matterOverview(EXAMPLE_INPUT), 'groups')
    expect(rows[0]).toEqual(['1', '桑科新村', '直接影响', '235', '1125'])
    expect(rows.at(-1)).toEqual(['', '合计', '', '1128', '5920'])
  })

  test('only a project is called 项目, and rests on the rules for projects', () => {
    const policy = withCase({ matter: { ...EXAMPLE_CASE.matter, kind: 'policy' }, factors: [] })
    expect(said(matterOverview, policy)).toContain('政策概况')
    expect(said(bases)).toContain('2492号')
    expect(said(bases, policy)).not.toContain('2492号')
    expect(said(bases, policy)).not.toContain('土地管理法')
  })

  test('an assessor that carries the matter out itself is declared', () => {
    const own = withCase({ matter: { ...EXAMPLE_CASE.matter, implementer: EXAMPLE_CASE.matter.assessor } })
    expect(said(assessor, own)).toContain('属于自我评估')
    expect(said(assessor)).not.toContain('自我评估')
  })

  test('thresholds carry their source, and a default is called one', () => {
    const rows = rowsOf(methods(EXAMPLE_INPUT), 'thresholds')
    expect(rows[0]?.slice(1, 3)).toEqual(['不小于0.36', '大于0.64'])
    expect(rows[0]?.[3]).toContain('默认值，待确认')
    expect(rows[2]?.[3]).toContain('有出处：上海')
  })
})
