import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { EXAMPLE_INPUT } from '../../../lib/report/example-input.fixture.ts'
import { withCase } from '../../../lib/report/reading.fixture.ts'
import { reportFile } from './report-file.ts'

test.each(['docx', 'xlsx'] as const)('%s is made in a process of its own', async (format) => {
  const file = await reportFile('analysis', format, EXAMPLE_INPUT)
  if (!file.ok) throw new Error(`${file.reason} ${JSON.stringify(file.details)}`)
  expect(Object.keys(unzipSync(new Uint8Array(file.value.bytes)))).toContain('[Content_Types].xml')
  expect(file.value.warnings.map(({ kind }) => kind)).toEqual(format === 'docx' ? ['figures-as-tables'] : [])
})

test('whoever prints is told what the office’s text says beside the results', async () => {
  const file = await reportFile('assessment', 'docx', withCase({ narratives: { advice: '另有98765户。' } }))
  expect(file.ok && file.value.warnings.map(({ kind }) => kind)).toEqual([
    'figures-as-tables',
    'unbound-numbers',
  ])
})
