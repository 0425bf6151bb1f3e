/** Numbered or bulleted items after a sentence that announces them. */
import { type Token, wordsIn } from '@/lib/core/language/tag'
import { canBeFinite } from '@/lib/core/language/verb-group'
import { type View, viewOf } from '@/lib/core/language/view'
import { smallNumber } from '@/lib/core/language/words'
import type { Block, SegmentedText } from '@/lib/core/passages/passage'
import type { Ask, Fact, ListElement } from '../fact'
import { inside, joined, phrase, say, tidy } from '../phrase'
import type { Reading, ReadSentence } from '../read-sentence'
import { questionOf } from '../realize'
import { framesOf } from './frame'
import { LONGEST_LIST, listFact } from './list-fact'
import { nameAll, numberWord } from './number-words'
import { labelled } from './topic-label'

/** The paragraphs that list items follow, by block index: their sentences may announce a list. */
export function introducing(text: SegmentedText): ReadonlySet<number> {
  const { blocks } = text
  return new Set(
    blocks.flatMap((block, i) =>
      block.kind === 'paragraph' && blocks[i + 1]?.kind === 'listItem' ? [block.index] : [],
    ),
  )
}

/** `intro`: the sentences of a paragraph that announces n things, before the n list items. */
export function blockLists(reading: Reading, intro: readonly ReadSentence[]): Fact[] {
  const { blocks } = reading.text
  const items: Block[] = []
  const at = intro[0]?.block.index ?? blocks.length
  for (let j = at + 1; blocks[j]?.kind === 'listItem' && items.length <= LONGEST_LIST; j++) {
    const item = blocks[j]
    if (item !== undefined) items.push(item)
  }
  const made = blockList(reading, intro, items)
  return made === null ? [] : [made]
}

/** Words of an element on average: what is longer is no answer to be typed. */
const MOST_WORDS = 13
const wordsOf = (elements: readonly ListElement[]): number =>
  elements.reduce((sum, e) => sum + e.text.split(' ').length, 0)

function blockList(
  reading: Reading,
  intro: readonly ReadSentence[],
  items: readonly Block[],
): Fact | null {
  if (items.length < 2 || items.length > LONGEST_LIST || intro.length === 0) return null
  if (
    !reading.text.source.body
      .slice(intro.at(-1)?.span.start, items[0]?.start)
      .trimEnd()
      .endsWith(':') &&
    countIn(intro, items.length) === null
  )
    return null
  const elements = items.map((item) => blockElement(reading, item))
  if (elements.some((e) => e === null || e.text.split(' ').length > 40)) return null
  const whole = headsOnly(
    reading,
    items,
    elements.filter((e) => e !== null),
  )
  if (wordsOf(whole) > MOST_WORDS * whole.length) return null
  const announced = countIn(intro, items.length)
  const last = intro.at(-1)
  if (last === undefined) return null
  if (announced !== null) {
    const question = announcedQuestion(announced.sentence, announced.token, items.length, intro)
    if (question !== null)
      return listFact(announced.sentence, 'block-list', question.ask, whole, 0.95, question.from)
  }
  const asked = objectless(last, reading)
  if (asked !== null)
    return listFact(
      last,
      'block-list',
      {
        way: 'statement',
        statement: questionOf(labelled(asked, last, reading)),
        task: nameAll(items.length),
      },
      whole,
      0.85,
    )
  const statement = tidy(phrase(last, { start: 0, end: last.view.text.length })).replace(/:$/, '')
  return listFact(
    last,
    'block-list',
    { way: 'statement', statement, task: nameAll(items.length) },
    whole,
    0.72,
  )
}

/** "From north to south a ship passes:" → What does a ship pass from north to south? */
function objectless(sentence: ReadSentence, reading: Reading): Ask | null {
  const { tokens } = sentence
  const frame = framesOf(sentence, reading).find(
    (f) =>
      f.verbTo === tokens.length - 1 && !f.clause.verb.copula && f.clause.verb.voice === 'active',
  )
  if (frame === undefined || tokens.at(-1)?.text !== ':') return null
  const { auxiliary, subject, verb, lead } = frame
  return { way: 'fronted', word: 'What', auxiliary, subject, rest: joined(verb, lead) }
}

/** Items that all begin with a term in bold enumerate these terms: the rest of each only explains it. */
function headsOnly(
  reading: Reading,
  items: readonly Block[],
  elements: readonly ListElement[],
): readonly ListElement[] {
  const heads = items.map((item) => {
    const view = itemView(reading.text, item)
    const strong = view.emphases.find((e) => e.start === 0 && e.strong)
    return strong === undefined ? '' : view.text.slice(0, strong.end).replace(/[.:]$/, '')
  })
  if (heads.every((h) => h !== ''))
    return elements.map((e, i) => ({ ...e, text: heads[i] ?? e.text, accept: [] }))
  const named = namesOf(
    elements,
    items.map((item) => tokensOf(reading, item)),
  )
  if (named === null) return elements
  return elements.map((e, i) => {
    const name = named[i] ?? e.text
    return { ...e, text: name, accept: [withoutArticle(name), e.text].filter((a) => a !== name) }
  })
}

const withoutArticle = (text: string): string => text.replace(/^(?:the|a|an) /i, '')

/** A longer name is a statement. */
const LONGEST_NAME = 5

/**
 * "Flood lasts six hours: …", "Ebb lasts …"; "Flood: …", "Ebb: …": where all elements are made alike, what each is the
 * name of. Null where they are not, or two would have the same.
 */
function namesOf(
  elements: readonly ListElement[],
  tokens: readonly (readonly Token[])[],
): readonly string[] | null {
  const parts = elements.map(({ text }, i) => namePart(text, tokens[i] ?? []))
  const names = parts.map((part) => part?.name ?? '')
  const alike = parts.every((part) => part !== null && part.shape === parts[0]?.shape)
  const short = names.every((name) => name !== '' && name.split(' ').length <= LONGEST_NAME)
  return alike && short && new Set(names).size === names.length ? names : null
}

const IN_NAME = /^(?:NOUN|PROPN|ADJ|DET|NUM|ADP|PUNCT|INTJ)$/

/** The name that an element begins with, and what follows it: a colon, or the lemma of its verb. */
function namePart(text: string, tokens: readonly Token[]): { name: string; shape: string } | null {
  const colon = tokens.findIndex((t) => t.text === ':')
  const before = colon < 0 ? tokens : tokens.slice(0, colon)
  const isName = colon > 0 && before.every((t) => t.pos !== 'VERB' && t.pos !== 'AUX')
  if (isName) return { name: text.slice(0, before.at(-1)?.end), shape: ':' }
  const verb = before.findIndex((_, i) => i > 0 && canBeFinite(before, i))
  const words = before.slice(0, Math.max(0, verb))
  if (words.length === 0 || !words.every((t) => IN_NAME.test(t.pos) || /ing$/.test(t.lower)))
    return null
  return { name: text.slice(0, words.at(-1)?.end), shape: before[verb]?.lemma ?? '' }
}

/** "the nets and. Lines": a stop after a word that goes on is a misprint, when the next word is a common one. */
const mendStop = (text: string, body: string): string =>
  text.replace(
    /(?<= (?:and|or|of|the|in|to|by|for|with))\. (\p{Lu}\p{Ll}+)/gu,
    (whole, word: string) => {
      const lower = word.toLowerCase()
      return body.includes(` ${lower}`) ? ` ${lower}` : whole
    },
  )

/** The words of a list item, in the view of all of it. */
function tokensOf({ text, english }: Reading, item: Block): readonly Token[] {
  const view = itemView(text, item)
  const own = text.sentences.filter((sentence) => sentence.block === item.index)
  return own.flatMap(({ start }) => {
    const tree = english.trees.get(Math.max(start, item.contentStart))
    return tree === undefined ? [] : wordsIn(view, tree)
  })
}

const itemView = ({ source }: SegmentedText, { contentStart, end }: Block): View =>
  viewOf(source.body, { start: contentStart, end }, source.format === 'markdown')

function blockElement(reading: Reading, item: Block): ListElement | null {
  const { source } = reading.text
  const view = itemView(reading.text, item)
  const text = mendStop(view.text.replace(/[.;,]$/, ''), source.body)
  if (text === '') return null
  const accept = [text.replace(/^(?:the|a|an) /i, '')].filter((a) => a !== text)
  const named =
    /^((?:the )?\p{Lu}[\p{L}’ .-]{2,40}), (?:the|an?|with|on|in|at|where|which|who) /u.exec(
      text,
    )?.[1]
  if (named !== undefined) accept.push(named)
  const head = /^([^:–—.]{3,60})[:–—.] /.exec(text)?.[1]
  if (head !== undefined && view.emphases.some((e) => e.start === 0 && e.strong))
    accept.push(head.trim())
  return {
    text,
    accept,
    span: { start: item.contentStart, end: (view.places.at(-1) ?? item.contentStart) + 1 },
  }
}

/** "Ten theses", "the ten theses": the number of the items before a plural noun in what introduces them. */
function countIn(
  intro: readonly ReadSentence[],
  n: number,
): { sentence: ReadSentence; token: number } | null {
  for (const sentence of [...intro].reverse()) {
    const token = sentence.tokens.findIndex(
      (t, i) => smallNumber(t.lower) === n && isPlural(sentence.tokens, i + 1),
    )
    if (token >= 0) return { sentence, token }
  }
  return null
}

function isPlural(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 3; i++) {
    const token = tokens[i]
    if (token?.pos === 'NOUN') return /s$|men$|people$/.test(token.lower)
    if (token?.pos !== 'ADJ') return false
  }
  return false
}

function announcedQuestion(
  sentence: ReadSentence,
  token: number,
  n: number,
  intro: readonly ReadSentence[],
): { ask: Ask; from: ReadSentence[] } | null {
  const { clause, tokens } = sentence
  if (clause === null) return null
  const number = tokens[token]
  if (number === undefined) return null
  const context = contextOf(sentence, intro)
  // "The ten theses that A submitted in March defined …": what they are called is the question.
  if (token === clause.head.from + 1 && tokens[clause.head.from]?.lower === 'the') {
    const ask: Ask = {
      way: 'fronted',
      word: 'What',
      auxiliary: 'are',
      subject: inside(sentence, clause.head),
      rest: '',
    }
    return { ask, from: [] }
  }
  if (token === clause.head.from) {
    const predicate = say(sentence, { from: clause.verb.from, to: clause.rest.to })
    const word = `Which ${inside(sentence, clause.head).replace(/^\d+/, numberWord(n))}`
    const tail = context === null ? '' : `, in ${context.text}`
    return {
      ask: { way: 'subject', word, predicate: `${predicate}${tail}` },
      from: context === null ? [] : [context.from],
    }
  }
  return null
}

/** "the programme submitted to the congress by A" in another introducing sentence: what the list belongs to. */
function contextOf(
  sentence: ReadSentence,
  intro: readonly ReadSentence[],
): { text: string; from: ReadSentence } | null {
  for (const other of intro) {
    if (other === sentence) continue
    const match =
      /\b(the (?:\p{L}+ ){1,4}(?:submitted|presented|proposed|adopted|drafted|written|signed|issued|published)(?: to the [\p{L} ]+?)? by (?:the )?\p{Lu}[\p{L}.]*)[.,;:]?/u.exec(
        other.view.text,
      )
    if (match?.[1] !== undefined) return { text: match[1].replace(/[.,;:]$/, ''), from: other }
  }
  return null
}
