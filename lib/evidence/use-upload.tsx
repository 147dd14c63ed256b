'use client'

import { Alert, Progress, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Refusal, useRefusalText } from '../ui/form/refusal-text.tsx'
import { LARGEST_FILE } from './evidence.ts'
import { type Uploaded, uploadFile } from './upload.ts'

export const MEGABYTES = LARGEST_FILE / 1024 / 1024

export interface Upload {
  readonly sending: boolean
  /** How far a file is, and why one was refused. */
  readonly state: ReactNode
  /** Sends a file; null where none was taken. */
  send(file: File | null): Promise<Uploaded | null>
}

/** Sends files to an address, with progress, and says what became of each. */
export function useUpload(address: string): Upload {
  const t = useTranslations('evidence')
  const refusalText = useRefusalText()
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const send = async (file: File | null) => {
    if (!file) return null
    setRefusal(null)
    if (file.size > LARGEST_FILE) {
      setRefusal({ ok: false, reason: 'file-too-large', details: { megabytes: MEGABYTES } })
      return null
    }
    setSending({ name: file.name, percent: 0 })
    const answer = await uploadFile(address, file, (percent) => setSending({ name: file.name, percent }))
    setSending(null)
    if (!answer.ok) {
      setRefusal(answer)
      return null
    }
    notifications.show({
      message: t(answer.value.duplicate ? 'duplicate' : 'uploaded', { name: file.name }),
      color: 'pine',
      autoClose: 4000,
    })
    return answer.value
  }
  return {
    sending: sending !== null,
    send,
    state: (
      <>
        {sending && (
          <div role="status">
            <Text size="sm">{t('uploading', sending)}</Text>
            <Progress value={sending.percent} aria-label={sending.name} />
          </div>
        )}
        {refusal && (
          <Alert color="cinnabar" role="alert">
            {refusalText(refusal)}
          </Alert>
        )}
      </>
    ),
  }
}
