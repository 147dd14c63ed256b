/** Sends a file from the browser. XMLHttpRequest, because fetch cannot tell how much has gone out. */
import { z } from 'zod'
import { fail, ok, type Result } from '../result.ts'
import type { RefusalReason } from '../ui/save.ts'
import type { FileRefusal } from './file-kind.ts'
import type { PhotoRefusal } from './photo-metadata.ts'

export const UPLOAD_REFUSALS = [
  'file-too-large',
  'file-empty',
  'file-kind-not-allowed',
  'file-lies-about-kind',
  'file-has-macros',
  'photo-damaged',
  'not-signed-in',
  'not-allowed',
  'not-found',
  'unexpected',
] as const satisfies readonly (RefusalReason | FileRefusal | PhotoRefusal)[]
export type UploadRefusal = (typeof UPLOAD_REFUSALS)[number]

const answerShape = z.union([
  z.object({ ok: z.literal(true), digest: z.string(), duplicate: z.boolean() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(UPLOAD_REFUSALS),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
])

export interface Uploaded {
  readonly digest: string
  /** The same bytes were there already. */
  readonly duplicate: boolean
}

/** @param progress per cent sent so far. */
export function uploadFile(
  address: string,
  file: File,
  progress: (percent: number) => void,
): Promise<Result<Uploaded, UploadRefusal>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${address}?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => progress(Math.round((loaded / total) * 100))
    request.onerror = () => resolve(fail('unexpected'))
    request.onload = () => resolve(answerOf(request.responseText))
    request.send(file)
  })
}

function answerOf(text: string): Result<Uploaded, UploadRefusal> {
  let answer: unknown
  try {
    answer = JSON.parse(text)
  } catch {
    return fail('unexpected')
  }
  const parsed = answerShape.safeParse(answer)
  if (!parsed.success) return fail('unexpected')
  return parsed.data.ok
    ? ok({ digest: parsed.data.digest, duplicate: parsed.data.duplicate })
    : fail(parsed.data.reason, parsed.data.details)
}
