/** The words of a sentence that was read, each with its place in the sentence's view, part of speech and lemma. */
import type { Sentence, Upos } from './tree'
import { type View, viewSpan } from './view'
import { isFunctionWord, PARTICIPLE_OF } from './words'

/** Offsets are into the view. Positions are those of the sentence's own tokens. */
export type Token = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lower: string
  readonly pos: Upos
  readonly lemma: string
}

/** @param sentence one that lies within what the view shows */
export function wordsIn(view: View, sentence: Sentence): readonly Token[] {
  return sentence.tokens.map((token, i): Token => {
    const { start, end } = viewSpan(view, token)
    const text = view.text.slice(start, end)
    const lower = text.toLowerCase().replaceAll('’', "'")
    const participle = token.upos === 'VERB' ? PARTICIPLE_OF.get(lower) : undefined
    return {
      ...{ start, end, text, lower },
      pos: isNamed(text, lower, i, sentence) ? 'PROPN' : token.upos,
      lemma: participle ?? token.lemma,
    }
  })
}

/**
 * Inside a sentence a capital makes a name ("the Salt Act"), whatever the word is elsewhere; at its beginning, where the word
 * was taken for one of the few that join others, and is none.
 */
function isNamed(text: string, lower: string, i: number, { tokens }: Sentence): boolean {
  if (!/^\p{Lu}/u.test(text) || isFunctionWord(lower)) return false
  const upos = tokens[i]?.upos ?? 'X'
  if (i === 0) return upos === 'CCONJ' || upos === 'PART' || upos === 'DET'
  return tokens[i - 1]?.text !== '“' && upos !== 'NUM'
}
