/** What is sent too large, in the wrong shape or with a meaning for browsers, over HTTP on the build that people get. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ground, startGround } from './ground'
import { type Action, actionsOf, ask, call, methodsOf, routesOf } from './http'
import { codeOf } from './judge'
import { ACTIONS } from './table-actions'
import { HANDLERS } from './table-handlers'
import { closeWorld, makeWorld, type World } from './world'

let ground: Ground
let world: World

beforeAll(async () => {
  ground = await startGround()
  world = await makeWorld(ground)
})
afterAll(async () => {
  await closeWorld()
  await ground.close()
})

const LONG = 'x'.repeat(300_000)
const MANY = Array.from({ length: 20_000 }, () => 'x')
/** Each argument of an action in turn becomes one of these. */
const ROUGH: readonly unknown[] = [
  LONG,
  MANY,
  null,
  undefined,
  -1e300,
  Number.NaN,
  true,
  '\u0000\uD800',
  {},
  [],
  [[[[[[]]]]]],
  { toString: 'x', length: 1e9, constructor: { prototype: {} } },
  9007199254740993n,
  new Date(Number.NaN),
]

/** The argument with every text in it too long, every list too long, every number beyond all bounds. */
function swollen(value: unknown): unknown {
  if (typeof value === 'string') return LONG
  if (typeof value === 'number') return 1e300
  if (Array.isArray(value)) return Array.from({ length: 20_000 }, () => value[0] ?? 'x')
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, swollen(one)]))
  return value
}

/** One field after the other swollen, the others as they should be. */
function swollenInTurn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [swollen(value)]
  return Object.entries(value).map(([key, one]) => ({ ...value, [key]: swollen(one) }))
}

const replaced = (args: readonly unknown[], at: number, by: unknown) =>
  args.map((arg, index) => (index === at ? by : arg))

/** 413 is Next's own door: a body beyond a megabyte is not read. */
const isClear = (status: number, code: string) =>
  status === 413 ||
  status === 404 ||
  (status < 400 && code !== 'no answer' && code !== 'unavailable')

async function tryRough(action: Action): Promise<string[]> {
  const owner = world.people.owner
  const problems: string[] = []
  for (const deed of ACTIONS[action.name] ?? []) {
    const args = await deed.with(world, 'owner')
    for (let at = 0; at < args.length; at += 1)
      for (const by of [...ROUGH, ...swollenInTurn(args[at])]) {
        const called = await call(
          ground.url,
          '/offline',
          action,
          replaced(args, at, by),
          owner.cookie,
        )
        const code = codeOf(called.result)
        if (isClear(called.status, code) || called.to !== null) continue
        const what = JSON.stringify(by, (_, one) => (typeof one === 'bigint' ? `${one}n` : one))
        problems.push(
          `${action.name}, argument ${at} ${what?.slice(0, 60)}: ${called.status} ${code} ${called.body.slice(0, 120)}`,
        )
      }
  }
  return problems
}

describe('what is too large or has no shape', () => {
  it('is refused by every action in words', async () => {
    const problems: string[] = []
    for (const action of actionsOf(ground.build)) problems.push(...(await tryRough(action)))
    expect(problems).toEqual([])
  })

  it('is refused by every handler in words', async () => {
    const problems: string[] = []
    for (const handler of routesOf(ground.build).handlers)
      for (const method of methodsOf(handler).filter((one) => one !== 'GET')) {
        const [request] = HANDLERS[`${method} ${handler}`] ?? []
        if (!request) throw new Error(`${method} ${handler} is in no table`)
        const at = request.at(world)
        const good = request.body?.(world, 'owner')
        const bodies = [
          '',
          '{',
          'null',
          '[]',
          '"x"',
          `"${LONG}"`,
          'x'.repeat(11_000_000),
          ...(typeof good === 'object'
            ? swollenInTurn(good).map((one) => JSON.stringify(one))
            : []),
        ]
        for (const body of bodies) {
          const { status, body: said } = await ask(ground.url, at, world.people.owner.cookie, {
            method,
            body,
          })
          if (status >= 500)
            problems.push(`${method} ${at} ${body.slice(0, 40)}: ${status} ${said.slice(0, 200)}`)
        }
      }
    expect(problems).toEqual([])
  })

  it('is a page that is not there, or a plain one, in an address', async () => {
    const problems: string[] = []
    const parts = [
      'x'.repeat(4_000),
      '%00',
      '%ED%A0%80',
      '..%2f..%2fetc',
      '%3Cscript%3E',
      '0',
      '-1',
    ]
    for (const page of routesOf(ground.build).pages.filter((one) => one.includes('['))) {
      for (const part of parts) {
        const address = page.replace(/\[[^\]]+\]/g, part)
        const { status } = await ask(ground.url, address, world.people.owner.cookie)
        if (status >= 500) problems.push(`${address.slice(0, 80)}: ${status}`)
      }
    }
    const queries = ['q', 'deck', 'text', 'exam', 'section', 'more', 'size', 'at', 'to', 'from']
    const places = ['/', '/review', '/search', '/items/new', '/tests/new', '/numbers', '/exams/new']
    for (const part of ['x'.repeat(4_000), '%00', '-1'])
      for (const place of places) {
        const query = queries.map((name) => `${name}=${part}`).join('&')
        const { status } = await ask(ground.url, `${place}?${query}`, world.people.owner.cookie)
        if (status >= 500) problems.push(`${place}?…=${part.slice(0, 20)}: ${status}`)
      }
    expect(problems).toEqual([])
  })
})
