/** A reading made by hand for tests: "Lenin wrote/VBD it/PRP." with Penn tags where the look of a word does not tell. */

import { tokenize } from '@/lib/core/language/tokens/tokenize'
import type { Block, Reading, Token, Upos } from '@/lib/core/language/tree'

const UPOS_OF: Readonly<Record<string, Upos>> = {
  NNP: 'PROPN',
  NNPS: 'PROPN',
  NN: 'NOUN',
  NNS: 'NOUN',
  JJ: 'ADJ',
  CD: 'NUM',
  PRP: 'PRON',
  PRP$: 'PRON',
  DT: 'DET',
  CC: 'CCONJ',
  IN: 'ADP',
  RB: 'ADV',
  MD: 'AUX',
  VB: 'VERB',
  VBD: 'VERB',
  VBN: 'VERB',
  VBZ: 'VERB',
}

/** One string for each sentence; each of them is a paragraph. Subjects are marked with `<`: "Lenin< wrote/VBD". */
export function readingOf(...sentences: readonly string[]): Reading {
  let text = ''
  const blocks: Block[] = sentences.map((marked) => {
    const start = text.length
    const tags = new Map<number, string>()
    const subjects = new Set<number>()
    for (const [at, piece] of marked.split(' ').entries()) {
      const [, word = '', tag, after = ''] =
        /^(.+?)(?:\/([A-Z]+\$?))?([.,;:()”?]*)$/.exec(piece) ?? []
      if (at > 0) text += ' '
      const plain = word.replace('<', '')
      const shift = /^[“(]/.test(plain) ? 1 : 0
      if (tag !== undefined) tags.set(text.length + shift, tag)
      if (plain !== word) subjects.add(text.length + shift)
      text += plain + after
    }
    const range = { start, end: text.length }
    const words = tokenize(text, range)
    const root = words.findIndex((word) => /^VB/.test(tags.get(word.start) ?? ''))
    const tokens = words.map((word, at): Token => {
      const xpos = tags.get(word.start) ?? looksLike(word.text)
      const isSubject = subjects.has(word.start)
      return {
        start: word.start,
        end: word.end,
        text: word.text,
        lemma: LEMMAS[word.text] ?? word.text.toLowerCase(),
        xpos,
        upos: UPOS_OF[xpos] ?? 'X',
        uposProbability: 1,
        head: at === root ? -1 : Math.max(0, root),
        headProbability: 1,
        rivals: [],
        relation: at === root ? 'root' : isSubject ? 'nsubj' : 'dep',
        relationProbability: 1,
      }
    })
    text += '\n\n'
    return { kind: 'paragraph', ...range, sentences: [{ ...range, tokens }] }
  })
  return { text, blocks, quotations: [] }
}

/** The same with a word read otherwise wherever it stands: with another tag or relation. */
export function rereadAs(reading: Reading, word: string, more: Partial<Token>): Reading {
  const blocks = reading.blocks.map((block) => ({
    ...block,
    sentences: block.sentences.map((sentence) => ({
      ...sentence,
      tokens: sentence.tokens.map((token) => (token.text === word ? { ...token, ...more } : token)),
    })),
  }))
  return { ...reading, blocks }
}

const LEMMAS: Readonly<Record<string, string>> = {
  wrote: 'write',
  painted: 'paint',
  flowed: 'flow',
  said: 'say',
  declared: 'declare',
  was: 'be',
  met: 'meet',
}

function looksLike(word: string): string {
  if (/^(?:of|in|to|on|at|by|from|for|with|over)$/.test(word)) return 'IN'
  if (/^(?:the|a|an)$/i.test(word)) return 'DT'
  if (/^(?:and|or)$/.test(word)) return 'CC'
  if (/^\d/.test(word)) return 'CD'
  if (/^\p{Lu}/u.test(word)) return 'NNP'
  return /^\p{L}/u.test(word) ? 'NN' : 'SYM'
}
