/** 全局视图: all assessments of the office at once. */
export const office = {
  title: '全局视图',
  lead: '本单位全部评估放在一起看：哪些将要超期，哪些没有答复，等级是不是总是一样。示例不计入。',
  emptyTitle: '还没有评估',
  emptyBody: '登记评估事项之后，这里会显示各项评估的状态、将到期的公示和风险等级的分布。',
  stats: { assessments: '评估事项', given: '已有结论', answered: '意见答复率', overdue: '超期的措施和纠纷' },
  onlyLow: {
    title: '本单位的{n}项评估，等级全部是低风险',
    body: '有的省3389项评估中有58项被暂缓（1.7%）。照这个比例，{n}项中一项也没有的可能性是{chance}；不过仅凭{n}项，也只能说非低风险的比例不超过{atMost}（95%置信上限）。请核对：事项是不是都容易，还是没有认真找。',
  },
  levels: {
    title: '风险等级的分布',
    chart: '按登记季度统计的风险等级',
    none: '还没有算出等级的评估。',
    quarter: '季度',
  },
  table: {
    title: '各项评估',
    matter: '事项',
    level: '等级',
    verdict: '结论',
    given: '已有',
    notGiven: '未出',
    opinions: '意见（已答复／全部）',
    overdue: '超期（措施／纠纷）',
    clocks: '十日内到期的公示',
    none: '—',
    until: '{title}，{day}止',
  },
}
