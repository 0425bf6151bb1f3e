/**
 * A tagged sentence is its tokens with their part of speech and lemma, each with its place in the sentence.
 * The only module that knows wink: a parser of our own takes its place behind the same types.
 */
import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction } from 'wink-nlp'
import { UPOS, type Upos } from './tree'
import { isFunctionWord, NEVER_VERBS, PARTICIPLE_OF } from './words'

/** Offsets are into the sentence as it was given to `tag`. */
export type Token = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lower: string
  readonly pos: Upos
  readonly lemma: string
}

const isPos = (tag: string): tag is Upos => UPOS.some((upos) => upos === tag)

let nlp: ReturnType<typeof winkNLP> | undefined

/** Tags one sentence. Pure: the model is loaded once, and tagging one sentence never changes the next. */
export function tag(sentence: string): readonly Token[] {
  nlp ??= winkNLP(model, ['pos'])
  const { its } = nlp
  const tokens = nlp.readDoc(sentence).tokens()
  const words = tokens.out()
  const tags = tokens.out(its.pos)
  // wink's types give `lemma` other parameters than it is called with.
  const lemmas = tokens.out(its.lemma as unknown as ItsFunction<string>)
  const read: Token[] = []
  let cursor = 0
  for (let i = 0; i < words.length; i++) {
    const text = words[i] ?? ''
    const start = text === '' ? -1 : sentence.indexOf(text, cursor)
    if (start < 0) continue
    cursor = start + text.length
    const pos = String(tags[i] ?? 'X')
    read.push({
      start,
      end: cursor,
      text,
      lower: text.toLowerCase().replaceAll('’', "'"),
      pos: isPos(pos) ? pos : 'X',
      lemma: String(lemmas[i] ?? text.toLowerCase()),
    })
  }
  return mend(read)
}

/** What the tagger is known to get wrong, where the neighbours show it for certain. */
function mend(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, i) => {
    const before = tokens[i - 1]
    const after = tokens[i + 1]
    if (token.lower === "'s" && before !== undefined) {
      return { ...token, pos: isPossessive(before, after) ? 'PART' : 'AUX' }
    }
    // Inside a sentence a capital makes a name ("the Salt Act"), whatever the word is elsewhere.
    const capital = /^\p{Lu}/u.test(token.text)
    if (capital && i > 0 && before?.text !== '“' && !isFunctionWord(token.lower)) {
      return token.pos === 'NUM' ? token : { ...token, pos: 'PROPN' }
    }
    if (token.pos === 'VERB' && NEVER_VERBS.has(token.lower)) return { ...token, pos: 'NOUN' }
    // "Smith names three writers": after a name and before a determiner an -s form is the verb.
    const isThirdPerson =
      token.pos === 'NOUN' && /[^s]s$/.test(token.lower) && before?.pos === 'PROPN'
    if (isThirdPerson && after !== undefined && /^(?:NUM|DET)$/.test(after.pos)) {
      return { ...token, pos: 'VERB' }
    }
    if (token.pos === 'ADJ' && /ed$/.test(token.lower) && isPassive(tokens, i)) {
      return { ...token, pos: 'VERB' }
    }
    const participle = PARTICIPLE_OF.get(token.lower)
    if (participle !== undefined && token.pos === 'VERB') return { ...token, lemma: participle }
    return token
  })
}

/** "was edited (at first) by": a form of "be" before it, "by" soon after. */
function isPassive(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.pos === 'ADV' ? tokens[i - 2] : tokens[i - 1]
  return before?.pos === 'AUX' && tokens.slice(i + 1, i + 5).some((t) => t.lower === 'by')
}

function isPossessive(before: Token, after: Token | undefined): boolean {
  if (before.pos === 'PRON' && before.lower !== 'one') return false
  if (after === undefined) return false
  return after.pos !== 'DET' && after.pos !== 'VERB' && after.pos !== 'ADV'
}
