'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusalText } from './form/refusal-text.tsx'
import type { RefusalReason } from './save.ts'

type MadeFile =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly since: number }
  | {
      readonly status: 'done'
      /** Leads into the browser's memory. */
      readonly href: string
      readonly bytes: number
      readonly headers: Headers
    }
  | { readonly status: 'failed'; readonly message: string }

/**
 * A file that takes the server a while to make: fetched instead of linked to, so that the page can show that it is being made,
 * say a refusal in words, and read what the answer says beside the file.
 */
export function useMadeFile() {
  const t = useTranslations('report')
  const refusals = useTranslations('refusals')
  const refusalText = useRefusalText()
  const [file, setFile] = useState<MadeFile>({ status: 'idle' })
  const seconds = useSeconds(file.status === 'working' ? file.since : null)
  const href = file.status === 'done' ? file.href : null
  // The file lives in the browser's memory until it is replaced or the page is left.
  useEffect(() => () => void (href && URL.revokeObjectURL(href)), [href])

  const make = async (url: string) => {
    setFile({ status: 'working', since: Date.now() })
    try {
      const response = await fetch(url)
      if (!response.ok) {
        const { reason } = (await response.json().catch(() => ({}))) as { reason?: string }
        const known = reason as RefusalReason
        const text = refusals.has(known) ? refusalText({ ok: false, reason: known }) : refusals('unexpected')
        setFile({ status: 'failed', message: text })
        return
      }
      const content = await response.blob()
      setFile({
        status: 'done',
        href: URL.createObjectURL(content),
        bytes: content.size,
        headers: response.headers,
      })
    } catch {
      setFile({ status: 'failed', message: t('network') })
    }
  }
  return { file, seconds, make }
}

/** Whole seconds since a moment, counting while there is one. */
function useSeconds(since: number | null): number {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (since === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [since])
  return since === null ? 0 : Math.max(0, Math.floor((now - since) / 1000))
}
