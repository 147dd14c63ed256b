/**
 * 矛盾纠纷: rolling screening before and after the decision, and the ledger of disputes about the matter.
 *
 * A dispute is described by its subject, the groups it concerns and its size, never by persons; it is referred to
 * people's, administrative or judicial mediation (人民调解、行政调解、司法调解) and stays on the ledger until it has an outcome.
 */
export interface DisputeRegister {
  readonly rounds: readonly never[]
  readonly disputes: readonly never[]
}

export const NO_DISPUTES: DisputeRegister = { rounds: [], disputes: [] }
