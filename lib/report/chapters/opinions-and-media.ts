/** 各方意见采纳情况 and 媒体评价. The case does not record them yet; the report says so instead of leaving them out. */
import type { Chapter } from '../chapter.ts'
import { item, missing } from '../write.ts'

export const opinionsAndMedia: Chapter = () => [
  item('各方意见采纳情况'),
  missing(
    '案卷未登记征求意见活动（公示、走访、座谈会、听证会、部门意见、专家论证）和意见采纳情况，本节无数据。',
  ),
  item('媒体评价'),
  missing('案卷未登记媒体评价，本节无数据。'),
]
