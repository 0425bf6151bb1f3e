/** Groups of tokens that a reader takes as one: a coarser view of a sentence for those who ask, laid over its tokens. */
import { isStarter } from '../../passages/abbreviations'
import type { Word } from './tokenize'

export type HeldKind =
  | 'abbreviation'
  | 'clock'
  | 'compound'
  | 'date'
  | 'money'
  | 'name'
  | 'note'
  | 'number'
  | 'ordinal'
  | 'reference'
  | 'share'

export interface Held {
  readonly kind: HeldKind
  /** Offsets into the text. */
  readonly start: number
  readonly end: number
  /** The tokens it holds, as half-open positions in the list. */
  readonly from: number
  readonly to: number
}

const DAY = '(?:[12]?\\d|3[01])(?:st|nd|rd|th)?'
const YEAR = '[12]\\d{3}'
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) ?\\.?)'
const UNITS =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const SCALE = '(?:hundred|thousand|million|billion|trillion)'
const FIGURE = '\\d[\\d.,]*'
const SPELT = `(?:${UNITS}|${TENS}|${SCALE})`
const NUMBER = `(?:${FIGURE}|${SPELT})(?:(?: and| -)? ${SPELT})*`
const CURRENCY =
  '(?:roubles?|rubles?|dollars?|pounds?|shillings?|pence|francs?|marks?|crowns?|dinars?|euros?|guilders?|florins?|lire|lira|pesos?|yen|cents?|kopecks?|guineas?)'
const TITLE =
  '(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Maj|Rev|Hon|Sen|Rep|Gov|St|Ste|Mme|Mlle|Lady|Lord|Sir|Captain|General|President|King|Queen|Saint) ?\\.?'
const INITIAL = '\\p{Lu}(?:\\.\\p{Lu})*\\.'
const NAMED = '\\p{Lu}\\p{L}*(?:’\\p{L}+)?'
const HYPHENATED = `${NAMED}(?: - ${NAMED})*`

/** Read over the tokens with a space between each two; of those that begin at one token the longest holds. */
const GROUPS: readonly (readonly [HeldKind, string])[] = [
  ['date', `${DAY} (?:of )?${MONTH}(?: ,? ?${YEAR})?`],
  ['date', `${MONTH} ${DAY}(?: - ${DAY}| – ${DAY})?(?: , ${YEAR})?(?! ?[\\d:])`],
  ['date', `${MONTH} (?:of )?${YEAR}`],
  ['date', `${YEAR} [-–/] (?:${YEAR}|\\d\\d?)(?! ?\\d)`],
  ['clock', `(?:\\d{1,2}:\\d\\d|\\d{1,2}(?:\\.\\d\\d)?) (?:a\\.m|p\\.m|am|pm|AM|PM)\\.?`],
  ['money', `[$£€] ${FIGURE}(?: (?:${SCALE}|m|bn|k))?`],
  ['money', `${NUMBER} ${CURRENCY}`],
  ['money', `\\d+s\\. \\d+d\\.?`],
  ['share', `${NUMBER} (?:%|per cent|percent|per ?cent\\.)`],
  ['number', `${FIGURE} ${SCALE}|${SPELT}(?:(?: and| -)? ${SPELT})+`],
  [
    'ordinal',
    `\\d[\\d,]*(?:st|nd|rd|th)|(?:${TENS}) - (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)`,
  ],
  [
    'reference',
    `(?:No|Nos|Vol|Vols|Fig|Figs|Ch|Chap|Art|Sec|pp|p|no|vol|fig|c|ca)\\. (?:\\d[\\d.,]*|[IVXLC]+)(?: [-–] \\d+)?`,
  ],
  [
    'name',
    `(?:${TITLE} |${NAMED} )?(?:${INITIAL} )+(?:(?:van|von|de|der|den|du|la|le) )*${HYPHENATED}`,
  ],
  ['name', `${TITLE} (?:${INITIAL} )*${HYPHENATED}`],
  ['note', '\\[ \\d{1,3} \\]'],
  ['abbreviation', '\\p{L}{1,5}\\.|(?:\\p{L}{1,2}\\.)+\\p{L}{0,2}\\.?'],
]

const PATTERNS = GROUPS.map(
  ([kind, source]) => [kind, new RegExp(`(?:${source})(?![^ ])`, 'uy')] as const,
)
/** More tokens than this are no group; so the time grows with the length of the sentence alone. */
const REACH = 14

/** In order and apart. `words` are those of one stretch of text, in order. */
export function heldGroups(words: readonly Word[]): Held[] {
  const groups: Held[] = []
  let from = 0
  while (from < words.length) {
    const found = longer(groupAt(words, from), compoundAt(words, from))
    if (found) groups.push(found)
    from = found ? found.to : from + 1
  }
  return groups
}

const longer = (a: Held | null, b: Held | null): Held | null => (a && (!b || a.to >= b.to) ? a : b)

function groupAt(words: readonly Word[], from: number): Held | null {
  const window = words.slice(from, from + REACH)
  const line = window.map(({ form }) => form).join(' ')
  let best: { kind: HeldKind; width: number } | null = null
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = 0
    const width = pattern.exec(line)?.[0].length ?? 0
    if (width > (best?.width ?? 0)) best = { kind, width }
  }
  if (!best || (best.kind === 'name' && isNoName(words, from, line.slice(0, best.width))))
    return null
  let to = from
  for (let at = 0; at < best.width; to++) at += (words[to]?.form.length ?? 0) + 1
  return held(best.kind, words, from, to)
}

/** "31 °C. Rain", "World War I. Its": where a sentence ended, the words that follow are no name. */
const isNoName = (words: readonly Word[], from: number, name: string): boolean =>
  words[from - 1]?.form === '°' || isStarter(name.slice(name.lastIndexOf(' ') + 1))

/** "well|-|known", "slow|-|witted": words that hyphens join without a space, unless they are figures alone. */
function compoundAt(words: readonly Word[], from: number): Held | null {
  let to = from + 1
  while (isJoint(words, to)) to += 2
  const figures = words.slice(from, to).every(({ form }) => /^[\d.,\-–‐‑]+$/.test(form))
  return to - from > 1 && !figures ? held('compound', words, from, to) : null
}

function isJoint(words: readonly Word[], at: number): boolean {
  const [before, hyphen, after] = [words[at - 1], words[at], words[at + 1]]
  if (!before || !hyphen || !after || !/^[-‐‑]$/.test(hyphen.form)) return false
  const whole = before.end === hyphen.start && hyphen.end === after.start
  return whole && /[\p{L}\p{N}.]$/u.test(before.form) && /^[\p{L}\p{N}]/u.test(after.form)
}

function held(kind: HeldKind, words: readonly Word[], from: number, to: number): Held {
  const start = words[from]?.start ?? 0
  return { kind, start, end: words[to - 1]?.end ?? start, from, to }
}
