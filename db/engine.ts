/**
 * The engine is chosen by DATABASE_URL alone and before any table is defined, so that one build serves both. SQLite is
 * the default because an office must be able to start without installing a database.
 */
export type Engine = 'sqlite' | 'postgres'

export function engineOf(databaseUrl: string): Engine {
  return /^postgres(ql)?:/.test(databaseUrl) ? 'postgres' : 'sqlite'
}

export const dataDirectory = process.env.DATA_DIR ?? './data'
export const databaseUrl = process.env.DATABASE_URL || `file:${dataDirectory}/wenping.db`
export const engine: Engine = engineOf(databaseUrl)
