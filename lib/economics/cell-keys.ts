/** How the keyboard moves from cell to cell in a table of inputs: as in a spreadsheet, without taking the caret from a text. */

interface CellKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly currentTarget: {
    readonly value: string
    readonly selectionStart: number | null
    readonly selectionEnd: number | null
  }
}

/** Rows and columns to move by; null where the key means nothing to a table. */
export function cellStep(event: CellKey): readonly [number, number] | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const { selectionStart, selectionEnd, value } = event.currentTarget
  const whole = selectionStart === 0 && selectionEnd === value.length
  switch (event.key) {
    case 'ArrowUp':
      return [-1, 0]
    case 'ArrowDown':
      return [1, 0]
    case 'Enter':
      return [event.shiftKey ? -1 : 1, 0]
    // Within a text the arrows move the caret, as everywhere; at its ends they move on.
    case 'ArrowLeft':
      return whole || (selectionStart === 0 && selectionEnd === 0) ? [0, -1] : null
    case 'ArrowRight':
      return whole || selectionStart === value.length ? [0, 1] : null
    default:
      return null
  }
}
