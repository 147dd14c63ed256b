/** 评估过程和方法: when what was done, and by which rules numbers became a level. */
import type { Block } from '../blocks.ts'
import type { Chapter, ReportInput } from '../chapter.ts'
import { chineseDay, daySpan } from '../format.ts'
import { paragraph, section, withFootnote } from '../write.ts'
