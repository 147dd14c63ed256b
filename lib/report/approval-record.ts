/** 审定记录 as it is printed: who signed what, in final words. The report knows no more of the approval than this. */
export interface SignedStep {
  readonly step: string
  /** Name and role. */
  readonly signer: string
  readonly words: string
  /** Calendar day, YYYY-MM-DD. */
  readonly day: string
}

export interface ApprovalRecord {
  /** Where the version stands, e.g. 等待决策. */
  readonly state: string
  readonly steps: readonly SignedStep[]
  /** Opinions that count, and how many of them dissent. */
  readonly opinions: number
  readonly dissents: number
  /** Null until it is made. */
  readonly decision: {
    readonly words: string
    readonly conditions: string
    readonly dissentAnswer: string
    readonly day: string
  } | null
}
