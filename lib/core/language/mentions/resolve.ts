/**
 * What pronouns and "this congress" speak of, where number, gender, type and nearness leave one mention; else nothing is
 * said. Pronouns for things ("it", "they") are left alone: nearly any noun before them could be meant.
 */
import type { Mention, Name, Reading, Reference, Sentence, Token } from '@/lib/core/language/tree'
import { describedIn } from './descriptions'
import { type Gender, genderOf } from './lists/genders'
import { NOT_NAMES, ROLE_NOUNS } from './lists/word-lists'
import { namesOf } from './mentions'

const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
])

/** How far back a person is looked for when no nearer sentence names one. In sentences. */
const REACH = 3
/** Set by hand after a hundred references in ten chapters were read through; not fitted. */
const SURE = { pronoun: 0.96, learnt: 0.93 }

/** Where somebody is spoken of: by name, or by a pronoun that has been resolved. */
interface Spoken {
  readonly at: number
  readonly name: Name
  readonly mention: Mention
}

export function resolve(reading: Reading, mentions: readonly Mention[]): Reference[] {
  const names = namesOf(mentions)
  const persons = new Map(
    names.filter((n) => n.type === 'person').flatMap((name) => name.mentions.map((m) => [m, name])),
  )
  return [...pronounsIn(reading, mentions, persons), ...describedIn(reading, names)].sort(
    (a, b) => a.start - b.start,
  )
}

function pronounsIn(
  reading: Reading,
  mentions: readonly Mention[],
  persons: ReadonlyMap<Mention, Name>,
): Reference[] {
  const found: Reference[] = []
  const window: { sentence: Sentence; spoken: Spoken[] }[] = []
  for (const block of reading.blocks) {
    // A heading and what stands under it begin anew.
    if (block.kind === 'heading') window.length = 0
    for (const sentence of block.sentences) {
      const spoken: Spoken[] = mentions.flatMap((mention) => {
        const name = persons.get(mention)
        const isHere = mention.start >= sentence.start && mention.end <= sentence.end
        return name !== undefined && isHere ? [{ at: mention.start, name, mention }] : []
      })
      window.push({ sentence, spoken })
      if (window.length > REACH + 1) window.shift()
      for (const token of sentence.tokens) {
        const gender = PRONOUNS.get(token.text.toLowerCase())
        if (gender === undefined || token.upos !== 'PRON') continue
        const one = antecedentOf(reading, window, mentions, token, gender)
        if (one === null) continue
        found.push({
          start: token.start,
          end: token.end,
          antecedent: one.mention,
          probability: one.sure,
        })
        spoken.push({ at: token.start, name: one.name, mention: one.mention })
      }
    }
  }
  return found
}

function antecedentOf(
  reading: Reading,
  window: readonly { readonly sentence: Sentence; readonly spoken: readonly Spoken[] }[],
  mentions: readonly Mention[],
  pronoun: Token,
  gender: Gender,
): (Spoken & { readonly sure: number }) | null {
  const quotation = quotationAt(reading, pronoun.start)
  const near: Spoken[] = []
  for (let back = 0; back < window.length; back++) {
    const { sentence, spoken } = window[window.length - 1 - back] ?? {}
    if (sentence === undefined || spoken === undefined) return null
    const before = spoken.filter((s) => s.at < pronoun.start)
    near.push(...before)
    // Somebody without a name may be meant: "the peasant", "an old woman".
    if (hasUnnamed(sentence, pronoun.start, spoken)) return null
    if (back >= 1 && near.length > 0) break
  }
  const fitting = near.filter(({ name }) => fits(name, gender))
  const last = fitting.sort((a, b) => b.at - a.at)[0]
  if (last === undefined || fitting.some(({ name }) => name !== last.name)) return null
  const between = window.flatMap(({ sentence }) => sentence.tokens)
  if (
    between.some((t) => t.start > last.at && t.start < pronoun.start && isUnknownName(t, mentions))
  )
    return null
  // What is said within quotation marks speaks of those that the speaker names.
  if (quotationAt(reading, last.at) !== quotation) return null
  const known = genderOfName(last.name)
  return { ...last, sure: known === gender ? SURE.pronoun : SURE.learnt }
}

const genderOfName = (name: Name): Gender | null =>
  genderOf(
    name.name,
    name.mentions.map((m) => titleOf(m, name)),
  )

const titleOf = (mention: Mention, name: Name): string => {
  const [first = ''] = name.name.split(' ')
  const at = mention.text.indexOf(first)
  return at > 0 ? mention.text.slice(0, at).trim() : (mention.text.split(' ')[0] ?? '')
}

const fits = (name: Name, gender: Gender): boolean => {
  const known = genderOfName(name)
  // Countries and ships are "she" too: only a name that is a woman's is meant.
  return known === gender || (known === null && gender === 'male')
}

const quotationAt = (reading: Reading, at: number) =>
  reading.quotations.findLast((q) => q.start <= at && at < q.end) ?? null

const UNNAMED =
  /^(?:man|woman|boy|girl|person|citizen|lady|gentleman|fellow|speaker|reader|patient|lawmaker|user|traveller|stranger)$/

/** A name that was not made out may be a person's. */
const isUnknownName = (token: Token, mentions: readonly Mention[]): boolean =>
  token.upos === 'PROPN' &&
  /^\p{Lu}\p{Ll}/u.test(token.text) &&
  !NOT_NAMES.has(token.text.toLowerCase()) &&
  !mentions.some((m) => m.start < token.end && token.start < m.end)

/** "each", "one who": anybody. */
const ANYBODY =
  /^(?:one|each|everyone|everybody|anyone|anybody|someone|somebody|nobody|none|whoever|another)$/

/** A noun for one human being before `until` that names nobody who is named here. */
function hasUnnamed(sentence: Sentence, until: number, spoken: readonly Spoken[]): boolean {
  const { tokens } = sentence
  const isNamed = (token: Token | undefined): boolean =>
    token !== undefined &&
    spoken.some(({ mention }) => mention.start <= token.start && token.end <= mention.end)
  return tokens.some((token, at) => {
    if (token.start >= until) return false
    // "each worker" and "one paper" are nouns with a determiner; "each" alone is anybody.
    const isAlone = !/^(?:NOUN|ADJ|PROPN|PUNCT)$/.test(tokens[at + 1]?.upos ?? '')
    if (ANYBODY.test(token.text.toLowerCase()) && isAlone && token.upos !== 'NUM') return true
    if (token.upos !== 'NOUN' || token.xpos === 'NNS') return false
    const word = token.lemma.toLowerCase()
    if (!ROLE_NOUNS.has(word) && !UNNAMED.test(word)) return false
    // "the reporter, Karl Radek", "Radek, the reporter", "Radek was the reporter", "Radek’s speaker".
    const isSame =
      isNamed(tokens[token.head]) ||
      isNamed(tokens[at + 1]) ||
      tokens.some((other) => other.head === at && isNamed(other))
    return !isSame
  })
}
