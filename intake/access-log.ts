/**
 * What the intake writes down about its work: enough to run it, nothing that leads to a resident.
 *
 * One line per request with method, route pattern, status and duration: the pattern, never the address, because the
 * address holds the survey's token. No network address, no device, no receipt. Fastify itself gets no logger, so nothing
 * it or a plugin might log about a request can slip in.
 *
 * Errors are described by name, code and stack frames. Their messages are left out: a database driver puts the statement
 * with its values, which are the answers, into the message.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Logger, pino } from 'pino'

/** Lines are gathered for a moment: a write of its own per request is a measurable part of what an answer costs. */
const GATHERED = { sync: false, minLength: 4096, periodicFlush: 500 }

/** What is gathered is written before the process ends, unless it is killed. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(GATHERED))
}

export function logRequest(log: Logger, request: FastifyRequest, reply: FastifyReply): void {
  log.info(
    {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    },
    'request',
  )
}

interface ErrorDescription {
  readonly name: string
  readonly code: string | null
  readonly at: readonly string[]
  readonly cause: ErrorDescription | null
}

export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: [], cause: null }
  const { code } = error as { code?: unknown }
  return {
    name: error.constructor.name,
    code: typeof code === 'string' ? code : null,
    // Frames only: the stack begins with the message, which may have several lines.
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))
      .slice(0, 8)
      .map((line) => line.trim().slice(3)),
    cause: error.cause && depth < 3 ? describeError(error.cause, depth + 1) : null,
  }
}
