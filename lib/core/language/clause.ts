/**
 * A clause is the skeleton of a sentence's main statement: what leads in, the subject, the verb, the rest. It is read only
 * where the words leave no doubt; elsewhere there is none, and nothing is asked that would need it.
 */
import type { Token } from './tag'
import {
  BE,
  DEMONSTRATIVES,
  HAVE,
  isFunctionWord,
  MODALS,
  RELATIVES,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './words'

/** Half-open range of token indices. */
export type Range = { readonly from: number; readonly to: number }

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

export type VerbGroup = Range & {
  /** 'was', 'has been', 'could'; [] for a bare verb. Indices of the auxiliaries. */
  readonly auxiliaries: readonly number[]
  /** Index of the main verb; of the copula where there is none. */
  readonly main: number
  readonly tense: 'past' | 'present'
  readonly passive: boolean
  readonly copula: boolean
  readonly negated: boolean
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'SYM'])

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

function startsNominal(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (SUBJECT_PRONOUNS.has(token.lower) || DEMONSTRATIVES.has(token.lower)) return true
  if (SUBORDINATORS.has(token.lower) || RELATIVES.has(token.lower)) return false
  if (token.pos === 'PRON') return true
  if (/^[“"*]$/.test(token.text)) return startsNominal(tokens, at + 1)
  if (token.pos === 'VERB' && /ing$/.test(token.lower)) return false
  return NOMINAL.has(token.pos)
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

function nextComma(tokens: readonly Token[], from: number, end: number): number {
  let depth = 0
  for (let i = from; i < end; i++) {
    const text = tokens[i]?.text ?? ''
    if (/^[([]$/.test(text)) depth++
    else if (/^[)\]]$/.test(text)) depth--
    else if (text === ',' && depth === 0) {
      // A comma in a date ("On March 3, 1918, …") does not end the lead.
      if (/^\d{4}$/.test(tokens[i + 1]?.text ?? '') && /^\d/.test(tokens[i - 1]?.text ?? ''))
        continue
      return i
    } else if (/^[;:–—?]$/.test(text)) return -1
  }
  return -1
}

type Subject = { readonly all: Range; readonly head: Range; readonly apposition: Range | null }

/** The noun phrase from `at` to the finite verb after it, with one apposition or bracket allowed. */
function readSubject(tokens: readonly Token[], at: number, end: number): Subject | null {
  let i = at
  let headEnd = -1
  let apposition: Range | null = null
  while (i < end) {
    const token = tokens[i]
    if (token === undefined) return null
    if (token.text === '(') {
      i = closing(tokens, i, end)
      if (i < 0) return null
      continue
    }
    if (canBeFinite(tokens, i) && i > at) break
    if (token.text === ',') {
      if (isYear(tokens[i + 1]) && /^\d/.test(tokens[i - 1]?.text ?? '')) {
        i += 2
        continue
      }
      const list = listGoesOn(tokens, i, end)
      if (list) {
        i++
        continue
      }
      if (apposition !== null) return null
      const close = nextComma(tokens, i + 1, end)
      if (close < 0) return null
      headEnd = i
      apposition = { from: i + 1, to: close }
      i = close + 1
      if (!canBeFinite(tokens, i) && tokens[i]?.pos !== 'ADV') return null
      continue
    }
    if (RELATIVES.has(token.lower) && i > at) {
      const next = skipRelative(tokens, i, end)
      if (next < 0) return null
      i = next
      continue
    }
    if (!inNominal(token) && !(token.pos === 'ADV' && canBeFinite(tokens, i + 1))) return null
    if (token.pos === 'ADV' && canBeFinite(tokens, i + 1) && i > at) break
    i++
  }
  if (i >= end || i === at) return null
  const all = { from: at, to: i }
  const lastToken = tokens[(apposition === null ? i : headEnd) - 1]
  if (lastToken === undefined || !/^(?:NOUN|PROPN|NUM|PRON|ADJ|VERB|PUNCT)$/.test(lastToken.pos))
    return null
  return { all, head: { from: at, to: apposition === null ? i : headEnd }, apposition }
}

const isYear = (token: Token | undefined): boolean => /^(?:1\d{3}|20\d{2})$/.test(token?.text ?? '')

function inNominal(token: Token): boolean {
  if (NOMINAL.has(token.pos) || token.pos === 'PRON' || token.pos === 'PART') return true
  if (token.pos === 'ADP' || token.lower === 'and' || token.lower === 'or') return true
  if (/^[“”‘’"'-]$/.test(token.text) || token.text === '*') return true
  return token.pos === 'VERB' && /(?:ing|ed|en|wn|lt|ght)$/.test(token.lower)
}

function closing(tokens: readonly Token[], at: number, end: number): number {
  let depth = 0
  for (let i = at; i < end; i++) {
    if (tokens[i]?.text === '(') depth++
    if (tokens[i]?.text === ')') depth--
    if (depth === 0) return i + 1
  }
  return -1
}

/** "A, B, and C": after this comma a short noun phrase and then another comma or "and". */
function listGoesOn(tokens: readonly Token[], comma: number, end: number): boolean {
  const first = tokens[comma + 1]
  if (first === undefined) return false
  if (first.lower === 'and' || first.lower === 'or') return true
  for (let i = comma + 1; i < Math.min(comma + 7, end); i++) {
    const token = tokens[i]
    if (token === undefined) return false
    if (token.lower === 'and') return true
    if (token.text === ',') return tokens[i + 1]?.lower === 'and' || listGoesOn(tokens, i, end)
    if (!/^(?:NOUN|PROPN|ADJ|DET|PUNCT)$/.test(token.pos)) return false
  }
  return false
}

/** Past a restrictive relative clause: its own verb, then up to where the next finite verb follows a noun. */
function skipRelative(tokens: readonly Token[], at: number, end: number): number {
  let verbs = 0
  for (let i = at + 1; i < Math.min(end, at + 18); i++) {
    const token = tokens[i]
    if (token === undefined || /^[,;:–—]$/.test(token.text)) return -1
    const before = tokens[i - 1]
    if (!canBeFinite(tokens, i) || before?.pos === 'AUX') continue
    verbs++
    if (verbs === 2) return /^(?:NOUN|PROPN|NUM|VERB)$/.test(before?.pos ?? '') ? i : -1
  }
  return -1
}

/** Whether the token can be a finite verb here: an auxiliary, or a verb that is no -ing form and not after "to". */
function canBeFinite(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (token.pos === 'AUX') return !['be', 'been', 'being', 'having'].includes(token.lower)
  if (token.pos !== 'VERB' || /ing$/.test(token.lower)) return false
  const before = tokens[i - 1]
  if (
    before?.lower === 'to' ||
    before?.pos === 'DET' ||
    before?.pos === 'ADP' ||
    before?.pos === 'PART'
  )
    return false
  return before === undefined || before.text !== '-'
}

function readVerb(tokens: readonly Token[], at: number, end: number): VerbGroup | null {
  const auxiliaries: number[] = []
  let negated = false
  let i = at
  for (; i < end; i++) {
    const token = tokens[i]
    if (token === undefined) return null
    if (token.pos === 'AUX' || (MODALS.has(token.lower) && token.pos !== 'NOUN'))
      auxiliaries.push(i)
    else if (token.lower === 'not' || token.lower === "n't" || token.lower === 'never')
      negated = true
    else if (token.pos !== 'ADV') break
  }
  const main = tokens[i]
  const first = tokens[auxiliaries[0] ?? i]
  if (first === undefined) return null
  if (main?.pos === 'VERB' && !(auxiliaries.length > 0 && isFunctionWord(main.lower))) {
    const lastAux = tokens[auxiliaries.at(-1) ?? -1]
    const passive = lastAux !== undefined && BE.has(lastAux.lower) && !/ing$/.test(main.lower)
    return {
      from: at,
      to: i + 1,
      auxiliaries,
      main: i,
      tense: tenseOf(first),
      passive,
      copula: false,
      negated,
    }
  }
  const copula = auxiliaries.at(-1)
  if (copula === undefined) return null
  const word = tokens[copula]?.lower ?? ''
  if (!BE.has(word) && !HAVE.has(word)) return null
  return {
    from: at,
    to: copula + 1,
    auxiliaries: auxiliaries.slice(0, -1),
    main: copula,
    tense: tenseOf(first),
    passive: false,
    copula: BE.has(word),
    negated,
  }
}

const PRESENT_AUX = new Set([
  'is',
  'are',
  'am',
  "'s",
  'has',
  'have',
  'do',
  'does',
  'can',
  'may',
  'will',
  'must',
  'shall',
  'should',
])

function tenseOf(first: Token): 'past' | 'present' {
  if (first.pos === 'AUX') return PRESENT_AUX.has(first.lower) ? 'present' : 'past'
  if (first.lower === first.lemma) return 'present'
  return /s$/.test(first.lower) && !/ss$/.test(first.lower) && first.lemma !== first.lower
    ? 'present'
    : 'past'
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

export const wordsOf = (tokens: readonly Token[], range: Range): readonly Token[] =>
  tokens.slice(range.from, range.to)
