/**
 * The keys of a survey live in files, apart from the database, so that a copy of the database opens nothing.
 *
 * Two files per survey: `<id>.ballot.json` opens the envelopes and is needed by the workbench alone; `<id>.codes.json` is the
 * HMAC key of the one-time codes and is needed by the intake as well. Both are made before the survey is published, so that no
 * answer is ever sealed to a key that may be lost in a crash, and both are overwritten and removed at closing. Synchronous,
 * because they are made inside a unit of work, where nothing else may be awaited.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dataDirectory } from '../engine.ts'
import { type BallotKeys, newBallotKeys } from './envelope.ts'

const ballotShape = z.object({ publicKey: z.string().min(40), privateKey: z.string().min(40) })
const codesShape = z.object({ codeKey: z.string().min(40) })

/** KEYS_DIR where several hosts share the keys; otherwise beside the data. */
const directory = () => process.env.KEYS_DIR || join(dataDirectory, 'keys')
const ballotFile = (surveyId: string) => join(directory(), `${surveyId}.ballot.json`)
const codesFile = (surveyId: string) => join(directory(), `${surveyId}.codes.json`)

function syncDirectory(): void {
  if (process.platform === 'win32') return // a directory cannot be opened there
  const folder = openSync(directory(), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** Writes whole and durable, or not at all; a file that is there already is kept. */
function writeOnce(file: string, content: object): void {
  if (existsSync(file)) return
  mkdirSync(directory(), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = openSync(draft, 'wx', 0o600)
  writeSync(handle, JSON.stringify(content))
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
  syncDirectory()
}

function readKey<Value>(file: string, shape: z.ZodType<Value>): Value | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return shape.parse(JSON.parse(text))
}

function destroy(file: string): void {
  let handle: number
  try {
    handle = openSync(file, 'r+')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  writeSync(handle, randomBytes(fstatSync(handle).size), 0, null, 0)
  fsyncSync(handle)
  closeSync(handle)
  unlinkSync(file)
}

/** Makes both keys; called again for the same survey it gives the same ones. @returns the public key. */
export function createSurveyKeys(surveyId: string): string {
  writeOnce(ballotFile(surveyId), newBallotKeys())
  writeOnce(codesFile(surveyId), { codeKey: randomBytes(32).toString('base64url') })
  const keys = readBallotKeys(surveyId)
  if (!keys) throw new Error('the keys of a survey could not be read back')
  return keys.publicKey
}

/** Null where the file is not there. */
export function readBallotKeys(surveyId: string): BallotKeys | null {
  return readKey(ballotFile(surveyId), ballotShape)
}

/** Null where the file is not there. */
export function readCodeKey(surveyId: string): Buffer | null {
  const key = readKey(codesFile(surveyId), codesShape)
  return key && Buffer.from(key.codeKey, 'base64url')
}

/** Overwrites and removes both keys; does nothing where they are gone. */
export function destroySurveyKeys(surveyId: string): void {
  destroy(ballotFile(surveyId))
  destroy(codesFile(surveyId))
  if (existsSync(directory())) syncDirectory()
}
