/** 民意调查可信度检验。各项发现的句子在lib/survey/credibility/wording.ts。 */
export const credibility = {
  heading: '可信度检验',
  explain: '每次调查都做同样的十项检验，不能关闭。检验只说明现象出现的可能性大小，不认定原因，不针对任何人。',
  flagged: '有{n}项须作说明。请逐项核实，并在报告中写明情况。',
  noticed: '有{n}项提请注意。',
  clear: '已进行的{made}项检验未见异常。',
  unmade: '有{n}项检验缺少所需的记录，未能进行。未检验不等于没有问题。',
  none: '问卷没有可以计算反对比例的有效作答，可信度未检验。未检验不等于没有问题。',
  refused: '调查的份数记录前后不符或者不完整，可信度未检验。',
  columns: { check: '检验', finding: '结果', chance: 'p值' },
  notChecked: '未检验',
  noChance: '不适用',
  below: '小于{p}',
  note: 'p值为如实开展的调查出现同样或者更不寻常现象的概率，已按检验的处数和项数校正，因此大于句中所述的可能性。小于{p}的须作说明。',
}
