/**
 * What may stand in a log: where something failed and of which sort it was, never what somebody wrote. Errors of the
 * database repeat the rows they are about, those of a parser what they could not read; so of an error there remain its
 * name, its code, the places it went through, and its message without quotations, addresses and secrets.
 */
import { inspect } from 'node:util'

/** How many causes of causes are followed. */
const DEEPEST = 4
/** Characters of one message. */
const LONGEST = 400

type Speaking = Pick<Console, 'error' | 'warn' | 'info' | 'log' | 'debug'>

const METHODS = ['error', 'warn', 'info', 'log', 'debug'] as const

/** From now on this console writes only what may stand in a log. */
export function keepClean(speaking: Speaking): void {
  for (const method of METHODS) {
    const write = speaking[method].bind(speaking)
    speaking[method] = (...said: unknown[]) => write(said.map(clean).join(' '))
  }
}

export function clean(said: unknown): string {
  if (typeof said === 'string') return withoutWords(said)
  if (said instanceof Error) return ofError(said, 0)
  if (typeof said === 'object' && said !== null) return ofObject(said)
  return inspect(said)
}

const ofObject = (value: object): string =>
  Array.isArray(value)
    ? `[${value.length} values]`
    : `{${Object.keys(value).slice(0, 20).join(', ')}}`

function ofError(error: Error, depth: number): string {
  const code = fieldOf(error, 'code')
  const digest = fieldOf(error, 'digest')
  const first = [
    error.name,
    ...(code ? [code] : []),
    ...(digest ? [`(digest ${digest})`] : []),
    isOfDatabase(error) ? placeOf(error) : `: ${withoutWords(error.message).slice(0, LONGEST)}`,
  ].join(' ')
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause =
    error.cause instanceof Error && depth < DEEPEST
      ? [`caused by ${ofError(error.cause, depth + 1)}`]
      : []
  return [first, ...frames, ...cause].join('\n')
}

/** Prisma's own, its adapter's, and those of the driver, whose codes are SQLSTATEs. */
const isOfDatabase = (error: Error): boolean =>
  /^(PrismaClient|DriverAdapter|DatabaseError)/.test(error.name) ||
  /^(P\d{4}|(?=.*\d)[0-9A-Z]{5})$/.test(fieldOf(error, 'code'))

const PLACES = ['modelName', 'table', 'constraint', 'originalCode']

/** The names of table and constraint, which are ours, and the SQLSTATE beneath: no values. */
function placeOf(error: Error): string {
  const names = [...new Set(namesIn(error, 0))]
  return `of the database${names.map((name) => `, ${name}`).join('')}`
}

function namesIn(value: object, depth: number): string[] {
  if (depth > DEEPEST) return []
  const own = PLACES.flatMap((name) => {
    const field = fieldOf(value, name)
    return field ? [`${name} ${field}`] : []
  })
  const within = ['meta', 'driverAdapterError', 'cause'].flatMap((name) => {
    const inner: unknown = Reflect.get(value, name)
    return typeof inner === 'object' && inner !== null ? namesIn(inner, depth + 1) : []
  })
  return [...own, ...within]
}

function fieldOf(error: object, name: string): string {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' && /^[A-Za-z0-9_@;-]{1,60}$/.test(value) ? value : ''
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
/** Addresses that let somebody in. */
const OPENING = /\/(join|seat|shared|reset)\/[^\s?#"'`]+/g
const MAIL = /[^\s"'`<>()[\]:;,]+@[^\s"'`<>()[\]:;,]+/g
const QUOTED = /"[^"\n]*"|'[^'\n]*'|`[^`\n]*`|“[^”\n]*”/g
/** What is as long as a token, a hash or a signature. */
const TOKEN = /[A-Za-z0-9_+/=-]{24,}/g

/** Ids remain, for they lead to what has to be looked at, and say nothing of anybody. */
function withoutWords(text: string): string {
  const ids: string[] = []
  return text
    .replace(UUID, (id) => `\uE000${ids.push(id) - 1}\uE000`)
    .replace(OPENING, '/$1/…')
    .replace(MAIL, '…@…')
    .replace(QUOTED, '“…”')
    .replace(TOKEN, '…')
    .replace(/\uE000(\d+)\uE000/g, (_, n: string) => ids[Number(n)] ?? '')
}
