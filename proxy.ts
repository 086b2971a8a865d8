import { type NextRequest, NextResponse } from 'next/server'
import { isKnownHost, knownOrigins } from '#lib/adapters/env.ts'

// Headers only: no decision about who may what is made here.

const publicOrigin = process.env.PUBLIC_ORIGIN || `http://localhost:${process.env.PORT || 3000}`

/** Refuses unknown hosts and foreign writes, gives each request an id, and sets the security headers. */
export function proxy(request: NextRequest): NextResponse {
  // Asked from inside, by whatever name the machine has there, and by no browser: a token says who it is.
  const isInbound = request.nextUrl.pathname === '/api/inbound'
  const isProbe = isInbound || ['/healthz', '/readyz', '/metrics'].includes(request.nextUrl.pathname)
  if (!isProbe && !isKnownHost({ publicOrigin }, request.headers.get('host'))) {
    return refuse('This address is not served here.\n', 421)
  }
  if (
    !isInbound &&
    !['GET', 'HEAD'].includes(request.method) &&
    !isOwnOrigin(request.headers.get('origin'))
  ) {
    return refuse('Writes are taken from our own pages only.\n', 403)
  }
  const nonce = btoa(crypto.randomUUID())
  const isFile = /\/(xml|pdf)$|^\/api\/(attachments|inbox)\//.test(request.nextUrl.pathname)
  const headers = new Headers(request.headers)
  headers.set('x-request-id', crypto.randomUUID())
  headers.set('content-security-policy', policy(nonce))
  headers.set('x-nonce', nonce)
  headers.delete('x-forwarded-host')
  const response = NextResponse.next({ request: { headers } })
  // A file is saved, never shown: should a browser render it all the same, nothing in it runs.
  response.headers.set('content-security-policy', isFile ? "sandbox; default-src 'none'" : policy(nonce))
  response.headers.set('x-request-id', headers.get('x-request-id') ?? '')
  if (publicOrigin.startsWith('https:')) {
    response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  }
  return response
}

function refuse(why: string, status: number): NextResponse {
  const headers = {
    'content-type': 'text/plain',
    'content-security-policy': "default-src 'none'",
    'cache-control': 'no-store',
  }
  return new NextResponse(why, { status, headers })
}

function isOwnOrigin(origin: string | null): boolean {
  return origin !== null && knownOrigins({ publicOrigin }).includes(origin)
}

function policy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(publicOrigin.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

export const config = {
  matcher: [{ source: '/((?!_next/static/).*)' }],
}
