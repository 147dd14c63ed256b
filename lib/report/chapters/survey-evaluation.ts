/**
 * 风险调查评估及各方意见采纳情况: who was asked, what they said, how many object, and what became of their opinions.
 *
 * Shares are shares of answers, with n and interval beside them. What the workbench did not record is named as missing:
 * a report that is silent on the adoption of opinions reads as if there had been none.
 */
import type { Block, Table } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { shareBars } from '../figures/share-bars.ts'
import { chineseDay, count, interval, NONE, percent } from '../format.ts'
import { printableGroups } from '../small-cells.ts'
import { INDEX, listed } from '../wording.ts'
import { item, missing, paragraph, section, withFootnote } from '../write.ts'
import type { IndexResult, SurveyResults } from '../../verdict/results.ts'
import { INDEX_NAMES } from '../../survey/questionnaire.ts'
import { opposedThresholds } from '../rule-statistics.ts'
