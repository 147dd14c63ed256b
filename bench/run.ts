/**
 * `npm run bench -- NAME` prints one JSON object. Absolute times depend on the machine and its neighbours, so every claim is
 * a ratio against a yardstick measured in the same run.
 */
const BENCHES = {
  engine: () => import('./engine.ts').then((bench) => bench.benchEngine()),
} as const satisfies Record<string, () => Promise<object> | object>

const name = process.argv[2]
if (!name || !(name in BENCHES)) {
  console.error(`usage: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`)
  process.exit(2)
}
console.log(JSON.stringify(await BENCHES[name as keyof typeof BENCHES](), null, 2))
