/** Splits a block into sentences: every character that is not white space stands in exactly one of them. */
import { isSpace, trimSpan } from '@/lib/core/text/lines'
import type { Span } from '@/lib/core/text/source'
import { pointEnds } from './abbreviations'
import {
  beginsSentence,
  isCareless,
  isMissedCapital,
  isMissedSpace,
  isSignature,
  isSmallStart,
} from './sentence-starts'

/** Closing quotes, brackets, emphasis, note numbers, the tail of a link and a smile belong to the sentence before. */
const CLOSERS =
  /(?:\]\([^()\s]{0,300}\)|[ \t]?\[\d{1,3}\]|\[\^?\w{1,4}\]|[”’"'»›)\]}*_`]|[ \t][:;]-?\)(?=\s))*/y
const QUOTE = /[”’"'»›]/
/** What may stand between the space and the first letter of a sentence. */
const OPENERS = /[“‘’"'«‹„([{*_¿¡`\s]*/y
/** "What?" Smirnov asked: the question ends, the sentence does not. */
const SPEECH =
  /(?:\p{Lu}[\p{L}.’'-]{0,30}\s+){1,3}(?:said|says|asked|asks|replied|answered|wrote|cried|exclaimed|declared|added|remarked|shouted|demanded|inquired|objected|insisted|continued|whispered|retorted)\b/uy
/** Who said it, in brackets after a quotation: it belongs to the sentence it closes. */
const ATTRIBUTION = /\s+\([^().!?]{1,80}\)\.?/y
/** Longest word that is looked at before a point. In characters. */
const WORD_REACH = 24

/** What is left of a block, from the sentence at hand. */
type Rest = Span & { readonly careless: boolean }

const isStop = (char: string): boolean =>
  char === '.' || char === '!' || char === '?' || char === '…'
/** Stops of scripts that set no space after a sentence. */
const isWideStop = (char: string): boolean =>
  char === '。' || char === '！' || char === '？' || char === '।' || char === '؟'

export function splitSentences(body: string, block: Span): Span[] {
  const sentences: Span[] = []
  const careless = isCareless(body.slice(block.start, block.end))
  let start = block.start
  let i = block.start
  while (i < block.end) {
    const label = i === start ? labelEnd(body, start, block.end) : 0
    if (label > 0) {
      push(sentences, body, start, label)
      start = label
      i = label
    }
    const char = body.charAt(i)
    if (!isStop(char) && !isWideStop(char)) {
      i++
      continue
    }
    const stop = readStop(body, i, block.end)
    const end = sentenceEnd(body, { start, end: block.end, careless }, i, stop)
    i = stop
    if (end === null) continue
    push(sentences, body, start, end)
    start = end
    i = Math.max(i, end)
  }
  push(sentences, body, start, block.end)
  return sentences
}

/** "Ulsay Otters (2011–2014) Kerr came from Brae": a heading that was set before its sentence, with its years. */
const YEARED =
  /\s*(?:(?:\p{Lu}[\p{L}’'-]*|of|the|and|in|for|de|at|on)\s){1,8}\((?:c\. ?)?(?:1\d|20)\d\d(?:\s?[–-]\s?(?:\d{2,4}|present))?\)(?=\s(?!of |[IVX]+\b)\p{Lu}\p{L})/uy
/** "(credit: Ada Kerr) The hill …": whose picture it is, before the words below it. */
const CREDIT = /\s*\((?:credit|photo|image|source|photograph)\b[^()]{0,160}\)(?=\s["“]?\p{Lu})/uy

/** The end of what stands before a sentence and is none; 0 where nothing does. */
function labelEnd(body: string, start: number, limit: number): number {
  for (const pattern of [YEARED, CREDIT]) {
    const end = matchEnd(pattern, body, start, limit)
    if (end > start && end < limit) return end
  }
  return 0
}

function push(sentences: Span[], body: string, start: number, end: number): void {
  const span = trimSpan(body, start, end)
  if (span.start < span.end) sentences.push(span)
}

/** The end of a run of stops: "?!", "...", ". . .". */
function readStop(body: string, from: number, end: number): number {
  let i = from + 1
  while (i < end) {
    if (isStop(body.charAt(i)) || isWideStop(body.charAt(i))) i++
    else if (body.startsWith(' .', i) && body[from] === '.' && i + 1 < end) i += 2
    else break
  }
  return i
}

/** Where the sentence ends that the stop may close, or null where it goes on. */
function sentenceEnd(body: string, rest: Rest, stopAt: number, stopEnd: number): number | null {
  let end = matchEnd(CLOSERS, body, stopEnd, rest.end)
  const closers = body.slice(stopEnd, end)
  const quoted = QUOTE.test(closers)
  if (quoted) end = matchEnd(ATTRIBUTION, body, end, rest.end)
  if (end >= rest.end || isLastNote(body, end, rest.end)) return rest.end
  const wide = isWideStop(body.charAt(stopEnd - 1))
  if (!wide && !isSpace(body.charCodeAt(end)))
    return isMissedSpace(body, stopAt, end, rest.careless) ? end : null
  const nextAt = matchEnd(OPENERS, body, end, rest.end)
  const run = body.slice(stopAt, stopEnd)
  if (!wide && !beginsSentence(body, quoted ? '' : run, end, nextAt)) {
    if (run === '.' && isMissedCapital(body, stopAt, nextAt)) return end
    if (run === '.' && isSignature(body, stopAt, nextAt, rest.end)) return end
    const small = isSmallStart(body, { run, at: stopAt, next: nextAt }, rest.careless)
    return small && !quoted && !closers.includes(')') ? end : null
  }
  if (run === '.' && !quoted) {
    const next = nextWord(body, nextAt)
    const { word, at } = wordBefore(body, stopAt, rest.start)
    const first = isFirst(body, rest.start, at)
    const phrase = /^\s\p{Ll}/u.test(body.slice(nextAt + next.length, nextAt + next.length + 2))
    if (!pointEnds(word, next, first, closers.includes(')'), phrase)) return null
  }
  if (quoted && run !== '.' && matchEnd(SPEECH, body, nextAt, rest.end) > nextAt) return null
  return end
}

/** Whether nothing but white space stands between. A long stretch is not walked: it is no white space. */
const isFirst = (body: string, start: number, at: number): boolean =>
  at - start < 80 && body.slice(start, at).trim() === ''

/** The number of a note that stands last in its block, as it comes out of a printed page. */
const isLastNote = (body: string, at: number, end: number): boolean =>
  end - at <= 6 && /^\s+\d{1,3}\s*$/.test(body.slice(at, end))

function matchEnd(pattern: RegExp, body: string, at: number, limit: number): number {
  pattern.lastIndex = at
  const width = pattern.exec(body)?.[0].length ?? 0
  return Math.min(at + width, limit)
}

function nextWord(body: string, at: number): string {
  return /^[\p{L}\p{N}§]+/u.exec(body.slice(at, at + WORD_REACH))?.[0] ?? ''
}

/** The word that a point follows, without the brackets and quotes it opens with, and where it begins. */
function wordBefore(body: string, point: number, start: number): { word: string; at: number } {
  let at = point
  const limit = Math.max(start, point - WORD_REACH)
  while (at > limit && !isSpace(body.charCodeAt(at - 1))) at--
  // Of "Lt.-Col" the last rank counts.
  const word = body.slice(at, point).replace(/^(?:[“‘"'«([{*_—–]+|.*\.-(?=\p{L}{2}))/u, '')
  return { word, at }
}
