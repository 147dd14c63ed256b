/**
 * Every string that people read, in Chinese and in English.
 *
 * zh-CN is the original; the shape of the Chinese messages is the type of the English ones, so a string that exists in
 * one language only does not compile. Areas follow the rooms of the workbench.
 */

/** The same keys with any words: what a translation of `Original` must be. */
export type Messages<Original> = {
  readonly [Key in keyof Original]: Original[Key] extends string ? string : Messages<Original[Key]>
}

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The locale asked for, or Chinese: the people this is built for read Chinese. */
export function localeOf(asked: string | undefined | null): Locale {
  return LOCALES.find((locale) => locale === asked) ?? 'zh-CN'
}
