import { describe, expect, test } from 'vitest'
import type { Questionnaire } from '../lib/survey/questionnaire.ts'
import { pageWeights } from './page-weight.ts'
import { createMemoryStore, exampleQuestionnaire, openDoor, TOKEN } from './testing.ts'

describe('the weight of a questionnaire’s page', () => {
  test('is what the door sends, in every language of the questionnaire', async () => {
    const store = createMemoryStore()
    const questionnaire: Questionnaire = {
      ...exampleQuestionnaire(),
      languages: ['zh-CN', 'en', 'ug'],
      translations: { en: { title: 'Our village' }, ug: { title: 'بىزنىڭ كەنت' } },
    }
    store.survey = { ...store.survey, questionnaire }
    const door = await openDoor({ store })
    try {
      const { matterTitle, assessor, groupName } = store.survey
      const weights = pageWeights({ questionnaire, matterTitle, assessor, groupName })
      expect(weights.map(({ language }) => language)).toEqual(['zh-CN', 'en', 'ug'])
      for (const { language, bytes } of weights) {
        const sent = await door.ask('GET', `/s/${TOKEN}?lang=${language}`, {
          headers: { 'accept-encoding': 'gzip' },
        })
        expect(sent.status).toBe(200)
        // The name of the script is another digest, which may compress by a few bytes more or less.
        expect(Math.abs(bytes - sent.bytes)).toBeLessThan(16)
      }
    } finally {
      await door.close()
    }
  })

  test('grows with what is asked', () => {
    const questionnaire = exampleQuestionnaire()
    const about = { matterTitle: '修路', assessor: '评估中心', groupName: '东村' }
    const [whole] = pageWeights({ ...about, questionnaire })
    const [half] = pageWeights({
      ...about,
      questionnaire: { ...questionnaire, questions: questionnaire.questions.slice(0, 6) },
    })
    expect(half!.bytes).toBeLessThan(whole!.bytes * 0.8)
  })
})
