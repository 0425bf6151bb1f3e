/**
 * A clause is the skeleton of a sentence's main statement: what leads in, the subject, the verb, the rest. It is read only
 * where the words leave no doubt; elsewhere there is none, and nothing is asked that would need it.
 */

import type { Range } from './range'
import { nextComma, readSubject, startsNominal } from './subject'
import type { Token } from './tag'
import { readVerb, type VerbGroup } from './verb-group'
import { DEMONSTRATIVES, RELATIVES, SUBORDINATORS } from './words'

export type Clause = {
  /** What stands before the subject, each up to its comma, comma left out. */
  readonly leads: readonly Range[]
  readonly subject: Range
  /** Inside the subject: after its first comma, up to the comma that closes it. */
  readonly apposition: Range | null
  /** The subject without its apposition. */
  readonly head: Range
  readonly verb: VerbGroup
  /** What follows the verb group, final punctuation left out. */
  readonly rest: Range
}

/** The main clause of a tagged sentence, or null where it cannot be read for certain. */
export function clauseOf(tokens: readonly Token[]): Clause | null {
  const end = endOf(tokens)
  if (end === 0 || tokens[end]?.text === '?') return null
  const leads: Range[] = []
  let at = 0
  while (at < end && leads.length < 4 && !startsNominal(tokens, at)) {
    const bare = leadWithoutComma(tokens, at, end)
    if (bare > 0) {
      leads.push({ from: at, to: bare })
      at = bare
      continue
    }
    const comma = nextComma(tokens, at, end)
    if (comma < 0) return null
    leads.push({ from: at, to: comma })
    at = comma + 1
  }
  // A noun phrase before a comma may be a lead as well ("The next day, he …"); then no verb follows it.
  const subject = readSubject(tokens, at, end)
  if (subject === null) return null
  const verb = readVerb(tokens, subject.all.to, end)
  if (verb === null || !agrees(tokens, subject.head, verb)) return null
  const rest = { from: verb.to, to: end }
  if (looseVerbIn(tokens, rest, verb)) return null
  return {
    leads,
    subject: subject.all,
    apposition: subject.apposition,
    head: subject.head,
    verb,
    rest,
  }
}

function endOf(tokens: readonly Token[]): number {
  let end = tokens.length
  while (end > 0 && /^[.!;:…”’"')\]]+$/.test(tokens[end - 1]?.text ?? '')) {
    if (/[)\]]/.test(tokens[end - 1]?.text ?? '')) break
    end--
  }
  if (tokens[end - 1]?.text === '?') return end - 1
  return end
}

/** "In 1917 the bank …", "In these months A and B …": where such a lead ends, or -1. */
function leadWithoutComma(tokens: readonly Token[], at: number, end: number): number {
  if (tokens[at]?.pos !== 'ADP') return -1
  const goesOn = (i: number) =>
    i < end && /^(?:DET|PROPN|PRON|NOUN|ADJ)$/.test(tokens[i]?.pos ?? '')
  if (DEMONSTRATIVES.has(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.pos === 'NOUN') {
    return goesOn(at + 3) && tokens[at + 3]?.pos !== 'NOUN' ? at + 3 : -1
  }
  for (let i = at + 1; i < Math.min(end, at + 9); i++) {
    const token = tokens[i]
    if (token === undefined || token.text === ',' || token.pos === 'VERB' || token.pos === 'AUX')
      return -1
    if (/^(?:1\d{3}|20\d{2})$/.test(token.text)) return goesOn(i + 1) ? i + 1 : -1
  }
  return -1
}

/** A plural auxiliary after a plain singular subject, or the reverse, means that the subject was misread. */
function agrees(tokens: readonly Token[], head: Range, verb: VerbGroup): boolean {
  const first = tokens[verb.auxiliaries[0] ?? verb.main]?.lower ?? ''
  const words = tokens.slice(head.from, head.to)
  const plain = words.every((t) => t.pos !== 'ADP' && t.lower !== 'and')
  const last = words.at(-1)
  if (!plain || last === undefined || last.pos !== 'NOUN') return true
  const plural = /s$/.test(last.lower) && !/(?:ss|us|is)$/.test(last.lower)
  if (first === 'was' || first === 'is' || first === 'has')
    return !plural || /ics$/.test(last.lower)
  if (first === 'were' || first === 'are' || first === 'have')
    return plural || /(?:men|people|children|a|i|ae)$/.test(last.lower)
  return true
}

/**
 * A finite verb later on that nothing introduces shows that the first "verb" was a reduced relative ("the motion passed by
 * the committee was …").
 */
function looseVerbIn(tokens: readonly Token[], rest: Range, verb: VerbGroup): boolean {
  if (verb.auxiliaries.length > 0 || verb.copula) return false
  if (tokens[verb.to]?.lower === 'by') return true
  let introduced = false
  for (let i = rest.from; i < rest.to; i++) {
    const token = tokens[i]
    if (token === undefined) break
    if (
      /^[,;:–—(“‘"]$/.test(token.text) ||
      token.lower === 'and' ||
      token.lower === 'but' ||
      token.lower === 'or'
    )
      introduced = true
    if (RELATIVES.has(token.lower) || SUBORDINATORS.has(token.lower) || token.lower === 'to')
      introduced = true
    // "said peace had come": a clause may follow a verb of saying without "that".
    if (token.pos === 'PRON') introduced = true
    if (!introduced && token.pos === 'AUX') return true
  }
  return false
}
