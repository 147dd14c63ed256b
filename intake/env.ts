/** The surroundings of the process, parsed once and refused with a clear message when they make no sense. */
import { z } from 'zod'

const shape = z.object({
  /** All interfaces: residents come from outside. */
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  /** Where residents reach this server, e.g. https://diaocha.example.gov.cn. */
  PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /**
   * Which neighbours may say on whose behalf they ask (X-Forwarded-For): addresses or networks, separated by commas.
   * A proxy on the same machine, such as the workbench, is trusted; a proxy elsewhere must be named, or all who come
   * through it share one rate limit.
   */
  TRUST_PROXY: z.string().min(1).default('loopback'),
  /** Needed only where several intakes serve one address: what seals receipt pages, the same for all of them. */
  INTAKE_SECRET: z.string().min(32).optional(),
})

export type IntakeEnvironment = z.infer<typeof shape>

export function readEnvironment(source: Readonly<Record<string, string | undefined>>): IntakeEnvironment {
  // An empty variable means unset, as in `PUBLIC_URL= npm start`.
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = shape.safeParse(set)
  if (!parsed.success) throw new Error(`environment: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
