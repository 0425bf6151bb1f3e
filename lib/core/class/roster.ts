/** A list of a class as it is pasted: from a spreadsheet, a mail, or typed. One person a line, a name and perhaps an e-mail. */
import { DisplayName } from './class'

export type RosterLine = {
  /** Counted from 1, as it was pasted. */
  readonly line: number
  /** As it was pasted, shortened. */
  readonly text: string
} & (
  | { readonly kind: 'seat'; readonly name: string; readonly email: string | null }
  /** It makes no seat, for this reason. */
  | { readonly kind: 'problem'; readonly problem: string }
)

/** Somebody who has a seat already. */
export type Known = { readonly name: string; readonly email: string | null }

/** The longest list that is read, in characters. */
export const LONGEST_ROSTER = 100_000

const SHOWN = 120
const MAIL = /^[^\s@<>()",;:\\]{1,64}@[^\s@<>()",;:\\.]+(\.[^\s@<>()",;:\\.]+)+$/u
const GIVEN = /^(first|given) ?name$|^forename$/iu
const OTHER_HEADING =
  /^((full|display|last|family|user) ?)?name$|^surname$|^students?$|^e-?mail( ?address)?$/iu
/** In front of a line: 1. 1) - • */
const NUMBERING = /^\s*(\d{1,3}[.)]|[-–•*·])\s+/u

/**
 * What each line becomes. Blank lines and a line of column headings are passed over; who is there already, in the list or
 * in the class, is said and makes no second seat. People are told apart by e-mail, or by name where one has none.
 */
export function readRoster(pasted: string, known: readonly Known[] = []): RosterLine[] {
  const there = new Map<string, string>()
  for (const one of known) remember(there, one, 'is in the class already')
  const lines: RosterLine[] = []
  let givenFirst = false
  for (const [n, raw] of pasted.split(/\r\n|[\n\r\u2028\u2029]/u).entries()) {
    const fields = fieldsOf(raw)
    if (fields.length === 0) continue
    if (lines.length === 0 && isHeading(fields)) {
      givenFirst = GIVEN.test(fields[0] ?? '')
      continue
    }
    const place = { line: n + 1, text: raw.trim().slice(0, SHOWN) }
    const read = readLine(fields, givenFirst)
    const again = read.kind === 'seat' ? alreadyThere(there, read) : null
    if (read.kind === 'seat' && again === null) remember(there, read, `is line ${n + 1} already`)
    lines.push({ ...place, ...(again ? { kind: 'problem', problem: again } : read) })
  }
  return lines
}

type Read =
  | { readonly kind: 'seat'; readonly name: string; readonly email: string | null }
  | { readonly kind: 'problem'; readonly problem: string }

const problem = (words: string): Read => ({ kind: 'problem', problem: words })

const isHeading = (fields: readonly string[]): boolean =>
  fields.every((field) => GIVEN.test(field) || OTHER_HEADING.test(field))

/** The parts of a line: between tabs, semicolons and commas, without their quotes; "Name <mail>" is two. */
function fieldsOf(raw: string): string[] {
  const quoted = raw.replace(NUMBERING, '').match(/"(?:[^"]|"")*"|[^\t;,"]+|"/gu) ?? []
  return quoted
    .flatMap((field) =>
      field
        .replace(/^"(.*)"$/u, '$1')
        .replaceAll('""', '"')
        .split(/[<>]/u),
    )
    .map((field) => field.replace(/[\s\u200B\uFEFF]+/gu, ' ').trim())
    .map((field) => field.replace(/^mailto:/iu, ''))
    .filter((field) => field !== '')
}

function readLine(fields: readonly string[], givenFirst: boolean): Read {
  const mails = fields.flatMap((field) => mailIn(field))
  if (mails.length > 1) return problem('There are two e-mail addresses in one line.')
  const [mail] = mails
  const words = fields.flatMap((field) => (field === mail ? [] : [withoutMail(field, mail)]))
  const name = inOrder(words, givenFirst)
  if (name === null) return problem('There is more in this line than a name and an e-mail.')
  const mistyped = name.split(' ').find((word) => word.includes('@'))
  if (mistyped !== undefined) return problem(`“${bare(mistyped)}” is no e-mail address.`)
  if (mail !== undefined && mail.length > 254) return problem('This e-mail address is too long.')
  const called = DisplayName.safeParse(name === '' ? (mail?.split('@')[0] ?? '') : name)
  if (!called.success)
    return problem(called.error.issues[0]?.message ?? 'This cannot be used as a name.')
  return { kind: 'seat', name: called.data, email: mail?.toLowerCase() ?? null }
}

const bare = (word: string): string => word.replace(/^[("'[]+|[)"'\]]+$/gu, '')

const mailIn = (field: string): string[] =>
  MAIL.test(field)
    ? [field]
    : field
        .split(' ')
        .map(bare)
        .filter((word) => MAIL.test(word))

const withoutMail = (field: string, mail: string | undefined): string =>
  mail === undefined
    ? field
    : field
        .split(' ')
        .filter((word) => bare(word) !== mail)
        .join(' ')

/** “Kollontai, Alexandra” is Alexandra Kollontai, as registers have it; null where there are more parts than that. */
function inOrder(words: readonly string[], givenFirst: boolean): string | null {
  const parts = words.flatMap((word) => word.split(',')).map((word) => word.trim())
  const [one = '', two, ...more] = parts.filter((part) => part !== '')
  if (more.length > 0) return null
  if (two === undefined) return one
  return givenFirst ? `${one} ${two}` : `${two} ${one}`
}

const folded = (name: string): string => name.normalize('NFKC').toLocaleLowerCase('en')

/** Under the e-mail where there is one; under the name as well, for those who come without an e-mail. */
function remember(there: Map<string, string>, { name, email }: Known, how: string): void {
  if (email !== null) there.set(`mail ${email}`, how)
  else there.set(`name ${folded(name)}`, how)
  there.set(`any ${folded(name)}`, how)
}

function alreadyThere(there: ReadonlyMap<string, string>, { name, email }: Known): string | null {
  const how =
    email === null
      ? there.get(`any ${folded(name)}`)
      : (there.get(`mail ${email}`) ?? there.get(`name ${folded(name)}`))
  return how === undefined ? null : `${email ?? name} ${how}.`
}
