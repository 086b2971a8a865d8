import { describe, expect, test } from 'vitest'
import { isUuid, newId, uuidV5 } from './ids.ts'
import { sha1 } from './sha1.ts'

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

describe('ids', () => {
  test('new ids are UUIDs and differ', () => {
    const [a, b] = [newId(), newId()]
    expect(isUuid(a)).toBe(true)
    expect(a).not.toBe(b)
  })

  test('a name-based id is the one of RFC 9562, appendix A.4', () => {
    expect(uuidV5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2')
  })

  test('a name-based id follows from both parts, in any script', () => {
    expect(uuidV5(dns, 'åäö')).toBe(uuidV5(dns, 'åäö'))
    expect(uuidV5(dns, 'a')).not.toBe(uuidV5(dns, 'b'))
    expect(isUuid(uuidV5(dns, 'x'.repeat(200)))).toBe(true)
    expect(() => uuidV5('not a uuid', 'a')).toThrow()
  })

  test.each([
    ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
    ['a'.repeat(1000), '291e9a6c66994949b57ba5e650361e98fc36b1ba'],
  ])('the digest of %j is the published one', (text, digest) => {
    expect(hex(sha1(new TextEncoder().encode(text)))).toBe(digest)
  })

  test.each(['', 'x', dns.toUpperCase(), `${dns} `, dns.replaceAll('-', '')])('%j is no UUID', (text) => {
    expect(isUuid(text)).toBe(false)
  })
})
