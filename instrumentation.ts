/**
 * One structured line per failed request: what kind of route failed and with which error, for whoever runs the server.
 * No address, no account, no path parameter and no message of the failed statement: a log is read by many.
 */
import type { Instrumentation } from 'next'

export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  const { name, digest } = error as Error & { digest?: string }
  const line = {
    level: 50,
    time: new Date().toISOString(),
    method: request.method,
    route: context.routePath,
    kind: context.routeType,
    error: name,
    digest,
    msg: 'request failed',
  }
  console.error(JSON.stringify(line))
}
