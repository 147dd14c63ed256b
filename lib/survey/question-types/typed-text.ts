/**
 * Text as people type it, made fit to be kept: line breaks become one character, characters that no keyboard writes and
 * no page shows (NUL and other control characters, half a surrogate pair) are left out, and the space around it too.
 * Everything else stays exactly as typed. Left out and not refused, because they come from telephones and copied documents
 * and the person who sent them could not see what to correct; NUL cannot be stored at all on PostgreSQL.
 */
export function typedText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cs}\p{Cc}]/gu, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
    .trim()
}

/** Characters as a reader counts them (code points): a rare Han character costs the resident one, not two. */
export function characters(text: string): number {
  return [...text].length
}
