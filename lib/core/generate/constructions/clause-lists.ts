/** "A, B and C" where a clause of the tree has it: as its subject, after its verb or preposition, or told by a counted noun. */
import type { Range } from '@/lib/core/language/range'
import { smallNumber } from '@/lib/core/language/words'
import type { Ask, Fact } from '../fact'
import { capital, inside, joined, say } from '../phrase'
import type { Reading, ReadSentence } from '../read-sentence'
import { questionOf } from '../realize'
import { listedIn } from './find-lists'
import { askAfter, askSubject, type Frame, framesOf, isAnchored, rivalAfter } from './frame'
import { isNameless } from './inline-lists'
import type { Listed } from './list-checks'
import { listFact } from './list-fact'
import { nameAll, numberWord } from './number-words'
import { predicateEnd } from './predicate'
import { sayPlainly } from './say-plainly'
import { labelled } from './topic-label'

export function clauseLists(sentence: ReadSentence, _next: unknown, reading: Reading): Fact[] {
  if (sentence.quoted) return []
  const lists = listedIn(sentence)
  if (lists.length === 0) return []
  const frames = framesOf(sentence, reading)
  const asked = new Set<number>()
  return lists.flatMap((list) => {
    const last = list.elements.at(-1)?.span.start ?? 0
    if (asked.has(last)) return []
    for (const frame of frames) {
      const found = askFor(frame, list, reading)
      if (found === null || (list.elements.length === 2 && !found.worthTwo)) continue
      if (isNameless(sentence, found.ask) || !isAnchored(found.ask)) continue
      asked.add(last)
      const task = list.open
        ? `Name ${numberWord(list.elements.length)}.`
        : nameAll(list.elements.length)
      const statement = questionOf(labelled(found.ask, sentence, reading))
      const ask: Ask = { way: 'statement', statement, task }
      const made = listFact(sentence, found.construction, ask, list.elements, found.confidence)
      const signs = { ...frame.signs, list: list.sure, few: list.elements.length === 2 ? 1 : 0 }
      return [{ ...made, signs }]
    }
    const plain = askPlain(sentence, list)
    return plain === null ? [] : [listFact(sentence, 'object-list', plain, list.elements, 0.76)]
  })
}

/** "Special courts include A and B", where the tree lost the subject. */
function askPlain(sentence: ReadSentence, list: Listed): Ask | null {
  const { clause, tokens } = sentence
  if (clause === null || clause.verb.negated || clause.leads.length > 0) return null
  const verb = tokens[clause.verb.main]
  if (
    verb?.lemma !== 'include' ||
    clause.verb.to !== list.range.from ||
    clause.verb.auxiliaries.length > 0
  )
    return null
  const auxiliary = verb.lower === 'included' ? 'did' : verb.lower === 'include' ? 'do' : 'does'
  const statement = `What ${auxiliary} ${inside(sentence, clause.head)} include?`
  return { way: 'statement', statement, task: nameAll(list.elements.length) }
}

type Asked = {
  readonly ask: Ask
  readonly construction: string
  readonly confidence: number
  /** A pair is worth a question of its own. */
  readonly worthTwo: boolean
}

function askFor(frame: Frame, list: Listed, reading: Reading): Asked | null {
  return (
    askCounted(frame, list, reading) ??
    askAnnounced(frame, list, reading) ??
    askAsSubject(frame, list, reading) ??
    askExamples(frame, list, reading) ??
    askLater(frame, list, reading)
  )
}

/** "Two groups, A and B, led …", "his three nominees (A, B and C)": the noun says what is asked for. */
function askCounted(frame: Frame, list: Listed, reading: Reading): Asked | null {
  const { sentence, subjectRange } = frame
  const { tokens } = sentence
  const group = groupBefore(sentence, list)
  if (group === null) return null
  const words = uncapitalised(say(sentence, group))
  const whole = { from: group.from, to: closedAfter(sentence, list.range.to) }
  const made = (ask: Ask | null): Asked | null =>
    ask === null
      ? null
      : { ask, construction: 'counted-noun-list', confidence: 0.9, worthTwo: true }
  if (
    isDeterminer(tokens[subjectRange.from]?.lower ?? '')
      ? subjectRange.from === group.from - 1
      : subjectRange.from === group.from
  )
    return made(askSubject(frame, `Which ${words}`, frame.verbFrom, reading))
  if (whole.from < frame.verbTo) return null
  const from = isDeterminer(tokens[whole.from - 1]?.lower ?? '') ? whole.from - 1 : whole.from
  const cut = { from, to: whole.to }
  const placed = placedAt(frame, cut, `which ${words}`)
  return placed === null ? null : made(askAfter(frame, placed.word, placed.cut, reading))
}

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const isDeterminer = (lower: string): boolean =>
  /^(?:the|these|those|his|her|its|their|all|only)$/.test(lower)

/** The counted noun phrase right before the mark that opens the list. */
function groupBefore({ tokens }: ReadSentence, { range, elements }: Listed): Range | null {
  const mark = range.from - 1
  if (!/^[,(:—–]$/.test(tokens[mark]?.text ?? '')) return null
  for (let i = mark - 1; i >= 0 && i > mark - 10; i--) {
    if (/^[,;:()—–]$/.test(tokens[i]?.text ?? '') || tokens[i]?.pos === 'VERB') return null
    if (smallNumber(tokens[i]?.lower ?? '') !== elements.length) continue
    const nouns = tokens.slice(i + 1, mark)
    return nouns.some((t) => t.pos === 'NOUN' && /s$|men$|people$/.test(t.lower))
      ? { from: i, to: mark }
      : null
  }
  return null
}

/** "A number of ports lie on the coast: A, B and C." → Which ports lie on the coast? */
function askAnnounced(frame: Frame, list: Listed, reading: Reading): Asked | null {
  const { sentence, subjectRange } = frame
  const { tokens } = sentence
  const colon = list.range.from - 1
  if (tokens[colon]?.text !== ':' || list.elements.length < 3) return null
  const made = (ask: Ask | null): Asked | null =>
    ask === null ? null : { ask, construction: 'announced-list', confidence: 0.86, worthTwo: false }
  const end = { ...frame, limit: Math.min(frame.limit, colon) }
  const kind = severalIn(sentence, subjectRange)
  if (kind !== null && frame.verbTo <= colon)
    return made(askSubject(end, `Which ${say(sentence, kind)}`, frame.verbFrom, reading))
  for (let from = frame.verbTo; from < colon; from++) {
    const here = severalIn(sentence, { from, to: colon })
    if (here === null) continue
    const verb = tokens.findIndex(
      (t, i) => i > here.from && i < colon && /^(?:VERB|AUX)$/.test(t.pos),
    )
    if (verb > 0) {
      const predicate = sayPlainly(sentence, { from: verb, to: colon }, reading)
      const word = `Which ${say(sentence, { from: here.from, to: verb })}`
      return predicate === null ? null : made({ way: 'subject', word, predicate })
    }
    const cut = { from, to: colon }
    const placed = placedAt(frame, cut, `which ${say(sentence, here)}`)
    return placed === null ? null : made(askAfter(end, placed.word, placed.cut, reading))
  }
  return null
}

/** The noun phrase without "a number of", "several", "the following": the kind of thing that is listed. */
function severalIn({ tokens }: ReadSentence, range: Range): Range | null {
  const words = tokens.slice(range.from, range.to)
  const opening = SEVERAL.exec(words.map((t) => t.lower).join(' '))
  if (opening === null) return null
  const from = range.from + opening[0].trim().split(' ').length
  const isPlural = tokens
    .slice(from, range.to)
    .some((t) => t.pos === 'NOUN' && /s$|men$|people$/.test(t.lower))
  return isPlural && from < range.to ? { from, to: range.to } : null
}

const SEVERAL =
  /^(?:(?:a|an) (?:\w+ )?(?:number|variety|range|series|list|set|group|array) of|several|various|many|certain|some|different|the following|a few) /

const closedAfter = ({ tokens }: ReadSentence, to: number): number =>
  /^[)—–,]$/.test(tokens[to]?.text ?? '') && tokens[to]?.text !== ',' ? to + 1 : to

/** "A, B and C lie in the north." → What lies in the north? */
function askAsSubject(frame: Frame, list: Listed, reading: Reading): Asked | null {
  const { sentence, subjectRange, clause } = frame
  const { tokens } = sentence
  if (list.range.to !== subjectRange.to || clause.subject?.shared === true) return null
  const both = tokens[subjectRange.from]?.lower === 'both'
  const start = both ? subjectRange.from + 1 : subjectRange.from
  const inner = list.range.from !== start
  if (inner && tokens[list.range.from - 1]?.pos !== 'ADP') return null
  if (list.range.from - start > MOST_BEFORE) return null
  const before = inner
    ? sayPlainly(sentence, { from: subjectRange.from, to: list.range.from }, reading)
    : ''
  const end = predicateEnd(tokens, frame.verbTo, rivalAfter(frame))
  const rest = sayPlainly(sentence, { from: frame.verbTo, to: end }, reading)
  const bare = rest === '' && frame.verbTo - frame.verbFrom < 2
  if (before === null || rest === null || bare) return null
  const verb = say(sentence, { from: frame.verbFrom, to: frame.verbTo })
  const who = list.isPersons ? 'who' : list.isPlaces ? 'which places' : 'what'
  const word = inner ? capital(joined(before, who === 'which places' ? who : 'what')) : capital(who)
  const agrees =
    inner || who === 'which places'
      ? verb
      : singular(verb, tokens[frame.clause.verb.main]?.lemma ?? '')
  const predicate = joined(agrees, rest, frame.lead)
  const ask: Ask = { way: 'subject', word, predicate }
  const named = list.isPersons || list.isPlaces
  return { ask, construction: 'subject-list', confidence: 0.8, worthTwo: both || named }
}

/** "Bones of what …": a longer beginning is no question any more. In words. */
const MOST_BEFORE = 3

/** "are" after "what" is "is"; a plural present takes an s. */
function singular(verb: string, lemma: string): string {
  const [first = '', ...others] = verb.split(' ')
  const known = SINGULAR.get(first)
  if (known !== undefined) return [known, ...others].join(' ')
  if (others.length > 0 || first !== lemma) return verb
  if (/(?:s|x|z|ch|sh|o)$/.test(first)) return `${first}es`
  return /[^aeiou]y$/.test(first) ? `${first.slice(0, -1)}ies` : `${first}s`
}

const SINGULAR = new Map([
  ['are', 'is'],
  ['were', 'was'],
  ['have', 'has'],
  ['do', 'does'],
])

/** "…, including A, B and C": the statement, with what in their place. */
function askExamples(frame: Frame, list: Listed, reading: Reading): Asked | null {
  const { sentence, subjectRange, clause } = frame
  const { tokens } = sentence
  const before = tokens[list.range.from - 1]?.lower ?? ''
  const such = before === 'as' && tokens[list.range.from - 2]?.lower === 'such'
  if (before !== 'including' && !such) return null
  if (list.range.from < frame.verbTo || clause.subject?.shared === true) return null
  const at = list.range.from - (such ? 2 : 1)
  if (at > frame.limit || /[;:]/.test(say(sentence, { from: frame.verbTo, to: at }))) return null
  const said = sayPlainly(sentence, { from: subjectRange.to, to: at }, reading)
  if (said === null) return null
  const words = such ? 'such as what' : 'including what'
  const statement = joined(capital(frame.subject), said.replace(/,$/, ''))
  const ask: Ask = { way: 'subject', word: `${statement}, ${words}`, predicate: '' }
  return { ask, construction: 'examples-list', confidence: 0.74, worthTwo: false }
}

/** After the verb, or after the preposition that goes with it. */
function askLater(frame: Frame, list: Listed, reading: Reading): Asked | null {
  const { sentence } = frame
  const { tokens } = sentence
  if (list.range.from < frame.verbTo || list.range.to > frame.limit) return null
  const both = tokens[list.range.from - 1]?.lower === 'both'
  const cut = { from: list.range.from - (both ? 1 : 0), to: list.range.to }
  const isObject = cut.from === frame.verbTo || tokens[cut.from - 1]?.pos === 'ADV'
  const isNamed = list.isPersons || list.isPlaces
  const isAs = tokens[cut.from - 1]?.lower === 'as'
  const word =
    list.isPersons && !isAs
      ? isObject
        ? frame.clause.verb.copula
          ? 'who'
          : 'whom'
        : 'whom'
      : list.isPlaces
        ? 'which places'
        : 'what'
  const placed = placedAt(frame, cut, word)
  if (placed === null) return null
  const tail = tokens[list.range.to]
  const described =
    tail !== undefined &&
    (/^(?:that|which|who|whose)$/.test(tail.lower) || (tail.pos === 'VERB' && tail.start > 0))
  const to = described ? frame.limit : placed.cut.to
  const ask = askAfter(frame, placed.word, { from: placed.cut.from, to }, reading)
  if (ask === null) return null
  // What goes on after the list may belong to its last member alone.
  const loose = tail !== undefined && list.range.to < frame.limit && !/^[,;.)—–]$/.test(tail.text)
  return {
    ask,
    construction: isObject ? 'object-list' : 'oblique-list',
    confidence: (list.elements.length > 2 ? 0.82 : 0.7) - (loose ? 0.05 : 0),
    worthTwo: !list.either && (both || isNamed || isWorthPair(frame, list, placed.cut, isObject)),
  }
}

/** Two common nouns: what something includes, comes from, is made of or is found by; not what merely goes along with it. */
function isWorthPair(
  { sentence, clause }: Frame,
  list: Listed,
  cut: Range,
  isObject: boolean,
): boolean {
  const { tokens } = sentence
  if (list.sure < (clause.verb.main === cut.from - 1 ? FAIRLY_SURE : SURE_PAIR)) return false
  // "could cause A and B": and much else.
  if (/^(?:could|may|might)$/.test(clause.verb.modal ?? '')) return false
  if (isObject) return !clause.verb.copula
  return /^(?:from|of|into|by|via|between)$/.test(tokens[cut.from]?.lower ?? '')
}

const SURE_PAIR = 0.9
const FAIRLY_SURE = 0.6

const SURE_OBLIQUE = 0.85

/** The question word with the preposition before it; null where the stretch stands deeper than that. */
function placedAt(frame: Frame, cut: Range, word: string): { word: string; cut: Range } | null {
  const { tokens } = frame.sentence
  const before = tokens[cut.from - 1]
  if (before === undefined) return null
  // "was able to confirm A, B and C": the object of what the verb leads to.
  const leads = before.pos === 'VERB' && tokens[cut.from - 2]?.lower === 'to'
  if (cut.from === frame.verbTo || before.pos === 'ADV' || leads)
    return { word: capital(word), cut }
  const { obliques, agent, object, predicate } = frame.clause
  if (object?.from === cut.from || predicate?.from === cut.from) return { word: capital(word), cut }
  const phrases = [...obliques, ...(agent === null ? [] : [agent])]
  // After a noun ("boats from four ports") the phrase may as well belong to that.
  const isNear = /^(?:NOUN|PROPN)$/.test(tokens[cut.from - 2]?.pos ?? '')
  const governs = phrases.some(
    (o) => o.from === cut.from - 1 && (!isNear || o.confidence >= SURE_OBLIQUE),
  )
  if (before.pos !== 'ADP' || !governs) return null
  const asked = before.lower === 'via' ? `by ${word} means` : `${before.lower} ${word}`
  return { word: capital(asked), cut: { from: cut.from - 1, to: cut.to } }
}
