import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { environment } from '@/lib/environment'

export const dynamic = 'force-dynamic'

/** The service worker of this build; it is for the whole site, so it lies at its root. None while developing. */
export async function GET(): Promise<Response> {
  const { build } = environment()
  const script = build ? await readFile(join(build, 'worker.js'), 'utf8').catch(() => null) : null
  if (script === null) return new Response('There is no service worker here.', { status: 404 })
  return new Response(script, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  })
}
