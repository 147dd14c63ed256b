import { STYLE_SOURCE } from './pages/style.ts'

/**
 * Headers of every response. The policy allows the page's own style sheet and its own form and nothing else, so that even
 * markup smuggled into a questionnaire could load, run or send nothing.
 */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${STYLE_SOURCE}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  // Nobody on the way, and nobody who takes the phone next, keeps a copy.
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // For WebViews that do not know frame-ancestors.
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
} as const

export function securityHeaders({ https }: { https: boolean }): Readonly<Record<string, string>> {
  return https ? { ...HEADERS, 'strict-transport-security': 'max-age=31536000' } : HEADERS
}
