/**
 * The recorded statements by themselves, again and again, by so many clients: with pgbench, or, where there is none,
 * with our own driver. Each run draws other cards and other ids in place of those that were recorded.
 */
import { spawnSync } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { childEnvironment } from '@/lib/environment'
import type { Lifetime } from '../setup/lifetime.mjs'
import { Problem } from '../setup/problem.mjs'
import type { Recorded } from './recorded'
import { cardIdOf, learnerIdOf } from './seed'

export interface Replay {
  readonly url: string
  readonly recorded: Recorded
  readonly clients: number
  /** Client n writes as the learner numbered firstLearner + n, whose cards are numbered from 1 on. */
  readonly firstLearner: number
  readonly cards: number
  readonly seconds: number
  /** A folder for the script. */
  readonly folder: string
}

export const pgbenchPath = (): string | null => {
  const found = spawnSync('/bin/sh', ['-c', 'command -v pgbench'], { encoding: 'utf8' })
  const onThePath = found.stdout.trim()
  if (onThePath) return onThePath
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : []
  const paths = versions.map((version) => join(debian, version, 'bin', 'pgbench'))
  return paths.find((path) => existsSync(path)) ?? null
}

/** Transactions a second. */
export async function runPgbench(life: Lifetime, path: string, replay: Replay): Promise<number> {
  const { url, clients, seconds, folder } = replay
  const { hostname, port, username, password, pathname } = new URL(url)
  const script = join(folder, 'statements.sql')
  writeFileSync(script, scriptOf(replay))
  const lines: string[] = []
  const { exited } = life.run(
    path,
    [
      ...['-h', hostname, '-p', port, '-U', username, '-n', '-M', 'prepared', '-f', script],
      ...['-c', String(clients), '-j', String(Math.min(2, clients)), '-T', String(seconds)],
      pathname.slice(1),
    ],
    { env: childEnvironment({ PGPASSWORD: password }), onLine: (line) => lines.push(line) },
  )
  const { code } = await exited
  const tps = /^tps = ([\d.]+)/m.exec(lines.join('\n'))?.[1]
  if (code !== 0 || !tps) throw new Problem(`pgbench failed:\n${lines.slice(-10).join('\n')}`)
  return Number(tps)
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

function scriptOf({ recorded, firstLearner, cards }: Replay): string {
  const { learnerId, cardIds, eventIds, statements } = recorded
  const idText = (kind: string, number: string, n: string) =>
    `lpad(to_hex(${number}::int),7,'0')||'${kind}-0000-7000-8000-'||lpad(to_hex(${n}::bigint),12,'0')`
  const drawn = new Map([
    [learnerId, idText('e', ':learner', '0')],
    ...cardIds.map((id, n): [string, string] => [id, idText('b', ':learner', `:card${n}`)]),
    ...eventIds.map((id, n): [string, string] => [id, idText('f', `:high${n}`, `:low${n}`)]),
  ])
  return [
    `\\set learner ${firstLearner} + :client_id`,
    ...cardIds.map((_, n) => `\\set card${n} random(1, ${cards})`),
    ...eventIds.flatMap((_, n) => [
      `\\set high${n} random(0, 268435455)`,
      `\\set low${n} random(0, 281474976710655)`,
    ]),
    ...statements.map(({ text, values }) => `${withLiterals(text, values, drawn)};`),
    '',
  ].join('\n')
}

/** The statement on one line, with its values in it. */
function withLiterals(
  text: string,
  values: readonly unknown[],
  drawn: ReadonlyMap<string, string>,
): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.replace(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1], drawn))
}

function literal(value: unknown, drawn: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = textOf(value)
  const ids = [...text.matchAll(ID)].filter(([id]) => drawn.has(id))
  if (ids.length === 0) return quoted(text)
  const parts: string[] = []
  let at = 0
  for (const match of ids) {
    parts.push(quoted(text.slice(at, match.index)), drawn.get(match[0]) ?? '')
    at = match.index + match[0].length
  }
  parts.push(quoted(text.slice(at)))
  const whole = `(${parts.filter((part) => part !== `E''`).join('||')})`
  if (Array.isArray(value)) return `${whole}::uuid[]`
  return text.length === 36 ? `${whole}::uuid` : whole
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `{${value.join(',')}}`
  return JSON.stringify(value)
}

/** A colon would be taken for a variable of pgbench. */
const quoted = (text: string) =>
  `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`

/** The same with our own driver: slower than pgbench, since it is not written in C. */
export async function runWithDriver(replay: Replay): Promise<number> {
  const until = performance.now() + replay.seconds * 1000
  const counts = Array.from({ length: replay.clients }, async (_, n) => {
    const client = new pg.Client({ connectionString: replay.url })
    await client.connect()
    let done = 0
    for (; performance.now() < until; done++) await runOnce(client, replay, n)
    await client.end()
    return done
  })
  const all = await Promise.all(counts)
  return all.reduce((sum, count) => sum + count, 0) / replay.seconds
}

async function runOnce(client: pg.Client, replay: Replay, n: number): Promise<void> {
  const { recorded, firstLearner, cards } = replay
  const number = firstLearner + n
  const drawn = new Map<string, string>([
    [recorded.learnerId, learnerIdOf(number)],
    ...recorded.cardIds.map((id): [string, string] => [
      id,
      cardIdOf(number, randomInt(1, cards + 1)),
    ]),
    ...recorded.eventIds.map((id): [string, string] => [id, randomUUID()]),
  ])
  const swap = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(ID, (id) => drawn.get(id) ?? id)
    return Array.isArray(value) ? value.map(swap) : value
  }
  for (const [index, { text, values }] of recorded.statements.entries()) {
    await client.query({ name: `s${index}`, text, values: values.map(swap) })
  }
}
