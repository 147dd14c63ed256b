/**
 * Notice and consultations of the worked example. Written for the example; the published survey tells of neither, and
 * the experts' posts are invented.
 */
import type { ConsultationEntry } from '../../participation/consultation.ts'
import type { NoticeEntry } from '../../participation/notice.ts'

/** Without its days: an example is public from the day on which it is made. */
export const EXAMPLE_NOTICE: Omit<NoticeEntry, 'from' | 'until'> = {
  kind: 'public-comment',
  title: '游牧民定居工程（二期）公开征求意见公告（示例）',
  plan: '拟在五个定居村建设住房，配套道路、供水、供电、学校和卫生室。征求意见的内容包括选址、安置方式、补偿标准和就业安排。',
  affected: '五个定居村的定居牧民家庭。',
  objection:
    '可以在公示期内到乡政府便民服务大厅口头或者书面提出，也可以填写调查问卷。反对的意见同样记录、同样答复。',
  law: '作出重大行政决策，应当采取便于社会公众参与的方式充分听取意见（《重大行政决策程序暂行条例》第十四条）。',
  contact: '示例县农牧农村局定居工程办公室（示例）',
  eventOn: null,
  shortenedBecause: '',
}

const NOTHING_FURTHER = {
  minutes: '',
  noticeOn: null,
  listOn: null,
  papersOn: null,
  shortenedBecause: '',
  departments: [],
  experts: [],
} as const satisfies Partial<ConsultationEntry>

/** Persons at the meeting of the example. */
export const EXAMPLE_MEETING_PERSONS = 26

type Undated = Omit<ConsultationEntry, 'heldOn' | 'counts'>

export const EXAMPLE_CONSULTATIONS: readonly Undated[] = [
  {
    ...NOTHING_FURTHER,
    departments: [],
    experts: [],
    kind: 'meeting',
    place: '新村村委会',
    host: '乡人民政府',
    minutes: '牧民代表主要提出：过渡费停发、草场距离变远、冬季缺少务工机会、校车和卫生室服务不足。',
  },
  {
    ...NOTHING_FURTHER,
    departments: [],
    kind: 'experts',
    place: '县政府会议室',
    host: '示例县农牧农村局',
    experts: [
      { name: '专家甲', post: '高校社会学副教授', opinion: 'agrees', grounds: '' },
      {
        name: '专家乙',
        post: '省建筑设计院高级工程师',
        opinion: 'agrees-with-conditions',
        grounds: '户型应当考虑农具和饲草的存放。',
      },
      {
        name: '专家丙',
        post: '草原站高级畜牧师',
        opinion: 'dissents',
        grounds: '放牧半径超过三小时，生计转换缺少依据，建议先试点。',
      },
    ],
  },
]
