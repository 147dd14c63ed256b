import type { TableFile } from '../table-file.ts'
import type { Save } from '../ui/save.ts'
import type { DisputeEntry, StepEntry } from './dispute.ts'
import type { DisputeRegister, RoundEntry } from './dispute-register.ts'

export type RoundSaveEntry = RoundEntry & { readonly roundId: string | null }
/** What is struck or taken back, and why. */
export interface Reasoned {
  readonly id: string
  readonly reason: string
}

export interface Named {
  readonly id: string
  readonly name: string
}

export interface DisputeBoardProps {
  readonly register: DisputeRegister
  readonly groups: readonly Named[]
  readonly factors: readonly Named[]
  readonly today: string
  readonly readOnly: boolean
  /** Ids of the disputes whose last step the reader entered. */
  readonly mayTakeBack: readonly string[]
  readonly saveRound: Save<RoundSaveEntry>
  readonly add: Save<DisputeEntry>
  readonly change: Save<DisputeEntry & { readonly disputeId: string }>
  readonly step: Save<StepEntry>
  readonly takeBack: Save<Reasoned>
  readonly strikeDispute: Save<Reasoned>
  readonly strikeRound: Save<Reasoned>
  readonly importTable: Save<TableFile>
}
