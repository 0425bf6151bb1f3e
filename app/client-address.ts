/**
 * From which address a request came. Next hands pages and actions only the header x-forwarded-for, in which a client may
 * write what it likes; so the address of the connection itself is noted on the request before Next sees it, and the
 * header is read as far as the proxies in front are ours (TRUSTED_PROXIES).
 */
import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** What a client sends under this name is thrown away. */
export const CONNECTION_HEADER = 'passage-connection'

/** From now on each request carries the address of its connection. Called once, when the server starts. */
export function noteConnections(): void {
  subscribe('http.server.request.start', (message) => {
    const request =
      typeof message === 'object' && message !== null && 'request' in message && message.request
    if (!(request instanceof IncomingMessage)) return
    request.headers[CONNECTION_HEADER] = request.socket.remoteAddress ?? ''
  })
}

/**
 * The address that limits are counted by. Of IPv6 the network (/64), which is what one household or school has; '' where
 * nothing is known, which then counts as one place.
 */
export function clientAddress(headers: Pick<Headers, 'get'>, trustedProxies: number): string {
  const connection = headers.get(CONNECTION_HEADER) ?? ''
  if (trustedProxies === 0) return placeOf(connection)
  const chain = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return placeOf(chain.at(-trustedProxies) || connection)
}

function placeOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  return isIPv6(address) ? network(address) : address.slice(0, 64)
}

/** The first four of its eight groups. */
function network(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const filled =
    tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...filled, ...right].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
