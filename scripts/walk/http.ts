/** Speaks to the built app as browsers do: pages, handlers, and server actions by their ids in the build. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { inProject } from '../setup/project.mjs'

export interface Answer {
  readonly status: number
  /** Where it leads on to, of a redirect. */
  readonly to: string | null
  readonly body: string
  readonly headers: Headers
}

export interface Called extends Answer {
  /** What the action answered; undefined where it answered nothing that is JSON. */
  readonly result: unknown
}

export interface Action {
  /** As in the source: `app/decks/actions.ts#makeDeckAction`. */
  readonly name: string
  readonly id: string
}

const Manifest = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
})

/** Every server action of the build. */
export function actionsOf(build: string): Action[] {
  const file = inProject(build, 'server', 'server-reference-manifest.json')
  const { node } = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.entries(node)
    .map(([id, { filename, exportedName }]) => ({ id, name: `${filename}#${exportedName}` }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Whether the source has such an action. */
export function isInSource(name: string): boolean {
  const [file = '', exported = ''] = name.split('#')
  const path = inProject(file)
  return existsSync(path) && readFileSync(path, 'utf8').includes(`function ${exported}(`)
}

/** What Next makes itself, and files. */
const NOT_OURS = [
  '/_global-error/page',
  '/_not-found/page',
  '/apple-icon.png/route',
  '/favicon.ico/route',
  '/icon.svg/route',
  '/manifest.webmanifest/route',
]

/** Every page and handler of the build, as its folder is called: `/decks/[deckId]`, `/api/texts`. */
export function routesOf(build: string): { pages: string[]; handlers: string[] } {
  const file = inProject(build, 'server', 'app-paths-manifest.json')
  const paths = Object.keys(
    z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))),
  )
  const ending = (end: string) =>
    paths
      .filter((path) => path.endsWith(end) && !NOT_OURS.includes(path))
      .map((path) => path.slice(0, -end.length) || '/')
      .sort()
  return { pages: ending('/page'), handlers: ending('/route') }
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof METHODS)[number]

/** The methods that a handler's source exports. */
export function methodsOf(handler: string): Method[] {
  const source = readFileSync(inProject(join('app', handler, 'route.ts')), 'utf8')
  return METHODS.filter((method) =>
    new RegExp(`export (async )?(function|const) ${method}\\b`).test(source),
  )
}

export async function ask(
  url: string,
  path: string,
  cookie: string,
  init: { method?: string; body?: BodyInit | undefined; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const changes = init.method !== undefined && init.method !== 'GET'
  const response = await fetch(`${url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { ...(cookie && { cookie }), ...(changes && { origin: url }), ...init.headers },
    signal: AbortSignal.timeout(30_000),
  })
  const body = await response.text()
  const to = response.headers.get('x-action-redirect') ?? response.headers.get('location')
  return { status: response.status, to, body, headers: response.headers }
}

type Encode = (value: unknown) => Promise<string | FormData>

/** As the router in a page writes down what an action is called with. */
const encode: Encode = createRequire(import.meta.url)(
  'next/dist/compiled/react-server-dom-webpack/client.edge',
).encodeReply

export async function call(
  url: string,
  page: string,
  action: Action,
  args: readonly unknown[],
  cookie: string,
): Promise<Called> {
  const body = await encode(args)
  const answer = await ask(url, page, cookie, {
    method: 'POST',
    body,
    headers: {
      'next-action': action.id,
      accept: 'text/x-component',
      ...(typeof body === 'string' && { 'content-type': 'text/plain;charset=UTF-8' }),
    },
  })
  return { ...answer, result: resultOf(answer.body) }
}

/** The row of the stream that the first one names as the action's result. */
function resultOf(body: string): unknown {
  const rows = rowsOf(Buffer.from(body, 'utf8'))
  const [, row] = /^\{"a":"\$@(\w+)"/.exec(rows.get('0') ?? '') ?? []
  const said = row === undefined ? undefined : rows.get(row)
  if (said === undefined) return undefined
  try {
    return JSON.parse(said)
  } catch {
    return { unreadable: said.slice(0, 200) }
  }
}

/** Rows end with the line; a long text says how many bytes it has, and no line ends after it. */
function rowsOf(bytes: Buffer): Map<string, string> {
  const rows = new Map<string, string>()
  for (let at = 0; at < bytes.length; ) {
    const colon = bytes.indexOf(':', at)
    if (colon < 0) break
    const id = bytes.toString('utf8', at, colon)
    const isText = bytes[colon + 1] === 'T'.charCodeAt(0)
    const comma = isText ? bytes.indexOf(',', colon) : colon
    const length = isText ? Number.parseInt(bytes.toString('utf8', colon + 2, comma), 16) : 0
    const line = bytes.indexOf('\n', colon)
    const end = isText ? comma + 1 + length : line < 0 ? bytes.length : line
    rows.set(id, bytes.toString('utf8', comma + 1, end))
    at = isText ? end : end + 1
  }
  return rows
}
