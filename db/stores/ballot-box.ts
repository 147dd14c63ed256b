/**
 * The slot of the ballot box: whole batches of answers, sealed and stored in one unit of work.
 *
 * What is put in is still readable; what is stored is not. Nothing between the two leaves this module, so that an answer cannot
 * reach the database open.
 */
import type { Channel } from '../../lib/survey/channel.ts'
import { sealerFor } from '../ballot/envelope.ts'
import type { Database } from '../database.ts'
import { type Acceptance, acceptBatch } from './acceptance.ts'

export interface UnsealedResponse {
  readonly surveyId: string
  readonly groupId: string
  readonly channel: Channel
  /** Of the survey; see envelope.ts. */
  readonly publicKey: string
  readonly leaf: string
  /** Digest of the one-time code; null for every other channel. */
  readonly codeDigest: string | null
  /** See ballot.ts. */
  readonly ballot: string
}

export interface BallotBox {
  /**
   * Resolves after a durable commit, with the acceptances in the order of the batch; rejects when nothing of it was stored.
   * @param scope the assessment whose survey it is.
   */
  put(scope: string, batch: readonly UnsealedResponse[]): Promise<Acceptance[]>
}

/** Surveys whose sealer is kept. */
const KEPT = 200

export function ballotBox(database: Database): BallotBox {
  const sealers = new Map<string, ReturnType<typeof sealerFor>>()

  function sealerOf(publicKey: string) {
    const kept = sealers.get(publicKey)
    if (kept) return kept
    const made = sealerFor(publicKey)
    if (sealers.size >= KEPT) sealers.delete(sealers.keys().next().value!)
    sealers.set(publicKey, made)
    return made
  }

  return {
    put(scope, batch) {
      const sealed = batch.map(({ publicKey, ballot, surveyId, groupId, channel, leaf, codeDigest }) => ({
        surveyId,
        groupId,
        channel,
        leaf,
        codeDigest,
        envelope: sealerOf(publicKey)({ surveyId, groupId, channel }, ballot),
      }))
      return database.append(scope, (tx) => acceptBatch(tx, sealed))
    },
  }
}
