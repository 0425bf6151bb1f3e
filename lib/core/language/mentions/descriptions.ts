/** "this congress", "the party", "the latter": descriptions that take up a name by its head. */
import type { Mention, Name, Reading, Reference, Sentence, Token } from '@/lib/core/language/tree'
import { BODY_HEADS, EVENT_HEADS, PAPER_NOUNS, PLACE_HEADS } from './lists/word-lists'

/** How far back the name may stand. In characters: about three paragraphs. */
const REACH = 2_500
/** "This congress" points to what was just named. In characters: about two sentences. */
const NEAR = 400
/** By the share that was right in the prose of GUM’s train and dev parts: 10 of 11; for "the latter", which is rare there, by hand. */
const SURE = { head: 0.91, latter: 0.95 }

export function describedIn(reading: Reading, names: readonly Name[]): Reference[] {
  return reading.blocks.flatMap((block) =>
    block.kind === 'heading'
      ? []
      : block.sentences.flatMap((sentence) => [
          ...headsIn(reading, sentence, names),
          ...lattersIn(reading, sentence, names),
        ]),
  )
}

/** A determiner and a head, with nothing that would tell it from others of its sort. */
function headsIn(reading: Reading, sentence: Sentence, names: readonly Name[]): Reference[] {
  const { tokens } = sentence
  return tokens.flatMap((token, at) => {
    const before = tokens[at - 1]
    if (!isBareNoun(tokens, at) || before === undefined) return []
    const head = token.lemma.toLowerCase()
    const isThe = before.text.toLowerCase() === 'the'
    // There are more cities than those that are called "City".
    if (isThe && PLACE_HEADS.has(head) && !BODY_HEADS.has(head)) return []
    const antecedent = namedBefore(head, before.start, names)
    const isNear = antecedent !== null && before.start - antecedent.end <= (isThe ? REACH : NEAR)
    return antecedent === null || !isNear || hasAnother(reading, antecedent, token)
      ? []
      : [{ start: before.start, end: token.end, antecedent, probability: SURE.head }]
  })
}

function isBareNoun(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return (
    /^(?:this|that|the)$/i.test(before?.text ?? '') &&
    token?.upos === 'NOUN' &&
    token.xpos === 'NN' &&
    !/^(?:NOUN|PROPN|ADJ)$/.test(next?.upos ?? '') &&
    !/^(?:of|that|which|who|for|in|there|-)$/.test(next?.text.toLowerCase() ?? '')
  )
}

/** The last mention of the one name before `at` that has this head; null where there are none or several. */
function namedBefore(head: string, at: number, names: readonly Name[]): Mention | null {
  const isPaper = PAPER_NOUNS.has(head)
  if (!isPaper && !BODY_HEADS.has(head) && !EVENT_HEADS.has(head) && !PLACE_HEADS.has(head))
    return null
  const known = names.filter((name) => name.mentions.some((m) => m.start < at))
  const fitting = known.filter((name) =>
    isPaper ? name.type === 'work' : headsOf(name.name).includes(head) && name.name.includes(' '),
  )
  const [only] = fitting
  if (only === undefined || fitting.length > 1) return null
  return only.mentions.filter((m) => m.end <= at).at(-1) ?? null
}

/** "the school of Dr. Lind" between them: another one of the sort, which may be meant. */
function hasAnother(reading: Reading, { end }: Mention, noun: Token): boolean {
  return reading.blocks
    .flatMap((block) => (block.end > end && block.start < noun.start ? block.sentences : []))
    .some(({ tokens }) =>
      tokens.some((token, at) => {
        const isBetween = token.start >= end && token.start < noun.start
        const isSame = isBetween && token.upos === 'NOUN' && token.lemma === noun.lemma
        return isSame && !isBareNoun(tokens, at)
      }),
    )
}

/** "party" of "Bolshevik Party", "council" of "Council of People’s Commissars". */
function headsOf(name: string): string[] {
  const words = name.toLowerCase().split(' ')
  const of = words.indexOf('of')
  const head = of > 0 ? words[of - 1] : words.at(-1)
  return head === undefined ? [] : [head]
}

/** "the latter" and "the former" of two names that "and" or "or" joins just before. */
function lattersIn(reading: Reading, sentence: Sentence, names: readonly Name[]): Reference[] {
  return sentence.tokens.flatMap((token, at) => {
    const before = sentence.tokens[at - 1]
    const which = /^(?:latter|former)$/.exec(token.text)?.[0]
    if (which === undefined || before?.text.toLowerCase() !== 'the') return []
    if (/^(?:NOUN|PROPN)$/.test(sentence.tokens[at + 1]?.upos ?? '')) return []
    const pair = lastPair(reading, before.start, names)
    const antecedent = which === 'latter' ? pair?.[1] : pair?.[0]
    return antecedent === undefined
      ? []
      : [{ start: before.start, end: token.end, antecedent, probability: SURE.latter }]
  })
}

/** The last two names before `at`, of one type and joined, within the reach of two sentences. */
function lastPair(
  reading: Reading,
  at: number,
  names: readonly Name[],
): readonly [Mention, Mention] | null {
  const near = names
    .flatMap((name) => name.mentions)
    .filter((m) => m.end <= at && at - m.end < 300)
    .sort((a, b) => a.start - b.start)
  const [first, second, ...more] = near
  if (first === undefined || second === undefined || more.length > 0) return null
  const between = reading.text.slice(first.end, second.start)
  const isJoined = /^,? (?:and|or) (?:the )?$/.test(between)
  return isJoined && first.value.type === second.value.type ? [first, second] : null
}
