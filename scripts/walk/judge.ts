/** Whether what came back is what was expected. Anything else is a hole, or a table that is wrong. */
import { z } from 'zod'
import type { Change } from './changes'
import type { Expected } from './expected'
import type { Answer, Called } from './http'
import type { Things, Who } from './people'
import type { World } from './world'

export interface Cell {
  readonly name: string
  readonly who: Who
  readonly expected: Expected
}

const Outcome = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), problem: z.object({ code: z.string(), message: z.string() }) }),
])
/** Some actions answer the problem alone, or null. */
const Problem = z.object({ code: z.string(), message: z.string() })

/** 'done', a problem's code, or that there was neither. */
export function codeOf(result: unknown): string {
  if (result === null) return 'done'
  const outcome = Outcome.safeParse(result)
  if (outcome.success) return outcome.data.ok ? 'done' : outcome.data.problem.code
  const problem = Problem.safeParse(result)
  return problem.success ? problem.data.code : 'no answer'
}

/** Words and ids that whoever asks must neither be told nor change. */
function foreign(world: World, who: Who): { words: string[]; ids: string[] } {
  const others: Things[] = [
    ...(who === 'owner' ? [] : [world.owners]),
    ...(who === 'student' ? [] : [world.students]),
  ]
  const people = Object.entries(world.people).filter(([name]) => name !== who && name !== 'nobody')
  return {
    words: others.map((things) => things.secret),
    ids: [
      ...people.map(([, person]) => person.visit.learner.id),
      ...others.flatMap(({ secret, section, ...ids }) => Object.values(ids)),
      ...[world.classId, ...Object.values(world.members)],
    ],
  }
}

/** What of another's was written or told; [] is what is hoped for. */
function overstepped(world: World, who: Who, body: string, changes: readonly Change[]): string[] {
  const { words, ids } = foreign(world, who)
  return [
    ...words.filter((word) => body.includes(word)).map((word) => `it tells of ${word}`),
    ...changes
      .filter(({ row }) => ids.some((id) => row.includes(id)))
      .map(({ table, row }) => `it changed ${table}: ${row.slice(0, 160)}`),
  ]
}

function changedAtAll(who: Who, changes: readonly Change[]): string[] {
  // Whoever comes without a cookie becomes a learner by that alone.
  if (who === 'nobody') return []
  return changes.map(({ table, row }) => `it changed ${table}: ${row.slice(0, 160)}`)
}

const wrong = (is: string, isRight: boolean): string[] => (isRight ? [] : [is])

export function judgePage(
  world: World,
  cell: Cell,
  answer: Answer,
  changes: readonly Change[],
): string[] {
  const { status, to } = answer
  const said = wrong(
    `it answered ${status}${to ? ` to ${to}` : ''}`,
    fits(cell.expected, status, to),
  )
  return cell.expected === 'yes'
    ? said
    : [...said, ...overstepped(world, cell.who, answer.body, changes)]
}

function fits(expected: Expected, status: number, to: string | null): boolean {
  switch (expected) {
    case 'yes':
      return status === 200
    case 'own':
      return status >= 200 && status < 400
    case 'no such':
      return status === 404
    case 'forbidden':
      return status === 403 || status === 404
    case 'sign in':
      return status > 300 && status < 400 && /^\/sign-(in|up)/.test(pathOf(to))
    case 'nobody there':
      return [204, 400, 401].includes(status)
  }
}

const pathOf = (to: string | null): string =>
  to === null ? '' : new URL(to, 'http://here').pathname

export function judgeHandler(
  world: World,
  cell: Cell,
  answer: Answer,
  changes: readonly Change[],
): string[] {
  const refused = cell.expected === 'no such' || cell.expected === 'forbidden'
  // A batch is answered as such; what stands in it is refused one by one, and nothing is changed.
  const isBatch = /"results":\[|"refused":\[|"changed":0/.test(answer.body)
  const asksAgain =
    cell.expected === 'own' && answer.status === 400 && answer.body.includes('"problem"')
  const right =
    asksAgain ||
    fits(cell.expected, answer.status, answer.to) ||
    (refused && (isBatch || answer.status === 409))
  return [
    ...wrong(`it answered ${answer.status}: ${answer.body.slice(0, 160)}`, right),
    ...(refused ? changedAtAll(cell.who, changes) : []),
    ...(cell.expected === 'yes' ? [] : overstepped(world, cell.who, answer.body, changes)),
  ]
}

export function judgeAction(
  world: World,
  cell: Cell,
  called: Called,
  changes: readonly Change[],
): string[] {
  const code = codeOf(called.result)
  const is = `it answered ${called.status} ${code}: ${JSON.stringify(called.result)?.slice(0, 200)}`
  const leads = called.to !== null
  switch (cell.expected) {
    case 'yes':
      return wrong(is, called.status < 400 && (code === 'done' || leads))
    case 'own':
      return [
        ...wrong(
          is,
          called.status < 400 && (leads || (code !== 'no answer' && code !== 'unavailable')),
        ),
        ...overstepped(world, cell.who, called.body, changes),
      ]
    case 'forbidden':
    case 'no such':
    case 'sign in':
    case 'nobody there':
      return [
        ...wrong(is, isRefusal(cell.expected, code, called)),
        ...changedAtAll(cell.who, changes),
        ...overstepped(world, cell.who, called.body, changes),
      ]
  }
}

function isRefusal(expected: Expected, code: string, called: Called): boolean {
  if (called.status === 404 || called.status === 403) return true
  if (expected === 'forbidden') return code === 'forbidden'
  if (expected === 'sign in')
    return code === 'forbidden' || fits('sign in', called.status, called.to)
  // Of many things, those that are not there are left out: done, and nothing is changed.
  return code === 'notFound' || code === 'done' || code === 'invalid'
}
