import { useTranslations } from 'use-intl'

/** Says an issue code in words; a code without words of its own says that the content is not valid. */
export function useIssueText(): (code: string | undefined) => string | undefined {
  const t = useTranslations('issues')
  return (code) => {
    if (code === undefined) return undefined
    const key = code as Parameters<typeof t>[0]
    return t.has(key) ? t(key) : t('invalid')
  }
}
