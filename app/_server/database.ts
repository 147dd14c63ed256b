import { type Database, openDatabase } from '../../db/database.ts'

// Next may load a module twice in one process (pages and route handlers are separate bundles); SQLite's queue of units
// of work holds only while there is one writer, so the open database is kept on globalThis.
const kept = globalThis as typeof globalThis & { wenpingDatabase?: Promise<Database> }

export function database(): Promise<Database> {
  kept.wenpingDatabase ??= openDatabase()
  return kept.wenpingDatabase
}
