/**
 * `npm run intake-role`: makes the restricted role of the residents' door on the PostgreSQL of DATABASE_URL and prints its
 * password once. Run again it makes a new password.
 */
import { databaseUrl, engine } from '../engine.ts'
import { randomPassword } from '../random-password.ts'
import { createIntakeRole, INTAKE_ROLE } from './intake-role.ts'

if (engine !== 'postgres') {
  console.error('DATABASE_URL 不是 PostgreSQL 地址：SQLite 没有角色 / roles exist on PostgreSQL only')
  process.exit(2)
}
const password = randomPassword()
await createIntakeRole(databaseUrl, password)
console.log(`角色 / role: ${INTAKE_ROLE}\n密码 / password: ${password}`)
