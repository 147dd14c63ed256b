/** Long labels are cut on an axis; the table beside the picture has them whole. */
export function shortLabel(label: string, most: number): string {
  const signs = [...label]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : label
}
