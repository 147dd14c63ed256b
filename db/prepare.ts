/**
 * Makes the database ready: newest schema, and on an empty one the first administrator and the worked example.
 *
 * The administrator's password is random and printed once; it is stored only as a scrypt hash, so a lost one can be
 * replaced but never read. WENPING_EXAMPLE=0 leaves the example out.
 */
import { hashPassword } from 'better-auth/crypto'
import { openDatabase } from './database.ts'
import { migrateDatabase } from './migrate.ts'
import { randomPassword } from './random-password.ts'
import { seedExample } from './seed.ts'
import { accountSeal, countAccounts, createFirstAdministrator } from './stores/accounts.ts'
import { recordEvent } from './stores/audit.ts'
import { closeSurvey } from './stores/closing.ts'

async function prepare(): Promise<void> {
  await migrateDatabase()
  const database = await openDatabase()
  try {
    if ((await countAccounts(database.read)) > 0) return
    const password = randomPassword()
    const passwordHash = await hashPassword(password)
    const example = await database.write('accounts', async (tx) => {
      const administratorId = await createFirstAdministrator(tx, {
        username: 'admin',
        name: '系统管理员',
        passwordHash,
      })
      await recordEvent(
        tx,
        { id: administratorId, name: '系统管理员', role: 'administrator' },
        'account-created',
        null,
        await accountSeal(tx, administratorId),
      )
      return process.env.WENPING_EXAMPLE === '0' ? null : seedExample(tx, administratorId)
    })
    if (example) await closeSurvey(database, example)
    process.stdout.write(
      [
        '',
        '  首次启动：已建立管理员账号。密码只显示这一次，请妥善保存，登录后可修改。',
        '  First start: the administrator account was created. The password is shown this once.',
        '',
        '    用户名 / username:  admin',
        `    密码 / password:    ${password}`,
        '',
        '',
      ].join('\n'),
    )
  } finally {
    await database.close()
  }
}

await prepare()
