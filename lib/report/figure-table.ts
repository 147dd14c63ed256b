/** A figure as the table of its numbers, for formats whose readers edit rather than look. */
import type { Column, FigureBlock, Table } from './blocks.ts'
import { grade, NONE, percent, wan } from './format.ts'

const column = (head: string, width: number, align: Column['align']): Column => ({ head, width, align })

export function figureTable(figure: FigureBlock): Table {
  const { caption } = figure
  const note = figure.note === undefined ? {} : { note: figure.note }
  return { kind: 'table', caption, ...contents(figure), ...note }
}

function contents(figure: FigureBlock): Pick<Table, 'columns' | 'rows' | 'emphasised'> {
  switch (figure.kind) {
    case 'risk-matrix':
      return {
        columns: [
          column('因素序号', 2, 'center'),
          column(figure.xTitle, 2, 'right'),
          column(figure.yTitle, 2, 'right'),
          column('措施前的位置', 3, 'center'),
        ],
        rows: figure.points.map(({ text, x, y, from }) => [
          text,
          grade(x),
          grade(y),
          from ? `（${grade(from.x)}，${grade(from.y)}）` : NONE,
        ]),
      }
    case 'bar-chart':
      return {
        columns: [
          column('项目', 4, 'left'),
          column('比例', 1.5, 'right'),
          column('下限', 1.5, 'right'),
          column('上限', 1.5, 'right'),
          column('说明', 3, 'left'),
        ],
        rows: [
          ...figure.bars.map(({ text, share, low, high, detail }) => [
            text,
            percent(share),
            percent(low),
            percent(high),
            detail.split('\n')[0] ?? '',
          ]),
          ...figure.lines.map(({ at, text }) => [`界限${text}`, percent(at), NONE, NONE, '']),
        ],
      }
    case 'cash-flow-chart':
      return {
        columns: [
          column('年份', 1.5, 'center'),
          column(`${figure.netText}（万元）`, 3, 'right'),
          column(`${figure.cumulativeText}（万元）`, 3, 'right'),
        ],
        rows: figure.years.map(({ text, net, cumulative }) => [text, wan(net), wan(cumulative)]),
      }
    case 'column-chart':
      return {
        columns: [column('月份', 2, 'center'), column(figure.valueText, 4, 'right')],
        rows: figure.columns.map(({ text, detail }) => [text, detail]),
      }
    case 'tornado':
      return {
        columns: [
          column('项目', 2.5, 'left'),
          column(figure.downText, 2.5, 'right'),
          column(figure.upText, 2.5, 'right'),
        ],
        rows: [
          [`${figure.unit}，${figure.base.text}`],
          ...figure.rows.map(({ text, down, up }) => [text, down.text, up.text]),
        ],
      }
    case 'distribution-chart':
      return {
        columns: [
          column('一方', 3, 'left'),
          column(`${figure.benefitText}（万元）`, 2.5, 'right'),
          column(`${figure.costText}（万元）`, 2.5, 'right'),
          column(`${figure.netText}（万元）`, 2.5, 'right'),
        ],
        rows: figure.rows.map(({ text, benefit, cost, net }) => [text, wan(benefit), wan(cost), net.text]),
      }
    case 'dual-matrix':
      return {
        columns: [
          column(figure.corner, 2, 'center'),
          ...figure.columns.map((head) => column(head, 2, 'center')),
        ],
        rows: figure.rows.map(({ text, cells }) => [text, ...cells.map(({ lines }) => lines.join('\n'))]),
      }
  }
}
