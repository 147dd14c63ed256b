/**
 * Runs before every request to the workbench.
 *
 * Residents' paths are passed on to the intake, so that an installation with one open port still works. Everything else
 * gets the security headers; the script policy carries a nonce made for this one response, so an injected script has no
 * way to run. Styles may stand inline: Mantine and recharts set them on elements, and a style cannot read a page.
 */
import { type NextRequest, NextResponse } from 'next/server'
import { env } from './app/_server/env.ts'

const RESIDENTS = /^\/(s|c|p|verify)(\/|$)/

function contentSecurityPolicy(nonce: string): string {
  // The development server evaluates code for hot reloading; the production build never does.
  const evaluation = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  if (RESIDENTS.test(pathname)) return NextResponse.rewrite(new URL(pathname + search, env.intakeUrl))

  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()))
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  response.headers.set('cross-origin-resource-policy', 'same-origin')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
  if (env.workbenchUrl.startsWith('https:'))
    response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}

// Evidence files pass by: Next keeps a copy of every body that goes through here and cuts it at 10 MB. Their routes set
// headers of their own.
export const config = {
  matcher: ['/((?!_next/static|_next/image|favicon.ico|api/assessments/[^/]+/evidence(?:/|$)).*)'],
}
