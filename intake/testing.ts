/** A survey, a store that remembers in memory, and a door on a free port: what the tests of the intake begin with. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import type { IncomingResponse, IntakeStore, OpenSurvey } from '../db/stores/intake.ts'
import { fail, ok } from '../lib/result.ts'
import type { Question, Questionnaire } from '../lib/survey/questionnaire.ts'
import { createIntake, type IntakeOptions } from './server.ts'

const SATISFACTION: [string, string, string, string, string] = [
  '非常满意',
  '比较满意',
  '基本满意',
  '不太满意',
  '很不满意',
]
const ASPECTS = [
  '定居点选址环境',
  '水源和草场配置',
  '空气质量',
  '环境卫生和垃圾处理',
  '交通和区位条件',
  '家庭收入及来源',
  '饮食和生活习惯的适应',
  '亲戚邻里往来',
  '民族习俗的尊重和沿袭',
  '对新居住地的归属感',
  '房屋质量与朝向',
  '院落和居室布局',
  '公共文化活动空间',
  '厨房、卫生间等设施',
  '供水和供电',
  '子女入学条件',
  '看病就医条件',
  '公共活动场所',
  '补偿和补贴的标准及发放',
  '就业和实用技术培训',
]

/** Twenty items on one scale, attitude, heard-of, worries and a comment: 24 questions, two of them required. */
export function exampleQuestionnaire(): Questionnaire {
  const scales: Question[] = ASPECTS.map((aspect, i) => ({
    id: `C${i + 1}`,
    title: `您对“${aspect}”是否满意？`,
    required: false,
    type: 'scale',
    labels: SATISFACTION,
  }))
  return {
    title: '牧民定居工程公众意见调查',
    introduction:
      '为了解您对这项工程的真实想法，我们开展这次调查。答案没有对错，不满意和反对的意见同样重要。',
    questions: [
      ...scales,
      {
        id: 'heard',
        title: '在今天之前，您是否了解这项工程的具体内容？',
        required: false,
        type: 'single',
        options: [
          { id: 'well', label: '了解' },
          { id: 'partly', label: '听说过，但不了解具体内容' },
          { id: 'never', label: '没有听说过' },
        ],
      },
      {
        id: 'attitude',
        title: '总的来说，您对这项工程的态度是？',
        required: true,
        type: 'single',
        options: [
          { id: 'support', label: '支持' },
          { id: 'conditional', label: '有条件支持' },
          { id: 'indifferent', label: '无所谓' },
          { id: 'oppose', label: '反对' },
        ],
      },
      {
        id: 'worries',
        title: '您最担心哪些问题？',
        required: true,
        type: 'multiple',
        options: [
          { id: 'compensation', label: '补偿标准偏低或发放不及时' },
          { id: 'jobs', label: '就业和社会保障没有着落' },
          { id: 'environment', label: '环境污染、噪声或健康受影响' },
          { id: 'openness', label: '信息不公开、程序不公正' },
          { id: 'none', label: '没有担心' },
        ],
      },
      {
        id: 'demands',
        title: '您对这项工程有什么意见、要求或建议？',
        required: false,
        type: 'text',
        maxLength: 200,
      },
    ],
    indices: {
      satisfaction: { questionIds: scales.map(({ id }) => id), optionIds: ['1', '2'] },
      support: { questionIds: ['attitude'], optionIds: ['support'] },
      confidence: null,
      opposition: { questionIds: ['attitude'], optionIds: ['oppose'] },
    },
  }
}

export const TOKEN = 'Tk_4kQ9-vZ0pW2sX'
export const CLOSED_TOKEN = 'closed-0pW2sXvZ0'

export interface MemoryStore extends IntakeStore {
  readonly accepted: IncomingResponse[]
  survey: OpenSurvey
  /** Thrown by the next calls, when set. */
  failure: { find?: Error; accept?: Error }
}

export function createMemoryStore(questionnaire = exampleQuestionnaire()): MemoryStore {
  const store: MemoryStore = {
    accepted: [],
    failure: {},
    survey: {
      assessmentId: 'assessment-1',
      surveyId: 'survey-1',
      groupId: 'group-1',
      groupName: '桑科新村居民',
      state: 'published',
      matterTitle: '夏河县游牧民定居工程（二期）',
      assessor: '夏河县社会稳定风险评估中心',
      questionnaire,
    },
    async findSurvey(entry) {
      if (store.failure.find) throw store.failure.find
      if (!('link' in entry)) return fail('unknown')
      if (entry.link === CLOSED_TOKEN) return ok({ ...store.survey, state: 'closed' })
      return entry.link === TOKEN ? ok(store.survey) : fail('unknown')
    },
    async accept(response) {
      if (store.failure.accept) throw store.failure.accept
      const known = store.accepted.some(({ receipt }) => receipt === response.receipt)
      if (known) return ok({ duplicate: true })
      if (store.survey.state === 'closed') return fail('survey-closed')
      store.accepted.push(response)
      return ok({ duplicate: false })
    },
    countedBefore: async () => null,
  }
  return store
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Bytes of the body on the wire. */
  readonly bytes: number
  readonly html: string
}

export interface Door {
  readonly server: FastifyInstance
  readonly port: number
  ask(method: string, path: string, options?: AskOptions): Promise<Answered>
  get(path: string, headers?: Record<string, string>): Promise<Answered>
  post(
    path: string,
    fields: readonly (readonly [string, string])[],
    headers?: Record<string, string>,
  ): Promise<Answered>
  close(): Promise<void>
}

interface AskOptions {
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** A real port and node:http: nothing is decoded, followed or kept behind the test's back. */
export async function openDoor(options: IntakeOptions): Promise<Door> {
  const server = createIntake(options)
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  const ask: Door['ask'] = (method, path, { headers, body } = {}) =>
    new Promise((resolve, reject) => {
      const asked = httpRequest(
        { port, host: '127.0.0.1', method, path, headers, agent: false },
        (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            const raw = Buffer.concat(chunks)
            const zipped = answer.headers['content-encoding'] === 'gzip'
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              bytes: raw.length,
              html: (zipped && raw.length > 0 ? gunzipSync(raw) : raw).toString(),
            })
          })
          answer.on('error', reject)
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  return {
    server,
    port,
    ask,
    get: (path, headers = {}) => ask('GET', path, { headers }),
    post: (path, fields, headers = {}) =>
      ask('POST', path, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      }),
    close: () => server.close(),
  }
}

/** The key that a page carries. */
export function keyOf(html: string): string {
  const key = /name="key" value="([^"]+)"/.exec(html)?.[1]
  if (!key) throw new Error('the page carries no key')
  return key
}

/** The receipt that a page shows, without its hyphens. */
export function shownReceipt(html: string): string {
  const code = /<p class="code">(.*?)<\/p>/.exec(html)?.[1]
  if (!code) throw new Error('the page shows no receipt')
  return code.replace(/<[^>]+>|-/g, '')
}

/** The smallest set of answers that is valid. */
export const VALID_ANSWERS: readonly (readonly [string, string])[] = [
  ['q.C1', '5'],
  ['q.attitude', 'oppose'],
  ['q.worries', 'openness'],
  ['q.worries', 'compensation'],
  ['q.demands', '补偿标准请公开。'],
]
