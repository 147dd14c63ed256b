/**
 * 发放与收回: how many codes and forms went out for each group and what became of them. Counts only: a list of codes or
 * serials would lead to people.
 */
export interface CodeCustody {
  readonly groupId: string
  readonly issued: number
  /**
   * Slips that were never handed out, counted by hand; null unless every batch was counted. How many were used is known from
   * the answers of the channel, and of a batch it is not known at all.
   */
  readonly leftOver: number | null
}

export interface PaperCustody {
  readonly groupId: string
  readonly issued: number
  /** Filled in and back, whether or not already counted. */
  readonly returned: number
  readonly spoilt: number
  readonly unused: number
  /** Counted among the answers. */
  readonly accepted: number
}

export interface SurveyCustody {
  readonly codes: readonly CodeCustody[]
  readonly paper: readonly PaperCustody[]
}

export const NO_CUSTODY: SurveyCustody = { codes: [], paper: [] }
