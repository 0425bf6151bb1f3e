/**
 * Resolves what points back in a text ("the republic", "this newspaper", "in this period"), only where one candidate is left.
 * What stays unresolved is for the filter to refuse.
 */

import type { Clause } from '@/lib/core/language/clause'
import { lastWord } from './mentions/kinds'
import { type Mention, within } from './mentions/mention'
import { PAPER_NOUNS } from './mentions/papers'
import { spanOf } from './phrase'
import type { LongName, ReadSentence, Replacement } from './read-sentence'

/** How many sentences back a name may be looked for. */
export const WINDOW = 12

/** What a sentence may point back to. */
export type Past = {
  /** The last sentences, at most WINDOW of them. */
  readonly recent: readonly ReadSentence[]
  /** The section of the last of them, the newspapers named in it, and the sentence that named one last. */
  readonly section: number
  readonly papers: ReadonlySet<string>
  readonly paperIn: ReadSentence | null
}

export function resolve(
  sentence: ReadSentence,
  past: Past,
  papers: ReadonlySet<string>,
): readonly Replacement[] {
  const found: Replacement[] = []
  const add = (r: Replacement | null) => {
    if (r !== null && !found.some((f) => f.start < r.end && r.start < f.end)) found.push(r)
  }
  add(subjectPronoun(sentence))
  for (const paper of paperNames(sentence, papers)) add(paper)
  for (let i = 0; i < sentence.tokens.length; i++) {
    add(thisPaper(sentence, i, past, papers))
    add(editorialBoard(sentence, i, past, papers))
    add(thisPeriod(sentence, i))
    add(shortName(sentence, i, past.recent))
  }
  return found.sort((a, b) => a.start - b.start)
}

/**
 * Whom "he" or "she" as the subject means: the subject of the sentence before, when it was one person and no other is
 * named in either. Chains over several sentences of a paragraph.
 */
export function personBehind(sentence: ReadSentence): Mention | null {
  const { clause, tokens, previous } = sentence
  if (clause === null || previous === null || clause.head.to - clause.head.from !== 1) return null
  const pronoun = tokens[clause.head.from]
  if (!/^(?:he|she)$/.test(pronoun?.lower ?? '') || previous.clause === null) return null
  const leads = sentence.mentions.filter(
    (m) => m.type === 'person' && m.start < (pronoun?.start ?? 0),
  )
  const before = previous.subjectPerson ?? onlyPerson(previous, previous.clause)
  if (before === null || leads.length > 0) return null
  const others = previous.mentions.filter(
    (m) => m.type === 'person' && lastWord(m.text) !== lastWord(before.text),
  )
  return others.length === 0 ? before : null
}

function onlyPerson(sentence: ReadSentence, clause: Clause): Mention | null {
  const first = sentence.tokens[clause.head.from]
  const last = sentence.tokens[clause.head.to - 1]
  if (first === undefined || last === undefined) return null
  return (
    sentence.mentions.find(
      (m) => m.type === 'person' && m.start === first.start && m.end === last.end,
    ) ?? null
  )
}

/** "he" → the person; "it" → the subject of the sentence before, when both say the same of it ("it issued" after "the bank issued"). */
function subjectPronoun(sentence: ReadSentence): Replacement | null {
  const { clause, tokens, previous, subjectPerson } = sentence
  const pronoun = clause === null ? undefined : tokens[clause.head.from]
  if (clause === null || previous === null || pronoun === undefined) return null
  const span = { start: pronoun.start, end: pronoun.end }
  if (subjectPerson !== null) return { ...span, text: subjectPerson.text, from: previous }
  const isOneIt = pronoun.lower === 'it' && clause.head.to - clause.head.from === 1
  if (!isOneIt || previous.clause === null) return null
  const same = tokens[clause.verb.main]?.lemma === previous.tokens[previous.clause.verb.main]?.lemma
  const head = spanOf(previous.tokens, previous.clause.head)
  const words = previous.view.text.slice(head.start, head.end)
  if (!same || clause.verb.copula || /^(?:it|they|he|she|this|these)\b/i.test(words)) return null
  return { ...span, text: words.replace(/^(?:The|A|An) /, (w) => w.toLowerCase()), from: previous }
}

const paperTitle = (name: string): string => `the newspaper ${name}`

/** "the Herald" → "the newspaper Herald", unless it says so already. */
function paperNames(sentence: ReadSentence, papers: ReadonlySet<string>): Replacement[] {
  return sentence.mentions
    .filter((m) => m.type === 'work' && papers.has(m.text))
    .flatMap((m) => {
      const the = sentence.view.text.slice(0, m.start).match(/[Tt]he [“"‘]?$/)
      if (the === null) return []
      return [{ start: m.start - the[0].length, end: m.end, text: paperTitle(m.text), from: null }]
    })
}

/** The one newspaper named before this place in the section. */
const onePaper = (sentence: ReadSentence, past: Past): ReadSentence | null =>
  past.section === sentence.section && past.papers.size === 1 ? past.paperIn : null

function mentionsPaper(sentence: ReadSentence, papers: ReadonlySet<string>): string | null {
  return sentence.mentions.find((m) => m.type === 'work' && papers.has(m.text))?.text ?? null
}

/** "this leftwing newspaper", "the journal". */
function thisPaper(
  sentence: ReadSentence,
  i: number,
  past: Past,
  papers: ReadonlySet<string>,
): Replacement | null {
  const { tokens } = sentence
  const first = tokens[i]
  if (first === undefined || !/^(?:this|the|that)$/.test(first.lower)) return null
  let j = i + 1
  while (
    j < i + 3 &&
    !PAPER_NOUNS.has(tokens[j]?.lower ?? '') &&
    /^(?:ADJ|VERB|NOUN)$/.test(tokens[j]?.pos ?? '')
  )
    j++
  const noun = tokens[j]
  if (
    noun === undefined ||
    noun.pos !== 'NOUN' ||
    !/^(?:newspaper|journal|paper|magazine|weekly|daily)$/.test(noun.lower)
  )
    return null
  if (/^(?:of|that|which|who)$/.test(tokens[j + 1]?.lower ?? '') || tokens[j + 1]?.pos === 'PROPN')
    return null
  const source = onePaper(sentence, past)
  const name = source === null ? null : mentionsPaper(source, papers)
  if (source === null || name === null) return null
  return { start: first.start, end: noun.end, text: paperTitle(name), from: source }
}

/** "its editorial board", "the editorial board": of the one newspaper spoken of. */
function editorialBoard(
  sentence: ReadSentence,
  i: number,
  past: Past,
  papers: ReadonlySet<string>,
): Replacement | null {
  const [article, adjective, noun, after] = sentence.tokens.slice(i, i + 4)
  if (article === undefined || !/^(?:its|the)$/.test(article.lower)) return null
  if (adjective?.lower !== 'editorial' || noun === undefined || after?.lower === 'of') return null
  const source = onePaper(sentence, past)
  const name = source === null ? null : mentionsPaper(source, papers)
  if (source === null || name === null) return null
  return {
    start: article.start,
    end: noun.end,
    text: `the editorial ${noun.lower} of ${paperTitle(name)}`,
    from: source,
  }
}

/** "in this period", "in these months": the period of the sentence before. */
function thisPeriod(sentence: ReadSentence, i: number): Replacement | null {
  const [preposition, these, noun] = sentence.tokens.slice(i, i + 3)
  if (
    !/^(?:in|during)$/.test(preposition?.lower ?? '') ||
    !/^(?:this|that|these|those)$/.test(these?.lower ?? '')
  )
    return null
  if (preposition === undefined || noun === undefined) return null
  if (!/^(?:period|time|days|weeks|months|years)$/.test(noun.lower)) return null
  const periods = sentence.previous?.mentions.filter((m) => m.type === 'period') ?? []
  const period = periods[0]
  if (periods.length !== 1 || period === undefined) return null
  const text = lowerArticle(preposition.text, `the period ${period.text}`)
  return { start: preposition.start, end: noun.end, text, from: sentence.previous }
}

const lowerArticle = (preposition: string, rest: string): string => `${preposition} ${rest}`

const OF_NAME = /\b[Tt]he (\p{L}+) of \p{Lu}[\p{L}-]+/gu
const MEASURES: ReadonlySet<string> = new Set([
  'date',
  'period',
  'number',
  'share',
  'money',
  'quantity',
  'duration',
  'person',
])

/** "the region of Lund" is not what every later "the region" means. */
/** Everybody has one: "goods for the home" speaks of no one's. */
const HOMES = new Set([
  'home',
  'house',
  'family',
  'wife',
  'son',
  'daughter',
  'life',
  'death',
  'name',
])

const VAGUE = new Set(
  'region area part side end rest number name people coast member case time work loss death army'.split(
    ' ',
  ),
)

/** The names after "the" in a sentence that a later one may shorten. */
export function longNames(text: string, mentions: readonly Mention[]): readonly LongName[] {
  const found: LongName[] = []
  for (const match of text.matchAll(OF_NAME)) {
    const head = match[1] ?? ''
    // "the home of Lieutenant" cuts a person's name in two.
    const end = match.index + match[0].length
    const isCut = mentions.some((m) => m.start < end && end < m.end)
    if (/^\p{Ll}/u.test(head) && !VAGUE.has(head) && !isCut && !HOMES.has(head))
      found.push({ head, text: match[0].slice(4), start: match.index })
  }
  for (const { text: name, type, start } of mentions) {
    const head = name.slice(name.lastIndexOf(' ') + 1).toLowerCase()
    if (
      MEASURES.has(type) ||
      !name.includes(' ') ||
      !/\bthe $/i.test(text.slice(Math.max(0, start - 5), start))
    )
      continue
    found.push({ head, text: name, start })
  }
  return found
}

/** "the republic" → "the Norland Republic": the one longer name before it that ends in the same word. */
function shortName(
  sentence: ReadSentence,
  i: number,
  before: readonly ReadSentence[],
): Replacement | null {
  const the = sentence.tokens[i]
  const noun = sentence.tokens[i + 1]
  const after = sentence.tokens[i + 2]
  if (the?.lower !== 'the' || noun === undefined || PAPER_NOUNS.has(noun.lower)) return null
  if (noun.pos !== 'NOUN' && noun.pos !== 'PROPN') return null
  const goesOn = after !== undefined && /^(?:of|that|which|who|whose|-)$/.test(after.lower)
  if (goesOn || (after !== undefined && /^(?:NOUN|PROPN|NUM)$/.test(after.pos))) return null
  const span = { start: the.start, end: noun.end }
  if (sentence.mentions.some((m) => m.start <= noun.start && m.end > noun.end)) return null
  if (sentence.mentions.some((m) => within(span, m))) return null
  const candidates = new Map<string, ReadSentence>()
  const recent = before.filter((b) => b.section === sentence.section)
  for (const earlier of [...recent, sentence]) {
    for (const name of earlier.longNames) {
      const isLater = earlier === sentence && name.start >= the.start
      if (name.head === noun.lower && !isLater) candidates.set(name.text, earlier)
    }
  }
  const only = [...candidates][0]
  if (candidates.size !== 1 || only === undefined) return null
  return { ...span, text: `the ${only[0]}`, from: only[1] }
}
