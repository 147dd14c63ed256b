/**
 * `npm run bench -- NAME` prints one JSON object. Absolute times depend on the machine and its neighbours, so every claim is
 * a ratio against a yardstick measured in the same run.
 */
const BENCHES = {
  engine: async () => (await import('./engine.ts')).benchEngine(),
  survey: async () => (await import('./survey.ts')).benchSurvey(),
  report: async () => (await import('./report.ts')).benchReport(Number(process.argv[3]) || undefined),
  opinions: async () => (await import('./opinions.ts')).benchOpinions(),
} as const satisfies Record<string, () => Promise<object>>

// Before React is loaded: its development build renders several times slower.
Object.assign(process.env, { NODE_ENV: 'production' })

const asked = process.argv[2]
if (!asked || !Object.hasOwn(BENCHES, asked)) {
  console.error(`usage: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`)
  process.exit(2)
}
console.log(JSON.stringify(await BENCHES[asked as keyof typeof BENCHES](), null, 2))

export {}
