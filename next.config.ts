import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const root = fileURLToPath(new URL('.', import.meta.url))

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm test` checks types, once and for the tests too; whoever starts Talong need not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root,
    resolveAlias: {
      // Client components get their words compiled (app/_components/client-messages.tsx): no parser in the browser.
      'use-intl/format-message': {
        browser: './lib/i18n/format-compiled.ts',
        default: './lib/i18n/format-message.ts',
      },
    },
  },
  outputFileTracingRoot: root,
  images: { unoptimized: true },
  // A file of 5 MB and what stands round it; the route itself counts again.
  experimental: { proxyClientMaxBodySize: '6mb' },
  // On every answer, static files and refusals included; what differs by request is set in proxy.ts.
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'x-frame-options', value: 'DENY' },
        { key: 'referrer-policy', value: 'same-origin' },
        { key: 'cross-origin-opener-policy', value: 'same-origin' },
        { key: 'cross-origin-resource-policy', value: 'same-origin' },
        { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=(), payment=()' },
      ],
    },
  ],
  // A page's title comes with the page, for everybody: a screen reader says it first.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['@node-rs/argon2', 'pg-boss', 'pino', 'postgres', 'nodemailer'],
}

export default createNextIntlPlugin('./app/_server/i18n.ts')(config)
