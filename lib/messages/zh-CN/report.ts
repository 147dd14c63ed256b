/** 报告的生成。 */
export const report = {
  heading: '生成报告',
  explain: '数字全部来自本工作台的记录，文字见“报告文字”。',
  incomplete: '现在也可以生成，供内部核对；报告会写明尚缺的内容，不给出结论。',
  outline: '提纲',
  outlines: { assessment: '评估报告', analysis: '风险分析篇章' },
  outlineHints: {
    assessment: '评估主体编制，含经济效益评价和双评估结论。',
    analysis: '项目单位编制，附于可行性研究报告。',
  },
  format: '格式',
  formats: { pdf: 'PDF（打印、存档）', docx: 'Word文件（继续编辑）', xlsx: 'Excel文件（全部表格）' },
  generate: '生成{outline}',
  working: '正在生成，一般需要几秒钟……已用{seconds}秒',
  done: '已生成{outline}，{format}，{size}。',
  open: '打开',
  download: '下载',
  failed: '没有生成报告',
  network: '连不上服务器，请检查网络后重试。',
  fileName: '{title}-{outline}.{format}',
  contents: '报告包含',
  warnings: {
    'glyphs-missing': '以下字符没有可用的字体，报告中以〓代替：{characters}',
    'plain-pdf': '未能生成归档格式（PDF/A），已改为普通PDF，内容相同。',
    'figures-as-tables': 'Word文件中的{figures}幅图改为数据表，图形见PDF。',
    'unknown-fields': '报告文字引用了不存在的数据项：{names}。请到“报告文字”更正。',
    'hand-typed-conclusions':
      '报告文字中有{count}处手写的等级或者决策结论：{words}。请到“报告文字”改用数据项。',
    'unbound-numbers': '报告文字中有{count}处数字与数据项不一致：{numbers}。请到“报告文字”核对。',
  },
}
