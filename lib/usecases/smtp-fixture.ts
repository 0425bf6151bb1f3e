/** A mail server on this machine that takes every mail and shows it: what tests of mail send to, over a real connection. */
import { createServer, type Socket } from 'node:net'

export type Taken = { readonly to: string; readonly source: string }

/** The text of a mail as its reader sees it. */
export function textOf({ source }: Taken): string {
  const body = source.slice(source.indexOf('\r\n\r\n') + 4)
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(source)) return body
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

export async function openSmtp(): Promise<{
  readonly url: string
  readonly taken: Taken[]
  close(): Promise<void>
}> {
  const taken: Taken[] = []
  const server = createServer((socket) => serve(socket, taken))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** RFC 5321, as far as somebody who sends one mail after another goes. */
function serve(socket: Socket, taken: Taken[]): void {
  let rest = ''
  let to = ''
  let source: string | null = null
  const say = (line: string) => socket.write(`${line}\r\n`)
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    rest += chunk.toString('utf8')
    for (;;) {
      if (source !== null) {
        const end = rest.indexOf('\r\n.\r\n')
        if (end < 0) return
        taken.push({ to, source: rest.slice(0, end).replace(/^\.\./gm, '.') })
        rest = rest.slice(end + 5)
        source = null
        say('250 taken')
        continue
      }
      const end = rest.indexOf('\r\n')
      if (end < 0) return
      const line = rest.slice(0, end)
      rest = rest.slice(end + 2)
      const [verb = ''] = line.toUpperCase().split(/[ :]/)
      if (verb === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? ''
      if (verb === 'DATA') {
        source = ''
        say('354 go on')
      } else if (verb === 'QUIT') {
        socket.end('221 bye\r\n')
      } else say('250 well')
    }
  })
  say('220 here')
}
