/** How the residents' server is started: package.json says it once, for `npm run intake` and for whoever starts it as a child. */
import { readFileSync } from 'node:fs'

/** @type {string[]} What follows `node`. */
export const INTAKE_ARGS = JSON.parse(readFileSync('package.json', 'utf8')).scripts.intake.split(' ').slice(1)
