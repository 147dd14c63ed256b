/** 评估人员签字页. The cells stay empty: who is listed by a machine has not signed. */
import type { Chapter } from '../chapter.ts'

const SIGNERS = 8

export const signOff: Chapter = ({ caseFile }) => [
  {
    kind: 'signatures',
    title: '评估人员签字页',
    heads: ['职责', '姓名', '单位', '职务（职称）', '签字'],
    rows: SIGNERS,
    closing: [`${caseFile.matter.assessor}（盖章）`, '年　　月　　日'],
  },
]
