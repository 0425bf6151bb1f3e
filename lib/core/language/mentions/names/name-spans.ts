/** Finds the stretches of capitals that are names; what each names is decided over the whole document. */
import type { Reading, Sentence, Token } from '@/lib/core/language/tree'
import { isGivenName, isPeople, isPlace } from '../lists/gazetteer'
import { BODY_HEADS, TITLES } from '../lists/word-lists'
import { italicAt } from './italics'
import { goOn, isAl, isCapital, isHeadWord, isNamed, isRevolution, lower } from './name-run'
import { titleEnd } from './running-titles'

/** A name as it stands in a sentence, before anyone knows what it names. */
export interface NameSpan {
  readonly start: number
  readonly end: number
  /** Its words, titles left out: "Wilson" of "President Wilson". */
  readonly name: string
  readonly title: string
  readonly afterThe: boolean
  /** "the Communist": one of a people by the lists, alone after its article, and so perhaps a title. */
  readonly alone: boolean
  readonly sentence: Sentence
  /** Indices of its first and last token. */
  readonly first: number
  readonly last: number
  readonly inHeading: boolean
  /** Set in italics, as titles of works are. */
  readonly italic: boolean
  /** Written as titles of books are: "his Theory of the Earth". */
  readonly isTitle: boolean
}

/** Which words have a capital wherever they stand inside sentences, and which stand somewhere in lower case. */
interface Capitals {
  readonly always: ReadonlySet<string>
  readonly lower: ReadonlySet<string>
}

export function findNameSpans(reading: Reading): NameSpan[] {
  const capitals = capitalsOf(reading)
  const spans: NameSpan[] = []
  for (const block of reading.blocks) {
    for (const sentence of block.sentences) {
      const inHeading = block.kind === 'heading'
      spans.push(...spansOf(reading.text, sentence, capitals, inHeading))
    }
  }
  return inOneCase(spans)
}

/** "BRACHT" over a text about Bracht: capitals for their own sake, and no other name. */
function inOneCase(spans: readonly NameSpan[]): NameSpan[] {
  const isLoud = (name: string): boolean => /\p{Lu}{4}/u.test(name) && !/\p{Ll}/u.test(name)
  const plain = new Map(
    spans.filter(({ name }) => !isLoud(name)).map(({ name }) => [name.toUpperCase(), name]),
  )
  return spans.map((span) =>
    isLoud(span.name) ? { ...span, name: plain.get(span.name) ?? span.name } : span,
  )
}

function capitalsOf(reading: Reading): Capitals {
  const capital = new Set<string>()
  const small = new Set<string>()
  for (const block of reading.blocks) {
    if (block.kind === 'heading') continue
    for (const { tokens } of block.sentences) {
      tokens.forEach((token, at) => {
        if (!/^\p{L}/u.test(token.text)) return
        if (!isCapital(token)) small.add(lower(token))
        else if (at > 0 && /^[\p{L}\p{N},]/u.test(tokens[at - 1]?.text ?? ''))
          capital.add(lower(token))
      })
    }
  }
  return { always: new Set([...capital].filter((word) => !small.has(word))), lower: small }
}

function spansOf(
  text: string,
  sentence: Sentence,
  capitals: Capitals,
  inHeading: boolean,
): NameSpan[] {
  const { tokens } = sentence
  const spans: NameSpan[] = []
  for (let at = 0; at < tokens.length; ) {
    // A heading has capitals as a title has.
    const title = inHeading ? null : titleEnd(tokens, at)
    if (title === null && !startsName(tokens, at, capitals)) {
      at++
      continue
    }
    let last = title ?? (isAl(tokens, at) ? at + 2 : at)
    if (title === null)
      for (let next = goOn(tokens, at, last); next > last; next = goOn(tokens, at, last))
        last = next
    const runs: readonly Run[] = title === null ? splitRun(tokens, at, last) : [[at, last]]
    for (const run of runs)
      spans.push({ ...spanOf(text, sentence, run, title !== null), inHeading })
    at = last + 1
  }
  return spans.filter((span) => span.name !== '')
}

type Run = readonly [first: number, last: number]

/** "the Dane Ulf Thorsen": who comes from there, and no adjective ("the Federal Court System"). */
const isOneOf = (tokens: readonly Token[], at: number): boolean =>
  lower(tokens[at - 1]) === 'the' &&
  tokens[at]?.xpos === 'NNP' &&
  !/(?:al|ic|ish|ese|ch)$/.test(tokens[at]?.text ?? '')

/** "German General Groener", "Republican Donald Trump": the people stands before the name, and not in it. */
function splitRun(tokens: readonly Token[], first: number, last: number): Run[] {
  const next = tokens[first + 1]
  const isSplit =
    last > first + 1 &&
    isPeople(tokens[first]?.text ?? '') &&
    (TITLES.has(lower(next)) ||
      isGivenName(next?.text ?? '') ||
      (last === first + 2 && isOneOf(tokens, first))) &&
    isCapital(tokens[first + 2]) &&
    !isHeadWord(lower(tokens[last]))
  return isSplit
    ? [
        [first, first],
        [first + 1, last],
      ]
    : [[first, last]]
}

export function spanOf(
  text: string,
  sentence: Sentence,
  [first, last]: Run,
  isTitle: boolean,
): Omit<NameSpan, 'inHeading'> {
  const { tokens } = sentence
  const named = isTitle ? first : afterTitles(tokens, first, last)
  const article = hasOwnArticle(tokens, first) ? tokens[first - 1] : undefined
  const start = article?.start ?? tokens[first]?.start ?? sentence.start
  const end = tokens[last]?.end ?? start
  const nameStart = named > first ? (tokens[named]?.start ?? start) : start
  return {
    start,
    end,
    name: text
      .slice(nameStart, end)
      .replace(/\s+/g, ' ')
      .replace(/(?<= [IVX]+)\.$/, ''),
    title: text.slice(start, nameStart).trim(),
    afterThe: lower(tokens[first - 1]) === 'the',
    alone: first === last && standsAlone(tokens, first),
    sentence,
    first,
    last,
    italic: italicAt(text, start, end),
    isTitle,
  }
}

/** "a letter to The Times": a capital on its article within a sentence makes it a part of the name. */
const hasOwnArticle = (tokens: readonly Token[], first: number): boolean =>
  tokens[first - 1]?.text === 'The' && !opens(tokens, first - 1)

/** Offices that other words with a capital go before: "Home Secretary Lind", "U.S. President Holm". */
const OFFICES =
  /^(?:president|minister|secretary|senator|governor|general|chancellor|professor|commissioner|ambassador|councillor|councilor)$/

/** Where the name begins: behind "President", "Lt.-Col.", "Home Secretary". */
function afterTitles(tokens: readonly Token[], first: number, last: number): number {
  const isTitle = (at: number): boolean =>
    at < last && TITLES.has(lower(tokens[at])) && isTitleHere(tokens, at, last)
  let named = first
  if (!isGivenName(tokens[first]?.text ?? '')) {
    for (let at = first + 1; at < last; at++)
      if (OFFICES.test(lower(tokens[at])) && isTitle(at)) named = at + 1
  }
  while (isTitle(named))
    named += /^[-‐‑]$/.test(tokens[named + 1]?.text ?? '') && isTitle(named + 2) ? 2 : 1
  return named
}

/** A singular people's name after "the" that describes no noun. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  const isSingular = token !== undefined && !/(?:s|ese|sh|ch|men)$/.test(token.text)
  const isArticle = /^(?:the|your|our)$/.test(lower(tokens[at - 1]))
  const describes =
    /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next?.upos ?? '') || /^(?:[-–(]|and|or)$/.test(next?.text ?? '')
  return isSingular && isArticle && isPeople(token.text) && !describes
}

/** "Duke of Wellington" and "General Assembly" are whole names; "King George" is a title and a name. */
function isTitleHere(tokens: readonly Token[], at: number, last: number): boolean {
  const rest = tokens.slice(at + 1, last + 1).map(lower)
  if (rest[0] === 'of' || rest[0] === 'for') return false
  const head = rest.at(-1) ?? ''
  // "Major League Football": no major.
  if (rest.length > 1 && BODY_HEADS.has(rest[0] ?? '')) return false
  // "Dr. Helen Hill" is a person, whatever her surname.
  if (/^(?:mr|mrs|ms|dr|prof)\.?$/.test(lower(tokens[at]))) return true
  return !isHeadWord(head) && !/^st\.?$|^saint$/.test(lower(tokens[at]))
}

function startsName(tokens: readonly Token[], at: number, capitals: Capitals): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  const next = tokens[at + 1]
  if (/^\d+(?:st|nd|rd|th)$/.test(token.text))
    return isNamed(next) && BODY_HEADS.has(lower(tokens[runEnd(tokens, at + 1)]))
  if (isMonthName(tokens, at)) return true
  if (isParticle(tokens, at) || isAl(tokens, at)) return true
  if (!isCapital(token)) return false
  if (isRevolution(tokens, at)) return true
  // "All-Russian", "First Amendment", "Two Rivers": half a name is no function word.
  if (next?.text === '-' && next.start === token.end && isCapital(tokens[at + 2])) return true
  if (
    /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|seven|thirty|hundred|six|five|three|two|old|new|great|soviet)$/.test(
      lower(token),
    ) &&
    isNamed(next)
  )
    return !opens(tokens, at)
  if (!isNamed(token) || /^(?:old|young)$/.test(lower(token))) return false
  return opens(tokens, at) ? opensAsName(tokens, at, capitals) : true
}

/** "August Dierig", "April Ruiz": a given name, unless the words around it tell a time. */
function isMonthName(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  const last = tokens[runEnd(tokens, at + 1)]
  return (
    /^(?:April|May|June|August)$/.test(tokens[at]?.text ?? '') &&
    isNamed(next) &&
    next?.upos === 'PROPN' &&
    !isHeadWord(lower(last)) &&
    !/^(?:days?|manifesto|decrees?|theses|laws?)$/.test(lower(last)) &&
    !/^(?:in|since|until|till|from|of|to|last|next|this|by|early|late|mid|during|before|after|each|every|the|-)$|\d/.test(
      lower(tokens[at - 1]),
    )
  )
}

/** "von Merckel": the particle that opens a surname, where no given name goes before it. */
const isParticle = (tokens: readonly Token[], at: number): boolean =>
  /^(?:von|van|ibn)$/.test(tokens[at]?.text ?? '') && isNamed(tokens[at + 1])

/** Nothing stands before it but marks; a quotation within a sentence opens none ("the “Social Democrats”"). */
function opens(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined) return true
  if (/^\d+\.?$/.test(before.text)) return at < 3
  if (!/^[“"‘'(:.!?…*_#—–-]+$/.test(before.text)) return false
  const isQuote = /^[“"‘'(*_]+$/.test(before.text)
  return !isQuote || !/^[\p{L}\p{N}]/u.test(tokens[at - 2]?.text ?? '')
}

/** A word that opens a sentence has its capital anyway. */
function opensAsName(tokens: readonly Token[], at: number, capitals: Capitals): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  const word = lower(token)
  if (token === undefined) return false
  if (capitals.always.has(word) || /^(?:\p{Lu}\.)+$|^\p{Lu}{2,}s?$/u.test(token.text)) return true
  const isTitle = TITLES.has(word) && (isNamed(next) || isParticle(tokens, at + 1))
  if (isTitle) return true
  const isListed = isPlace(token.text) || isGivenName(token.text) || isPeople(token.text)
  if (isNamed(next) && isHeadWord(lower(tokens[runEnd(tokens, at)]))) return true
  if (isListed && (isNamed(next) || /^[IVX]+$/.test(next?.text ?? ''))) return true
  if (capitals.lower.has(word)) return isListed && token.upos === 'PROPN'
  if (isListed && (token.upos === 'PROPN' || token.upos === 'ADJ' || isPeople(token.text)))
    return true
  return token.upos === 'PROPN' && token.uposProbability > 0.5
}

function runEnd(tokens: readonly Token[], at: number): number {
  let last = at
  while (isNamed(tokens[last + 1])) last++
  return last
}
