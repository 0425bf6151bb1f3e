/**
 * Whom "he" and "she" speak of, read from sentence to sentence: what a pronoun was found to mean is spoken of there as if it
 * had been named, so that a chain of sentences goes on with its first one's subject. How one is found stands in antecedents.ts.
 * Pronouns for things ("it", "they") are left alone: nearly any noun before them could be meant.
 */
import type { Mention, Name, Reading, Reference, Sentence, Token } from '@/lib/core/language/tree'
import { type Scene, whoIsMeant } from './antecedents'
import { castOf, PRONOUNS } from './cast'
import { isMainSubject, isOfItsOwnVerb, type Seen, type Spoken } from './strangers'

/** How many sentences before the one that is read are kept in mind. */
const MEMORY = 8
/** By the share that was right in the prose of GUM's train and dev parts: where the name tells the gender, and where it does not. */
const SURE = { known: 0.97, unknown: 0.95 }

export function pronounsIn(
  reading: Reading,
  mentions: readonly Mention[],
  names: readonly Name[],
): Reference[] {
  const persons = names.filter((name) => name.type === 'person')
  const nameOf = new Map(persons.flatMap((name) => name.mentions.map((m) => [m, name])))
  const cast = castOf(reading, persons)
  const scene: Scene = { reading, mentions, cast, window: [], open: new Map() }
  return reading.blocks.flatMap((block) => {
    // A heading and what stands under it begin anew, unless all of it is about one person.
    if (block.kind === 'heading' && cast.heroes.size === 0) scene.window.length = 0
    return block.sentences.flatMap((sentence) => {
      const spoken = mentions.flatMap((mention) => spokenAs(sentence, mention, nameOf.get(mention)))
      const seen = { sentence, spoken }
      scene.window.push(seen)
      if (scene.window.length > MEMORY + 1) scene.window.shift()
      return sentence.tokens.flatMap((token) => referenceAt(scene, seen, token))
    })
  })
}

function spokenAs(sentence: Sentence, mention: Mention, name: Name | undefined): Spoken[] {
  const { start, end } = mention
  if (name === undefined || start < sentence.start || end > sentence.end) return []
  const own = sentence.tokens.filter((t) => start <= t.start && t.end <= end)
  return [{ at: start, end, name, mention, ...partOf(sentence, own) }]
}

const partOf = (
  sentence: Sentence,
  tokens: readonly Token[],
): Pick<Spoken, 'isSubject' | 'isMain' | 'isObject'> => ({
  isSubject: tokens.some((t) => t.relation.startsWith('nsubj')),
  isMain: tokens.some((t) => isMainSubject(sentence, t)),
  isObject: tokens.some((t) => /^i?obj/.test(t.relation)),
})

function referenceAt(scene: Scene, seen: Seen, token: Token): Reference[] {
  const { sentence, spoken } = seen
  const gender = PRONOUNS.get(token.text.toLowerCase())
  if (gender === undefined || token.upos !== 'PRON') return []
  const one = whoIsMeant(scene, seen, token, gender)
  if (typeof one === 'string' || isOfItsOwnVerb(sentence, token, one, spoken)) {
    scene.open.set(gender, token.start)
    return []
  }
  const { start, end } = token
  const { name, mention } = one
  spoken.push({ at: start, end, name, mention, ...partOf(sentence, [token]) })
  const sure = scene.cast.genders.get(name) === gender ? SURE.known : SURE.unknown
  return [{ start, end, antecedent: mention, probability: sure }]
}
