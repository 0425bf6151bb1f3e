/** The words of an answer as they are compared: without case, accents, punctuation; numbers as numbers. */
import { romanValue } from '@/lib/core/passages/list-markers'
import { readNumber, readOrdinal } from '@/lib/core/text/values/numbers'
import { eat } from '@/lib/core/text/values/value'

export type Word = {
  readonly text: string
  /** Holds a digit or is a sign: no spelling is forgiven. */
  readonly exact: boolean
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}

/** Case, accents and joined letters away; every apostrophe and dash the same. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþıς]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐‑–—−]/g, '-')
    .replace(/⁄/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
}

/** "A.T.P." is ATP, "S-Rs" is SRs: letters with points between, and one letter with a dash after it, are one word. */
const WORD = /\p{L}(?:\.\p{L})+(?!\p{L})|(?:\p{L}-(?=\p{L}))?[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/uy
/** Signs that change what is said: C++ is not C. */
const SIGN = /[+#=<>^*±×÷√∞°$£€§@]/y
const SIGNED = /-(?=\d)/y
const PERCENT = /%|per ?-?cent(?![\p{L}\p{N}])|percent(?![\p{L}\p{N}])/uy

export function wordsOf(text: string): Word[] {
  const folded = fold(text)
  const words: Word[] = []
  let at = 0
  while (at < folded.length) {
    const found = wordAt(folded, at)
    if (found) words.push(found.word)
    at = found?.end ?? at + 1
  }
  return words.map((word, i) => withRoman(word, i, words.length))
}

function wordAt(folded: string, at: number): { word: Word; end: number } | null {
  const percent = eat(PERCENT, folded, at)
  if (percent) return { word: { text: 'percent', exact: false }, end: at + percent[0].length }
  if (folded[at] === '&') return { word: { text: 'and', exact: false }, end: at + 1 }
  const sign = eat(SIGN, folded, at)
  if (sign) return { word: { text: sign[0], exact: true }, end: at + 1 }
  const opens = at === 0 || /[\s(]/.test(folded.charAt(at - 1))
  if (!/[\p{L}\p{N}]/u.test(folded.charAt(at)) && !(opens && eat(SIGNED, folded, at))) return null
  const number = numberAt(folded, at)
  if (number) return number
  const word = eat(WORD, folded, at)?.[0]
  if (word === undefined) return null
  const plain = word.replace(/['.-]/g, '')
  return {
    word: { text: oneSpelling(plain), exact: /\p{N}/u.test(plain) },
    end: at + word.length,
  }
}

function numberAt(folded: string, at: number): { word: Word; end: number } | null {
  const ordinal = readOrdinal(folded, at)
  if (ordinal) return { word: { text: `#${ordinal.value}.`, exact: true }, end: ordinal.end }
  const number = readNumber(folded, at)
  if (!number || number.glued || /[\p{L}\p{N}']/u.test(folded.charAt(number.end))) return null
  return { word: { text: `#${number.value}`, exact: true }, end: number.end }
}

/** World War II, George V: a numeral of two letters and more, or a single one that ends a name. */
function withRoman(word: Word, i: number, count: number): Word {
  const single = word.text.length === 1 && i > 0 && i === count - 1
  if (!/^[ivx]+$/.test(word.text) || !(single || word.text.length > 1)) return word
  const value = romanValue(word.text)
  return value === null ? word : { text: `#${value}`, exact: true }
}

/** British and American ways to write one word. */
function oneSpelling(word: string): string {
  if (word.length < 5) return word
  return word
    .replace(/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1')
    .replace(/ys(e|ed|es|ing)$/, 'yz$1')
    .replace(/(?<=\p{L}{3})our(?=$|s$|ed$|ing$|able$|ite$)/u, 'or')
    .replace(/(?<=[tb])re(?=s?$)/, 'er')
    .replace(/(?<=\p{L})(?:ae|oe)/gu, 'e')
    .replace(/ogue$/, 'og')
    .replace(/ll(?=(?:ed|ing|er|ers)$)/, 'l')
}

const ARTICLES = new Set(['a', 'an', 'the'])
/** An article stands before a word: the last word of "vitamin A" is none. */
export const withoutArticles = (words: readonly Word[]): readonly Word[] =>
  words.filter((word, i) => i === words.length - 1 || !ARTICLES.has(word.text))

/** Words that carry nothing in a long answer. Never one that denies, limits or compares. */
const SLIGHT = new Set(
  'a an the of in on at for and its their his her our all that which is are was were be'.split(' '),
)
const LONG = 4

/** The words that carry a long answer; null where the answer is too short to leave any out. */
export function carryingWords(words: readonly Word[]): readonly Word[] | null {
  const rest = words.filter((word) => !SLIGHT.has(word.text))
  return rest.length >= LONG ? rest : null
}

const LEADS: readonly (readonly [lead: readonly string[], sense: string])[] = [
  ...[
    'it was',
    'it is',
    'its',
    'this was',
    'this is',
    'that was',
    'they were',
    'they are',
    'he was',
    'she was',
    'there was',
    'there were',
    'i think',
    'because',
    'city of',
    'town of',
  ].map((lead) => [lead.split(' '), ''] as const),
  ...['in', 'at', 'on'].map((lead) => [[lead], 'in'] as const),
  ...['to', 'into'].map((lead) => [[lead], 'to'] as const),
  ...['from', 'by', 'of', 'for'].map((lead) => [[lead], lead] as const),
]

export type Led = {
  /** What the words that lead in say: 'in', 'to', 'from' …; '' for mere politeness. */
  readonly sense: string
  readonly words: readonly Word[]
}

/** The words after polite or prepositional words that lead in: "it was in Hull" is Hull. */
export function withoutLead(words: readonly Word[]): Led {
  let rest = words
  let sense = ''
  for (let more = true; more; ) {
    more = false
    for (const [lead, said] of LEADS) {
      if (lead.length >= rest.length || !lead.every((text, i) => rest[i]?.text === text)) continue
      if (said !== '' && sense !== '') continue
      sense ||= said
      rest = rest.slice(lead.length)
      more = true
    }
  }
  return { sense, words: rest }
}
