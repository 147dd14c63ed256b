/** Every operation of the fixture format, by name. */
import type { Operations } from '../operation.ts'
import { operations as economics } from './economics.ts'
import { operations as risk } from './risk.ts'
import { operations as surveyDesign } from './survey-design.ts'
import { operations as testsAndSizes } from './tests-and-sizes.ts'

export const operations: Operations = { ...surveyDesign, ...testsAndSizes, ...economics, ...risk }
