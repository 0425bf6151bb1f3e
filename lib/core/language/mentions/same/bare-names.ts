/** Who is meant by a surname or a given name alone, where the text knows several of that name. */

import { type Gender, genderOf, kinGender } from '../lists/genders'
import type { NameSpan } from '../names/name-spans'
import { isPatronymic, surnameOf } from './persons'

/** Somebody whom the text calls by a full name somewhere. */
export interface Bearer {
  /** The fullest form. */
  readonly name: string
  /** All forms that have a surname and more. */
  readonly forms: readonly string[]
  /** As the name, a title or a "wife" beside it tells. */
  readonly gender: Gender | null
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
 * The full name of each bare one; spans without an answer are left out. A bare name means somebody who was named in full
 * before. Among several of one surname it means the one whose gender the title tells; else the one whom this paragraph
 * names in full; else the one whom it meant last; else the first whom the text names. Whom it has meant keeps it while a
 * namesake is only told of: "She was the daughter of Otto Lind." "Mrs. Lind" is no Karl Lind: she goes by the surname.
 * A given name has to be that of one of them alone; with a title, of one in this paragraph.
 */
export function bearersOf(
  spans: readonly NameSpan[],
  bearers: readonly Bearer[],
  paragraphOf: (span: NameSpan) => number,
): Map<NameSpan, string> {
  const byForm = new Map(bearers.flatMap((bearer) => bearer.forms.map((form) => [form, bearer])))
  const known: Known = { introduced: [], here: new Set(), paragraph: -1, holders: new Map() }
  const found = new Map<NameSpan, string>()
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const paragraph = paragraphOf(span)
    if (paragraph !== known.paragraph) {
      known.here = new Set()
      known.paragraph = paragraph
    }
    const whole = byForm.get(span.name)
    if (whole !== undefined) {
      if (!known.introduced.includes(whole)) known.introduced.push(whole)
      if (isSpokenOf(span) || !isOthers(surnameOf(span.name), whole, known)) known.here.add(whole)
      continue
    }
    const name = nameOf(span, known)
    if (name !== null) found.set(span, name)
  }
  return found
}

/** Whether the surname alone has meant somebody else up to here. */
function isOthers(surname: string, bearer: Bearer, { holders }: Known): boolean {
  const holder = holders.get(surname)
  return holder !== undefined && holder !== bearer
}

/** Whether a clause is about whom it names: as its subject, or explaining one that is no relative ("their son, Karl Lind"). */
function isSpokenOf({ sentence: { tokens }, first, last }: NameSpan): boolean {
  let at = first
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const token = tokens[at]
    if (token === undefined) return false
    if (/^(?:nsubj|root)/.test(token.relation)) return at === first || !isKin(token.text)
    const isInside = token.head >= first && token.head <= last
    if (!isInside && !/^(?:appos|conj|flat|compound)/.test(token.relation)) return false
    const above = tokens[token.head]
    // What is joined to a verb or a number by a mistake is no subject.
    if (!isInside && (!/^(?:NOUN|PROPN|PRON)$/.test(above?.upos ?? '') || isKin(above?.text ?? '')))
      return false
    at = token.head
  }
  return false
}

/** From a name up to the subject that it is part of. */
const MOST_STEPS = 6

const isKin = (word: string): boolean =>
  kinGender(word.toLowerCase()) !== null ||
  /^(?:sons|daughters|brothers|sisters|child|children|parents?|cousins?|twins?)$/i.test(word)

function nameOf(span: NameSpan, known: Known): string | null {
  const ofSurname = known.introduced.filter((b) => b.forms.some((form) => endsIn(form, span.name)))
  if (ofSurname.length === 0) return givenOf(span, known)
  const gender = genderOf('', [span.title])
  const fitting = ofSurname.filter(
    (b) => gender === null || b.gender === null || b.gender === gender,
  )
  const [told] = fitting.filter((b) => gender !== null && b.gender === gender)
  const [first] = fitting
  if (first === undefined) return span.name
  const here = fitting.filter((bearer) => known.here.has(bearer))
  const holder = known.holders.get(span.name)
  const [only] = here
  const usual = here.length === 1 && only !== undefined ? only : (holder ?? first)
  const one = told !== undefined && !fitting.includes(usual) ? told : usual
  const bearer = gender !== null && usual.gender !== gender ? (told ?? one) : one
  // A title that tells two of one surname apart says nothing of whom the surname alone means.
  if (fitting.length === ofSurname.length) known.holders.set(span.name, bearer)
  return bearer.name
}

/** "Lind" of "Karl Lind", "De la Beche" of "Henry De la Beche". */
const endsIn = (form: string, name: string): boolean =>
  surnameOf(form) === name || (name.includes(' ') && form.endsWith(` ${name}`))

/** Titles that go before a given name as well: "Sir John". */
const FAMILIAR = /^(?:sir|dame|brother|sister|father|mother|aunt|uncle|miss)$/i
const RULING = /^(?:sultan|emir|sheikh|shah|king|queen|prince|princess|emperor|caliph)$/i

function givenOf({ name, title }: NameSpan, { introduced, here }: Known): string | null {
  // "King George" is called by his given name; so is no one who has a surname.
  const mayBe = introduced.filter(
    (b) => title === '' || FAMILIAR.test(title) || (RULING.test(title) && isPatronymic(b.name)),
  )
  const gender = genderOf('', [title])
  const ofGiven = mayBe.filter(
    (b) =>
      b.forms.some((form) => form.split(' ')[0] === name) &&
      (gender === null || b.gender === null || b.gender === gender),
  )
  const near = ofGiven.length > 1 && title !== '' ? ofGiven.filter((b) => here.has(b)) : ofGiven
  const [only] = near
  return near.length === 1 && only !== undefined ? only.name : null
}
