/** 项目概况: what is to be decided, where, and whom it touches. */
import type { StakeholderGroup } from '../../assessment/matter.ts'
import type { Block, Table } from '../blocks.ts'
import type { Chapter } from '../chapter.ts'
import { count } from '../format.ts'
import { EFFECT, MATTER_KIND, OVERVIEW } from '../wording.ts'
import { missing, paragraph, section, written } from '../write.ts'

export const matterOverview: Chapter = ({ caseFile }) => {
  const { matter, groups } = caseFile
  return [
    section(OVERVIEW[matter.kind]),
    {
      kind: 'facts',
      rows: [
        { label: '事项名称', value: matter.title },
        { label: '事项类别', value: MATTER_KIND[matter.kind] },
        { label: '涉及区域', value: matter.area },
      ],
    },
    ...written(matter.summary),
    ...affected(groups),
  ]
}

function affected(groups: readonly StakeholderGroup[]): Block[] {
  if (groups.length === 0) return [missing('案卷未登记利益相关群体，受影响人群的范围和数量暂无数据。')]
  const sum = (of: (group: StakeholderGroup) => number) =>
    groups.reduce((total, group) => total + of(group), 0)
  const direct = groups.filter((group) => group.effect === 'direct')
  return [
    paragraph(
      `本事项的利益相关群体共${groups.length}个，其中直接受影响的${direct.length}个，涉及${count(sum((group) => group.households))}户、${count(sum((group) => group.persons))}人，详见`,
      { ref: 'groups' },
      '。',
    ),
    groupTable(groups, count(sum((group) => group.households)), count(sum((group) => group.persons))),
  ]
}

function groupTable(groups: readonly StakeholderGroup[], households: string, persons: string): Table {
  return {
    kind: 'table',
    label: 'groups',
    caption: '利益相关群体',
    columns: [
      { head: '序号', width: 0.7, align: 'center' },
      { head: '群体', width: 4, align: 'left' },
      { head: '影响方式', width: 1.3, align: 'center' },
      { head: '户数', width: 1.1, align: 'right' },
      { head: '人数', width: 1.1, align: 'right' },
    ],
    rows: [
      ...groups.map((group, i) => [
        String(i + 1),
        group.name,
        EFFECT[group.effect],
        count(group.households),
        count(group.persons),
      ]),
      ['', '合计', '', households, persons],
    ],
    emphasised: [groups.length],
  }
}
