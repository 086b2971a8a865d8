/**
 * SHA-1 (RFC 3174), for UUIDv5 alone: never for anything that must withstand an attacker. Written here because the
 * platform's own is asynchronous, and a message id is needed inside a pure function.
 */
export function sha1(message: Uint8Array): Uint8Array {
  const blocks = padded(message)
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
  for (let offset = 0; offset < blocks.byteLength; offset += 64) {
    addBlock(state, new DataView(blocks.buffer, offset, 64))
  }
  const digest = new DataView(new ArrayBuffer(20))
  state.forEach((word, index) => {
    digest.setUint32(index * 4, word)
  })
  return new Uint8Array(digest.buffer)
}

function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = Math.ceil((message.byteLength + 9) / 64) * 64
  const bytes = new Uint8Array(length)
  bytes.set(message)
  bytes[message.byteLength] = 0x80
  new DataView(bytes.buffer).setBigUint64(length - 8, BigInt(message.byteLength) * 8n)
  return bytes
}

function addBlock(state: Uint32Array, block: DataView): void {
  const words = new Uint32Array(80)
  const word = (index: number) => words[index] ?? 0
  for (let t = 0; t < 16; t += 1) words[t] = block.getUint32(t * 4)
  for (let t = 16; t < 80; t += 1) {
    words[t] = rotated(word(t - 3) ^ word(t - 8) ^ word(t - 14) ^ word(t - 16), 1)
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (let t = 0; t < 80; t += 1) {
    const next =
      (rotated(a, 5) + mixed(t, b, c, d) + e + word(t) + (constants[Math.floor(t / 20)] ?? 0)) >>> 0
    e = d
    d = c
    c = rotated(b, 30)
    b = a
    a = next
  }
  ;[a, b, c, d, e].forEach((value, index) => {
    state[index] = (state[index] ?? 0) + value
  })
}

const constants = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6]

function mixed(t: number, b: number, c: number, d: number): number {
  if (t < 20) return (b & c) | (~b & d)
  if (t < 40 || t >= 60) return b ^ c ^ d
  return (b & c) | (b & d) | (c & d)
}

function rotated(value: number, bits: number): number {
  return ((value << bits) | (value >>> (32 - bits))) >>> 0
}
