import type { Messages } from '../messages.ts'
import type { report as zh } from '../zh-CN/report.ts'

export const report: Messages<typeof zh> = {
  heading: 'Make the report',
  explain: 'All numbers come from the records of this workbench; the report is in Chinese.',
  incomplete: 'You can make it now for internal checking; it states what is missing and gives no verdict.',
  outline: 'Outline',
  outlines: { assessment: 'Assessment report', analysis: 'Risk analysis chapter' },
  outlineHints: {
    assessment: 'By the assessing body, with the economic appraisal and the dual verdict.',
    analysis: 'By the project unit, for its feasibility study.',
  },
  format: 'Format',
  formats: {
    pdf: 'PDF (to print and file)',
    docx: 'Word file (to go on editing)',
    xlsx: 'Excel file (all tables)',
  },
  generate: 'Make: {outline}',
  working: 'Being made; this usually takes a few seconds … {seconds} s',
  done: '{outline} is ready: {format}, {size}.',
  open: 'Open',
  download: 'Download',
  failed: 'The report was not made',
  network: 'The server cannot be reached. Check the network and try again.',
  fileName: '{title}-{outline}.{format}',
  contents: 'The report contains',
  warnings: {
    'glyphs-missing': 'No font has these characters; the report shows 〓 instead: {characters}',
    'plain-pdf': 'The archive format (PDF/A) could not be made; this is a plain PDF with the same content.',
    'figures-as-tables': 'The {figures} figures are tables in the Word file; the PDF has the drawings.',
    'unknown-fields':
      'The text names data fields that do not exist: {names}. Correct it on “Text of the report”.',
    'hand-typed-conclusions':
      'The text has {count, plural, one {{count} level or decision} other {{count} levels or decisions}} typed by hand: {words}. Use data fields on “Text of the report”.',
    'unbound-numbers':
      'The text has {count, plural, one {{count} number that equals} other {{count} numbers that equal}} no data field: {numbers}. Check on “Text of the report”.',
  },
}
