/**
 * The look of the workbench, as data: ink on paper with one accent.
 *
 * 黛 (dài), the blue-green black of ink and roof tiles, is the only accent. 朱 (cinnabar), 赭 (ochre) and 松 (pine) are kept
 * for what is at stake (high, medium, low), always beside a word and an icon, so that colour alone never carries a
 * meaning. The shades meet WCAG AA on white from index 6 on.
 */
import type { Locale } from '../messages/messages.ts'

export type Shades = readonly [string, string, string, string, string, string, string, string, string, string]

export const DAI: Shades = [
  '#eef5f5',
  '#dbe8e9',
  '#b6d0d2',
  '#8db6ba',
  '#639aa0',
  '#3f7f86',
  '#22666e',
  '#17545c',
  '#10434a',
  '#0a3238',
]
export const INK: Shades = [
  '#f6f7f5',
  '#eceeeb',
  '#dde1de',
  '#c6ccc9',
  '#98a2a0',
  '#727e7d',
  '#57625f',
  '#434d4b',
  '#2c3534',
  '#1a2223',
]
export const CINNABAR: Shades = [
  '#fcf1ee',
  '#f8e0da',
  '#efbfb4',
  '#e3988a',
  '#d47261',
  '#c35241',
  '#a93a2b',
  '#8e2d21',
  '#722419',
  '#561a12',
]
export const OCHRE: Shades = [
  '#fbf5e8',
  '#f5e8c9',
  '#ebd196',
  '#deb65f',
  '#cd9a36',
  '#b07f1f',
  '#8c6113',
  '#744f0f',
  '#5b3e0c',
  '#432d08',
]
export const PINE: Shades = [
  '#eff6f0',
  '#dcebdf',
  '#b8d6bf',
  '#90bd9c',
  '#67a179',
  '#46875c',
  '#2f6f46',
  '#255a39',
  '#1c472d',
  '#133320',
]

const CHINESE_FONTS =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif'

/**
 * The visitor's own fonts: a Chinese web font weighs megabytes, and every official's machine has a good one. Between English
 * words the quotation marks and the apostrophe of a Chinese font are as wide as a Chinese sign, so English asks a Latin one first;
 * where only a wide one is at hand, it gives its marks alone (globals.css).
 */
export const FONT_FAMILY = {
  'zh-CN': CHINESE_FONTS,
  en: `-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Narrow marks", ${CHINESE_FONTS}`,
} as const satisfies Record<Locale, string>

/** What is at stake, by the name of a colour family in the Mantine theme. */
export const LEVEL_COLOR = { low: 'pine', medium: 'ochre', high: 'cinnabar' } as const
