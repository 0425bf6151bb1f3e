/**
 * Tokens as the treebanks EWT and GUM have them, for that is what the parser learned from: "do|n’t", "it|’s",
 * "well|-|known", "re-elected", "40|%", "$|5", "U.S." whole, but the point that ends a sentence by itself.
 */
import type { Span } from '@/lib/core/text/source'
import { carriesPoint } from '../../passages/abbreviations'
import { readAddress } from './addresses'
import { cliticCuts, ELISION } from './clitics'
import { keepsHyphen, readBrokenOff } from './hyphens'
import { brokenWord } from './line-ends'
import { readNumber } from './numbers'
import { readSigns } from './signs'

export interface Word extends Span {
  /** As it stands in the text; a word broken at the end of a line holds its hyphen and the white space. */
  readonly text: string
  /** As it is read: a word broken at the end of a line is whole. */
  readonly form: string
}

const SPACES = /\s+/y
const WORD =
  /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}\p{Cf}]*(?:_+[\p{L}\p{N}\p{M}\p{Cf}]+|['’`´＇]\p{L}[\p{L}\p{M}]*)*/uy
/** "U.S.", "e.g.", "Ph.D", "V.I.": letters with points between. */
const POINTED =
  /(?<![\p{L}\p{N}])(?:\p{L}(?:\.\p{L}){1,6}|Ph\.D|[BM]\.Sc|D\.Phil|Ed\.D|Litt\.D)(?![\p{L}\p{N}])\.?/uy
/** AT&T, R&D. */
const FIRM = /\p{Lu}{1,4}&\p{Lu}{1,4}(?![\p{L}\p{N}])/uy
/** One character, with whatever is set upon it. */
const CHARACTER = /\P{Cn}[\p{M}\u200d]*/uy
const CLOSERS_ONLY = /[\s"'”’»›)\]}*_`]*$/y

/** The words of one sentence, in order: together they hold every character of it that is not white space. */
export function tokenize(body: string, sentence: Span): Word[] {
  const text = body.slice(sentence.start, sentence.end)
  const words: Word[] = []
  let at = 0
  while (at < text.length) {
    const spaces = widthOf(SPACES, text, at)
    if (spaces > 0) {
      at += spaces
      continue
    }
    for (const end of readAt(text, at)) {
      words.push(wordOf(text, sentence.start, at, end))
      at = end
    }
  }
  return words
}

function wordOf(text: string, offset: number, start: number, end: number): Word {
  const own = text.slice(start, end)
  const form = /\s/.test(own) ? own.replace(/[-‐]\s+/gu, '') : own
  return { start: offset + start, end: offset + end, text: own, form }
}

/** The ends of the tokens that begin with the one at `at`. */
function readAt(text: string, at: number): readonly number[] {
  const whole =
    readAddress(text, at) || readSigns(text, at) || widthOf(FIRM, text, at) || readNumber(text, at)
  const brokenOff = whole === 0 ? readBrokenOff(text, at) : 0
  if (brokenOff > 0) return [at + brokenOff]
  if (whole > 0) return [at + whole]
  const elision = widthOf(ELISION, text, at)
  if (elision > 0) return cliticCuts(text.slice(at, at + elision)).map((cut) => at + cut)
  const pointed = widthOf(POINTED, text, at)
  if (pointed > 0) return [withoutLastPoint(text, at, at + pointed)]
  const end = endOfWord(text, at)
  if (end === at) return [at + Math.max(1, widthOf(CHARACTER, text, at))]
  if (carries(text, at, end)) return [end + 1]
  const broken = /\s/.test(text.slice(at, end))
  return broken ? [end] : cliticCuts(text.slice(at, end)).map((cut) => at + cut)
}

/** A word with what belongs to it over its hyphens: prefixes, and the rest on the next line. */
function endOfWord(text: string, at: number): number {
  let end = at + widthOf(WORD, text, at)
  if (end === at) return at
  for (;;) {
    const word = text.slice(at, end)
    const gap = keepsHyphen(word, text, end) || brokenWord(word, text, end)
    const more = gap > 0 ? widthOf(WORD, text, end + gap) : 0
    if (more === 0) return end
    end += gap + more
  }
}

/** Whether the point after the word is a part of it. The point that ends the sentence is a token. */
function carries(text: string, at: number, end: number): boolean {
  if (text[end] !== '.' || text[end + 1] === '.' || isLastPoint(text, end)) return false
  const next = /^\s*(\S{0,12})/.exec(text.slice(end + 1, end + 40))?.[1] ?? ''
  return carriesPoint(text.slice(at, end), next)
}

const withoutLastPoint = (text: string, at: number, end: number): number =>
  text[end - 1] === '.' && isLastPoint(text, end - 1) && end - at > 2 ? end - 1 : end

function isLastPoint(text: string, at: number): boolean {
  // What closes a sentence is short; a long tail is not looked through again for every point.
  if (text.length - at > 40) return false
  CLOSERS_ONLY.lastIndex = at + 1
  return CLOSERS_ONLY.test(text)
}

/** How many characters the sticky pattern takes at `at`. */
export function widthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}
