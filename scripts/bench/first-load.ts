/** The scripts that a first visit of a page loads, in the bytes that go over the wire. */
import type { Page } from '@playwright/test'

export interface Loaded {
  readonly name: string
  /** Compressed as the server sends it, with its headers. */
  readonly bytes: number
}

export async function firstLoadScripts(page: Page, url: string): Promise<Loaded[]> {
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Map<string, string>()
  const loaded: Loaded[] = []
  wire.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' || /\.m?js(\?|$)/.test(response.url)) scripts.set(requestId, response.url)
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId)
    if (script) loaded.push({ name: new URL(script).pathname, bytes: encodedDataLength })
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await wire.detach()
  return loaded.sort((a, b) => b.bytes - a.bytes)
}
