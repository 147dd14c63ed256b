/** `npm run recompute -- bundle.zip`: see command.ts. Speaks English where LANG does. */
import { runRecompute } from './command.ts'

process.exitCode = runRecompute(
  process.argv.slice(2),
  { out: (line) => console.log(line), err: (line) => console.error(line) },
  /^en/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'en' : 'zh-CN',
)
