/**
 * The walk: everything that can be asked for, asked by everybody, over HTTP and on the build that people get. The tables
 * say what is to come of it; what is in the build and not in a table fails.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLASS_ACTIONS, mayInClass } from '@/lib/core/class/roles'
import { leaveWalked } from '../test/walked'
import { changesSince } from './changes'
import { IN_CLASS } from './expected'
import { type Ground, startGround } from './ground'
import { actionsOf, ask, call, isInSource, methodsOf, routesOf } from './http'
import { type Cell, judgeAction, judgeHandler, judgePage } from './judge'
import { PEOPLE } from './people'
import { ACTIONS } from './table-actions'
import { HANDLERS } from './table-handlers'
import { PAGES } from './table-pages'
import { closeWorld, makeWorld, type World } from './world'

let ground: Ground
let world: World
let cells = 0
const holes: string[] = []

beforeAll(async () => {
  ground = await startGround()
  world = await makeWorld(ground)
  // What a visit brings along of itself is there before anything is tried.
  for (const who of PEOPLE) await ask(ground.url, '/', world.people[who].cookie)
})
afterAll(async () => {
  leaveWalked(ground.folder, { cells, holes: holes.length })
  await closeWorld()
  await ground.close()
})

/** One cell of the table; what is wrong with it is gathered, so that one run shows all holes. */
async function tryCell(cell: Cell, work: () => Promise<string[]>): Promise<void> {
  await changesSince(ground.client)
  cells += 1
  for (const problem of await work())
    holes.push(`${cell.name} as ${cell.who}, expected “${cell.expected}”: ${problem}`)
}

const notIn = (table: Readonly<Record<string, unknown>>, things: readonly string[]) =>
  things.filter((thing) => !(thing in table))

describe('the walk of the table', () => {
  it('has every page, handler and action of the build in its tables, and nothing else', () => {
    const { pages, handlers } = routesOf(ground.build)
    const methods = handlers.flatMap((one) => methodsOf(one).map((method) => `${method} ${one}`))
    const actions = actionsOf(ground.build).map(({ name }) => name)
    expect(notIn(PAGES, pages)).toEqual([])
    expect(notIn(HANDLERS, methods)).toEqual([])
    expect(notIn(ACTIONS, actions)).toEqual([])
    // What is gone from the app goes from the tables. An action that no page calls is in no build.
    expect(Object.keys(PAGES).filter((one) => !pages.includes(one))).toEqual([])
    expect(Object.keys(HANDLERS).filter((one) => !methods.includes(one))).toEqual([])
    expect(Object.keys(ACTIONS).filter((one) => !isInSource(one))).toEqual([])
  })

  it('would see a hole', async () => {
    const { cookie } = world.people.owner
    const page = await ask(ground.url, `/decks/${world.owners.deckId}`, cookie)
    const cell: Cell = { name: 'a page of the owner', who: 'stranger', expected: 'no such' }
    expect(judgePage(world, cell, page, []).join()).toMatch(/answered 200.*tells of quagga/)
    const rename = actionsOf(ground.build).find(({ name }) => name.endsWith('#renameDeckAction'))
    if (!rename) throw new Error('the build renames no deck')
    await changesSince(ground.client)
    const args = [world.owners.otherDeckId, `${world.owners.secret} renamed`]
    const called = await call(ground.url, '/', rename, args, cookie)
    const problems = judgeAction(world, cell, called, await changesSince(ground.client))
    expect(problems.join()).toContain('it changed deck')
  })

  it('knows the same rules of a class as the place that decides', () => {
    const decided = CLASS_ACTIONS.map((action) => [
      action,
      (['owner', 'teacher', 'assistant', 'student'] as const).filter((role) =>
        mayInClass(role, action),
      ),
    ])
    expect(Object.fromEntries(decided)).toEqual(IN_CLASS)
  })

  it('shows everybody the pages that are theirs, and no other', async () => {
    const before = holes.length
    for (const places of Object.values(PAGES))
      for (const { at, may } of places)
        for (const who of PEOPLE) {
          const address = at(world)
          const cell = { name: `page ${address}`, who, expected: may[who] }
          await tryCell(cell, async () => {
            const answer = await ask(ground.url, address, world.people[who].cookie)
            return judgePage(world, cell, answer, await changesSince(ground.client))
          })
        }
    expect(holes.slice(before)).toEqual([])
  })

  it('takes from everybody what handlers may take, and nothing else', async () => {
    const before = holes.length
    for (const [name, requests] of Object.entries(HANDLERS))
      for (const request of requests)
        for (const who of PEOPLE) {
          const cell = { name, who, expected: request.may[who] }
          const [method = 'GET'] = name.split(' ')
          await tryCell(cell, async () => {
            const body = request.body?.(world, who)
            await changesSince(ground.client)
            const answer = await ask(ground.url, request.at(world), world.people[who].cookie, {
              method,
              body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
            })
            return judgeHandler(world, cell, answer, await changesSince(ground.client))
          })
        }
    expect(holes.slice(before)).toEqual([])
  })

  it('does for everybody what actions may do, and nothing else', async () => {
    const before = holes.length
    for (const action of actionsOf(ground.build))
      for (const deed of ACTIONS[action.name] ?? [])
        for (const who of PEOPLE) {
          const cell = { name: `action ${action.name}`, who, expected: deed.may[who] }
          await tryCell(cell, async () => {
            const args = await deed.with(world, who)
            // What is assigned comes by a visit, and is no change that the action makes.
            if (who === 'student') await ask(ground.url, '/join', world.people.student.cookie)
            await changesSince(ground.client)
            const cookie = deed.without ? '' : world.people[who].cookie
            const called = await call(ground.url, '/', action, args, cookie)
            return judgeAction(world, cell, called, await changesSince(ground.client))
          })
        }
    expect(holes.slice(before)).toEqual([])
  })
})
