/** The CSV files that lie beside the oracle JSON files; an empty field is a missing answer. */
export interface CaseFiles {
  csv(name: string): Record<string, string>[]
}

/**
 * Translates one oracle case into a call of the engine and the engine's answer back into the shape of `expected`.
 * It holds no mathematics: a wrong number must be mended in lib/.
 */
export type Operation = (inputs: Record<string, unknown>, files: CaseFiles) => unknown

export type Operations = Readonly<Record<string, Operation>>
