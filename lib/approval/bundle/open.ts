/**
 * Opening a bundle from anywhere. It may be cut off, swollen (a zip bomb), full of foreign files or not a bundle at all; nothing
 * is unpacked beyond the few names and sizes that a bundle has.
 */
import { strFromU8, unzipSync } from 'fflate'
import { digestBytes } from '../../integrity/digest.ts'
import { fail, ok, type Result } from '../../result.ts'
import { MANIFEST, type Manifest, manifestDigest, manifestShape, PARTS, type Part } from './manifest.ts'

export type BundleRefusal =
  | 'not-a-zip'
  | 'bundle-too-large'
  | 'foreign-file'
  | 'file-missing'
  | 'manifest-malformed'
  | 'file-malformed'

export interface OpenedBundle {
  readonly manifest: Manifest
  /** Files whose bytes are not those the manifest names, and the manifest itself where it was changed. */
  readonly altered: readonly (Part | typeof MANIFEST)[]
  readonly values: Readonly<Record<Exclude<Part, 'README.txt'>, unknown>>
}

/** A million receipts take 67 MB of leaves; everything else is far smaller. */
const LARGEST = 200_000_000
const NAMES: readonly string[] = [MANIFEST, ...PARTS]

function unpack(bytes: Uint8Array): Result<Record<string, Uint8Array>, BundleRefusal> {
  let refusal: Result<never, BundleRefusal> | null = null
  let total = 0
  const seen = new Set<string>()
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize
        if (!NAMES.includes(name) || seen.has(name))
          refusal ??= fail('foreign-file', { name: name.slice(0, 80) })
        if (total > LARGEST) refusal ??= fail('bundle-too-large')
        seen.add(name)
        return refusal === null
      },
    })
    if (refusal) return refusal
    const missing = NAMES.find((name) => !files[name])
    return missing ? fail('file-missing', { name: missing }) : ok(files)
  } catch {
    return fail('not-a-zip')
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes))
  } catch {
    return undefined
  }
}

export function openBundle(bytes: Uint8Array): Result<OpenedBundle, BundleRefusal> {
  const unpacked = unpack(bytes)
  if (!unpacked.ok) return unpacked
  const files = unpacked.value
  const manifest = manifestShape.safeParse(parsed(files[MANIFEST]!))
  if (!manifest.success) return fail('manifest-malformed')
  const altered: (Part | typeof MANIFEST)[] = PARTS.filter(
    (part) => digestBytes(files[part]!) !== manifest.data.files[part],
  )
  if (manifestDigest(manifest.data) !== manifest.data.digest) altered.unshift(MANIFEST)
  const values: Partial<Record<Part, unknown>> = {}
  for (const part of PARTS) {
    if (part === 'README.txt') continue
    const value = parsed(files[part]!)
    if (value === undefined) return fail('file-malformed', { name: part })
    values[part] = value
  }
  return ok({ manifest: manifest.data, altered, values: values as OpenedBundle['values'] })
}
