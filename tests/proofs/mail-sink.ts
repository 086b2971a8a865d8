import { createServer, type Socket } from 'node:net'

/** A mail server that takes every letter. */
export type MailSink = { readonly url: string; close(): Promise<void> }

/** Opens one on a free port of loopback. It speaks as much SMTP as a sender needs, and keeps nothing. */
export function openMailSink(): Promise<MailSink> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
    serve(socket)
  })
  return new Promise((resolve, reject) => {
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      resolve({
        url: `smtp://127.0.0.1:${port}`,
        close: () => {
          for (const socket of open) socket.destroy()
          return new Promise((done) => server.close(() => done()))
        },
      })
    })
  })
}

function serve(socket: Socket): void {
  let rest = ''
  let isLetter = false
  socket.write('220 sink ESMTP\r\n')
  socket.on('data', (bytes) => {
    const lines = (rest + bytes.toString('latin1')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (isLetter) {
        if (line !== '.') continue
        isLetter = false
        socket.write('250 taken\r\n')
      } else if (/^DATA$/i.test(line)) {
        isLetter = true
        socket.write('354 go on\r\n')
      } else if (/^QUIT$/i.test(line)) socket.end('221 bye\r\n')
      else socket.write('250 ok\r\n')
    }
  })
}
