/** Who is meant by a surname or a given name alone, where the text knows several of that name. */
import type { NameSpan } from '../names/name-spans'
import { surnameOf } from './persons'

/** Somebody whom the text calls by a full name somewhere. */
export interface Bearer {
  /** The fullest form. */
  readonly name: string
  /** All forms that have a surname and more. */
  readonly forms: readonly string[]
}

/** What has been read up to a place of the text. */
interface Known {
  /** In the order in which they come. */
  readonly introduced: Bearer[]
  /** Named in full in the paragraph that is being read. */
  here: Set<Bearer>
  paragraph: number
  /** Of each surname, whom it has last meant by itself. */
  readonly holders: Map<string, Bearer>
}

/**
 * The bearer of each bare name; spans without an answer are left out. A bare name means somebody who was named in full
 * before. Among several of one surname it means the one whom this paragraph names in full; else the one whom it meant
 * last; else the first whom the text names. A given name has to be that of one of them alone.
 */
export function bearersOf(
  spans: readonly NameSpan[],
  bearers: readonly Bearer[],
  paragraphOf: (span: NameSpan) => number,
): Map<NameSpan, Bearer> {
  const byForm = new Map(bearers.flatMap((bearer) => bearer.forms.map((form) => [form, bearer])))
  const known: Known = { introduced: [], here: new Set(), paragraph: -1, holders: new Map() }
  const found = new Map<NameSpan, Bearer>()
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const paragraph = paragraphOf(span)
    if (paragraph !== known.paragraph) {
      known.here = new Set()
      known.paragraph = paragraph
    }
    const whole = byForm.get(span.name)
    if (whole !== undefined) {
      if (!known.introduced.includes(whole)) known.introduced.push(whole)
      known.here.add(whole)
      continue
    }
    const bearer = bearerOf(span, known)
    if (bearer !== null) found.set(span, bearer)
  }
  return found
}

function bearerOf(span: NameSpan, known: Known): Bearer | null {
  const ofSurname = known.introduced.filter((b) => surnames(b).includes(span.name))
  const [first] = ofSurname
  if (first !== undefined) {
    const here = ofSurname.filter((bearer) => known.here.has(bearer))
    const holder = known.holders.get(span.name)
    const [only] = here
    const one = here.length === 1 && only !== undefined ? only : (holder ?? first)
    known.holders.set(span.name, one)
    return one
  }
  // "King George" is called by his given name; so is no one who has a surname.
  if (span.title !== '') return null
  const ofGiven = known.introduced.filter((b) => givenNames(b).includes(span.name))
  return ofGiven.length === 1 ? (ofGiven[0] ?? null) : null
}

const surnames = ({ forms }: Bearer): string[] => forms.map(surnameOf)
const givenNames = ({ forms }: Bearer): string[] => forms.map((form) => form.split(' ')[0] ?? '')
