import { describe, expect, it } from 'vitest'
import { CONNECTION_HEADER, clientAddress } from './client-address'

const from = (connection: string, forwarded?: string) =>
  new Headers({
    [CONNECTION_HEADER]: connection,
    ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }),
  })

describe('the address of a client', () => {
  it('is that of the connection where no proxy is trusted, whatever the client writes', () => {
    expect(clientAddress(from('192.0.2.7', '203.0.113.9'), 0)).toBe('192.0.2.7')
  })

  it('is what the outermost of our proxies saw', () => {
    expect(clientAddress(from('10.0.0.1', 'made up, 203.0.113.9'), 1)).toBe('203.0.113.9')
    expect(clientAddress(from('10.0.0.1', 'made up, 203.0.113.9, 10.0.0.2'), 2)).toBe('203.0.113.9')
  })

  it('is that of the connection where the proxies said nothing', () => {
    expect(clientAddress(from('10.0.0.1'), 1)).toBe('10.0.0.1')
    expect(clientAddress(from('10.0.0.1', '203.0.113.9'), 2)).toBe('10.0.0.1')
  })

  it.each([
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:1::5', '2001:db8:0:1::/64'],
    ['2001:0DB8:0000:0001:ffff:1:2:3', '2001:db8:0:1::/64'],
    ['2001:db8::1:2:3:4', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['', ''],
  ])('counts %s as %s', (connection, place) => {
    expect(clientAddress(from(connection), 0)).toBe(place)
  })
})
