/** Raised whenever the same CaseFile would give another number. */
export const ENGINE_VERSION = '0.6.0'
