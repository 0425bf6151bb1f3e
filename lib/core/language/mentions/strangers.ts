/** Signs that a pronoun may mean somebody else than those who are named near it. */
import type { Mention, Name, Sentence, Token } from '@/lib/core/language/tree'
import { type Gender, genderOfNoun } from './lists/genders'
import { NOT_NAMES, ROLE_NOUNS } from './lists/word-lists'

/** Where somebody is spoken of: by name, or by a pronoun that has been resolved. */
export interface Spoken {
  readonly at: number
  readonly end: number
  readonly name: Name
  readonly mention: Mention
  readonly isSubject: boolean
  /** Of the verb that the sentence says, or of one joined to it. */
  readonly isMain: boolean
  readonly isObject: boolean
}

/** A sentence, and who is spoken of in it. */
export interface Seen {
  readonly sentence: Sentence
  readonly spoken: Spoken[]
}

/** The subject of the verb that a sentence says, or of one that is joined to it. */
export function isMainSubject({ tokens }: Sentence, token: Token): boolean {
  if (!token.relation.startsWith('nsubj')) return false
  let head = tokens[token.head]
  while (head?.relation === 'conj') head = tokens[head.head]
  return head !== undefined && head.head < 0
}

const UNNAMED =
  /^(?:man|woman|boy|girl|person|citizen|lady|gentleman|fellow|speaker|reader|patient|lawmaker|user|traveller|stranger|character|protagonist)$/

/** "Lind asked him": whom a verb has for its object is not its subject, unless it says "himself". */
export function isOfItsOwnVerb(
  { tokens }: Sentence,
  pronoun: Token,
  { name }: Spoken,
  spoken: readonly Spoken[],
): boolean {
  if (!/^(?:obj|iobj|obl)/.test(pronoun.relation) || /self$/.test(pronoun.text)) return false
  return tokens.some(
    (token) =>
      token.head === pronoun.head &&
      token.relation.startsWith('nsubj') &&
      spoken.some(
        (s) => s.name === name && s.isSubject && s.at <= token.start && token.start < s.end,
      ),
  )
}

/** A name that was not made out may be a person's. */
export const isUnknownName = (token: Token, mentions: readonly Mention[]): boolean =>
  token.upos === 'PROPN' &&
  /^(?:[dl][’'])?\p{Lu}\p{Ll}/u.test(token.text) &&
  !NOT_NAMES.has(token.text.toLowerCase()) &&
  !mentions.some((m) => m.start < token.end && token.start < m.end)

/** "each", "one who": anybody. */
const ANYBODY =
  /^(?:one|each|everyone|everybody|anyone|anybody|someone|somebody|nobody|none|whoever|another)$/

/** A noun for one human being of that gender, within the range, that names nobody who is named here. */
export function hasUnnamed(
  sentence: Sentence,
  spoken: readonly Spoken[],
  gender: Gender,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  const { tokens } = sentence
  const isNamed = (token: Token | undefined): boolean =>
    token !== undefined &&
    spoken.some(({ mention }) => mention.start <= token.start && token.end <= mention.end)
  return tokens.some((token, at) => {
    if (token.start >= to || token.start < from) return false
    // "each worker" and "one paper" are nouns with a determiner; "each" alone is anybody.
    const isAlone = !/^(?:NOUN|ADJ|PROPN|PUNCT)$/.test(tokens[at + 1]?.upos ?? '')
    if (ANYBODY.test(token.text.toLowerCase()) && isAlone && token.upos !== 'NUM') return true
    if (token.upos !== 'NOUN' || token.xpos === 'NNS') return false
    const word = token.lemma.toLowerCase()
    if (!ROLE_NOUNS.has(word) && !UNNAMED.test(word)) return false
    // "his sister" is no "he".
    if ((genderOfNoun(word) ?? gender) !== gender) return false
    // "the reporter, Karl Radek", "Radek, the reporter", "Radek was the reporter", "Radek’s speaker".
    const isSame =
      isNamed(tokens[token.head]) ||
      isNamed(tokens[at + 1]) ||
      tokens.some((other) => other.head === at && isNamed(other))
    return !isSame
  })
}
