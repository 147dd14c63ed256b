import { currentLocale, messagesOf } from './locale.ts'

const STATUS = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'results-not-yet': 409,
  'version-altered': 409,
  'render-timeout': 503,
  'render-failed': 500,
  'fonts-missing': 500,
} as const
export type DownloadRefusal = keyof typeof STATUS

/** A refusal for whoever asked for a file: in words, with the right status. */
export async function refuseDownload(reason: DownloadRefusal): Promise<Response> {
  const message = messagesOf(await currentLocale()).refusals[reason]
  return Response.json(
    { reason, message },
    { status: STATUS[reason], headers: { 'cache-control': 'no-store' } },
  )
}

interface Download {
  readonly bytes: Uint8Array
  readonly type: string
  /** With its ending; may be Chinese. */
  readonly name: string
  /** For software that reads ASCII only. */
  readonly plainName: string
  readonly inline?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

export function sendDownload({
  bytes,
  type,
  name,
  plainName,
  inline = false,
  headers = {},
}: Download): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      ...headers,
    },
  })
}
