/**
 * Connections to PostgreSQL. The server may end any of them at any time (a restart, an administrator, a failover); node-pg
 * then emits 'error' on the client, also on one that the pool is just letting go, and an 'error' nobody listens to ends
 * the whole process. The pool opens a new connection for the next statement, so there is nothing else to do.
 */
import type { Pool, PoolConfig } from 'pg'

export async function postgresPool(url: string, options: PoolConfig = {}): Promise<Pool> {
  const { Pool } = await import('pg')
  const pool = new Pool({ connectionString: url, ...options })
  const lost = (error: Error & { code?: string }) =>
    console.error(`a database connection was lost: ${error.code ?? 'unknown'}`)
  // A client the pool holds idle reports through the pool; one that is closing only through itself.
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
