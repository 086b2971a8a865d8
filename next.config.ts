import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const root = fileURLToPath(new URL('.', import.meta.url))

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  turbopack: { root },
  outputFileTracingRoot: root,
  images: { unoptimized: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg-boss', 'pino', 'postgres', 'nodemailer'],
}

export default createNextIntlPlugin('./app/_server/i18n.ts')(config)
