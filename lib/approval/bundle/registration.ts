/**
 * What the register of an office says about a bundle.
 *
 * A forger who changes the case, computes it again and packs it anew has a bundle in perfect order. What he cannot have is the code
 * of the report on paper, which follows from the case, nor the digests that were registered at freezing.
 */
import { z } from 'zod'
import type { Digest } from '../../integrity/digest.ts'
import type { Recomputation } from './recompute.ts'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** The public record of a frozen version, as far as a bundle is held against it. */
export const registrationShape = z.object({
  code: z.string(),
  number: z.number().int().min(1),
  frozenOn: z.iso.date(),
  caseDigest: digest,
  /** Of the public bundle as a file. */
  bundleDigest: digest,
})
export type Registration = z.infer<typeof registrationShape>

/**
 * Whether a bundle is the one that was registered: an archive by the case it holds, from which everything in it follows; a public
 * bundle, which does not hold the whole case, byte for byte.
 */
export function isRegistered(
  { kind, code, manifest }: Pick<Recomputation, 'kind' | 'code' | 'manifest'>,
  fileDigest: Digest,
  registration: Registration,
): boolean {
  if (code !== registration.code) return false
  return kind === 'public'
    ? fileDigest === registration.bundleDigest
    : manifest.caseDigest === registration.caseDigest &&
        manifest.version === registration.number &&
        manifest.frozenOn === registration.frozenOn
}
