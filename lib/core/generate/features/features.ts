/**
 * What tells a good item from a bad one, as numbers with names: what its construction was sure of, what it asks for, how
 * its question reads, where it stands, what else could be meant, and how the sentence was parsed.
 */
import type { Features } from '@/lib/core/language/spans/features'
import { logOdds } from '@/lib/core/language/spans/features'
import { sourceSpan } from '@/lib/core/language/view'
import { HEDGES, isFunctionWord } from '@/lib/core/language/words'
import { isConnective } from '../constructions/parts'
import type { Fact } from '../fact'
import { openSigns } from '../open-definites'
import { wordsOf } from '../pointers'
import type { ReadSentence } from '../read-sentence'
import { contextSigns } from './context-signs'
import { importanceOf } from './importance'
import { rarityFeatures } from './rarity'
import { nameOf, stemOf, type TextCounts } from './text-counts'
import { treeSigns } from './tree-signs'

export type Judging = {
  readonly fact: Fact
  readonly question: string
  /** What the construction and the filter together think of it, 0 … 1. */
  readonly said: number
}

/** By name; what is 0 is left out. Rounded, so that they can be kept. */
export function featuresOf({ fact, question, said }: Judging, counts: TextCounts): Features {
  const { sentence } = fact
  const clause = fact.clause ?? { start: 0, end: sentence.view.text.length }
  const all = {
    said: logOdds(said),
    [`construction ${fact.construction}`]: 1,
    [`kind ${fact.kind}`]: 1,
    [`way ${fact.ask.way}`]: 1,
    ...signsOf(fact),
    ...answerFeatures(fact, counts),
    ...questionFeatures(fact, question),
    ...placeFeatures(sentence, counts),
    ...importanceOf(fact, counts),
    ...rivalFeatures(fact, counts),
    ...openSigns(fact, question),
    ...rarityFeatures(fact, question, counts),
    ...contextSigns(fact, question, counts),
    ...treeSigns(sentence.trees.syntax, sourceSpan(sentence.view, clause)),
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => {
      const rounded = Math.round(value * 1000) / 1000
      return Number.isFinite(rounded) && rounded !== 0 ? [[name, rounded] as const] : []
    }),
  )
}

const signsOf = ({ signs }: Fact): Features =>
  Object.fromEntries(Object.entries(signs).map(([name, value]) => [`sign ${name}`, value]))

function answerFeatures({ answer, elements, alsoFrom }: Fact, counts: TextCounts): Features {
  const words = wordsOf(answer.text)
  const common = words.map((w) => counts.words.get(w.toLowerCase()) ?? 0)
  return {
    [`answer ${answer.type}`]: 1,
    'answer words': Math.log(1 + words.length),
    'answer long': words.length > 8 ? 1 : 0,
    'answer function words': shareOf(words, (w) => isFunctionWord(w.toLowerCase())),
    'answer named': /\p{Lu}/u.test(answer.text) ? 1 : 0,
    'answer often': Math.log(1 + Math.max(0, ...common)),
    'answer one of two': /\b(?:and|or)\b/.test(answer.text) ? 1 : 0,
    'answer pronoun': words.some((w) => PRONOUN.test(w)) ? 1 : 0,
    elements: Math.log(1 + elements.length),
    'leans on others': alsoFrom.length > 0 ? 1 : 0,
  }
}

const PRONOUN =
  /^(?:he|she|it|they|him|her|them|his|its|their|this|that|these|those|such|which|we|our|you|your)$/i

function questionFeatures({ sentence, attributedTo }: Fact, question: string): Features {
  const words = wordsOf(question)
  const lower = words.map((w) => w.toLowerCase())
  const count = (is: (w: string) => boolean) => lower.filter(is).length
  const names = sentence.typed.filter((m) => stands(question, nameOf(m) ?? m.text, m.text))
  return {
    'question words': Math.log(1 + words.length),
    'question short': words.length < 7 ? 1 : 0,
    'question long': words.length > 26 ? 1 : 0,
    'question function words': shareOf(lower, isFunctionWord),
    'question pronouns': count((w) => PRONOUN.test(w)),
    'question opens with pronoun': PRONOUN.test(lower[1] ?? '') ? 1 : 0,
    'question definites': Math.min(4, question.match(/\bthe \p{Ll}+/gu)?.length ?? 0),
    'question bare definite': /^(?:\p{L}+ ){0,3}the \p{Ll}+ (?!of\b)\p{L}+/u.test(question) ? 1 : 0,
    'question anchors': Math.min(4, names.length),
    'question no anchor': names.length === 0 && !/\p{Lu}/u.test(question.slice(1)) ? 1 : 0,
    'question capitals': Math.min(5, question.slice(1).match(/\b\p{Lu}/gu)?.length ?? 0),
    'question quotation': /[“"]/.test(question) ? 1 : 0,
    'question commas': Math.min(4, question.split(',').length - 1),
    'question dash': /[;:—–]/.test(question) ? 1 : 0,
    'question relatives': count((w) => /^(?:which|who|whom|whose|that)$/.test(w)),
    'question hedge': count((w) => HEDGES.has(w) || /^(?:some|many|often|most|sometimes)$/.test(w)),
    'question negation': count((w) => /^(?:not|no|never|nor|neither|without)$|n['’]t$/.test(w)),
    'question comparison': count((w) => /^(?:more|less|than|most|least|other|another)$/.test(w)),
    'question modal': count((w) => /^(?:could|may|might|must|should|would|can)$/.test(w)),
    'question ends with preposition': /\b(?:of|in|to|for|with|by|on|at|from|as)\?$/.test(question)
      ? 1
      : 0,
    'question with adverb': count((w) =>
      /^(?:also|still|even|thus|then|yet|however|just)$/.test(w),
    ),
    'according to': attributedTo === null && !/^According to/.test(question) ? 0 : 1,
  }
}

const stands = (question: string, ...names: readonly string[]): boolean =>
  names.some((name) => question.includes(name))

function placeFeatures(
  { view, index, previous, quotes }: ReadSentence,
  counts: TextCounts,
): Features {
  const words = wordsOf(view.text)
  const lead = /^([\p{L}' ]{2,24}), /u.exec(view.text)?.[1]
  const opens = counts.opens(index)
  return {
    'sentence words': Math.log(1 + words.length),
    'sentence long': words.length > 32 ? 1 : 0,
    'sentence quoted': quotes.length > 0 ? 1 : 0,
    'sentence joins on': lead !== undefined && isConnective(lead) ? 1 : 0,
    'sentence points back': /^(?:This|That|These|Those|Such|It|He|She|They|But|And|So|Yet)\b/.test(
      view.text,
    )
      ? 1
      : 0,
    'sentence opens paragraph': opens.paragraph || previous === null ? 1 : 0,
    'sentence opens section': opens.section ? 1 : 0,
    place: index / counts.sentences,
  }
}

/** What else the question could mean: names of the same type beside the answer, the same verb said of others. */
function rivalFeatures({ answer, sentence, clause }: Fact, counts: TextCounts): Features {
  const { span } = answer
  const rivals = sentence.mentions.filter(
    (m) => m.type === answer.type && (span === null || m.end <= span.start || m.start >= span.end),
  )
  const verbs = sentence.tokens.filter(
    (t) =>
      t.pos === 'VERB' && (clause === null || (t.start >= clause.start && t.end <= clause.end)),
  )
  const rare = Math.min(20, ...verbs.map((t) => counts.verbs.get(t.lemma) ?? 0))
  return {
    rivals: Math.min(4, rivals.length),
    'rival none': rivals.length === 0 ? 1 : 0,
    'verb often': Math.log(1 + rare),
    verbs: Math.min(5, verbs.length),
    'answer comes first': span !== null && span.start < 4 ? 1 : 0,
    'answer place': span === null ? 0.5 : span.start / Math.max(1, sentence.view.text.length),
    'answer stem in heading': wordsOf(answer.text).some((w) =>
      counts.headings(sentence.section).has(stemOf(w)),
    )
      ? 1
      : 0,
  }
}

const shareOf = (words: readonly string[], is: (word: string) => boolean): number =>
  words.length === 0 ? 0 : words.filter(is).length / words.length
