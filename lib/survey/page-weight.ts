/**
 * 页面大小: what a resident's telephone must load before the first question can be read.
 *
 * Fourteen kilobytes are what a server may send in its first breath (ten segments of TCP), so a page of that size is there after
 * one round trip; on a mobile network of the second generation it takes some three seconds, and every further kilobyte a fifth of
 * one. Whoever waits longer often gives up, and it is the poor and the old who have such telephones.
 */
export interface PageWeight {
  /** A language of the questionnaire. */
  readonly language: string
  /** Compressed, as it goes over the line. */
  readonly bytes: number
}

/** What the resident's page is promised to weigh at most. */
export const PROMISED_BYTES = 14 * 1024

export const isTooHeavy = ({ bytes }: PageWeight) => bytes > PROMISED_BYTES
