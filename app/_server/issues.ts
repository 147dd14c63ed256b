import type { z } from 'zod'
import type { FieldIssue } from '../../lib/ui/save.ts'

/** Codes that zod itself raises where a shape gives none: mapped to ours, so that no English leaks into a Chinese form. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(-[a-z]+)*$/.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'invalid'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'out-of-range'
  if (issue.code === 'too_small') return 'out-of-range'
  return 'invalid'
}

export function issuesOf(error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue) => ({ path: issue.path.map(String), message: codeOf(issue) }))
}
