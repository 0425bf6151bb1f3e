/** Who in a text is a man and who a woman, and whom it is about. */
import type { Name, Reading, Sentence, Token } from '@/lib/core/language/tree'
import { type Gender, genderOf } from './lists/genders'

export const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
])

export interface Cast {
  readonly genders: ReadonlyMap<Name, Gender>
  readonly heroes: ReadonlyMap<Gender, Name>
}

export function castOf(reading: Reading, persons: readonly Name[]): Cast {
  const said = votesOf(reading, persons)
  const genders = new Map<Name, Gender>()
  for (const name of persons) {
    const gender = genderOfName(name) ?? outvoted(said.get(name))
    if (gender !== null) genders.set(name, gender)
  }
  const heroes = new Map<Gender, Name>()
  for (const gender of ['male', 'female'] as const) {
    const hero = heroOf(persons, genders, gender)
    if (hero !== null) heroes.set(gender, hero)
  }
  return { genders, heroes }
}

/** Whoever's gender is not known can be meant by either pronoun. */
export const canBe = ({ genders }: Cast, name: Name, gender: Gender): boolean =>
  (genders.get(name) ?? gender) === gender

interface Votes {
  male: number
  female: number
}

/** One sentence may be misread: that many must say the same, and none, or hardly any, the other. */
const ENOUGH = 2
const FEW = 0.1

function outvoted(votes: Votes | undefined): Gender | null {
  if (votes === undefined) return null
  const { male, female } = votes
  const [more, less, gender] =
    male > female ? [male, female, 'male' as const] : [female, male, 'female' as const]
  return more >= ENOUGH && less <= FEW * more ? gender : null
}

/** "Morel sold her house": the pronouns after the one person that a sentence names, who is a subject there. */
function votesOf(reading: Reading, persons: readonly Name[]): ReadonlyMap<Name, Votes> {
  const votes = new Map<Name, Votes>()
  const all = persons.flatMap((name) => name.mentions.map((mention) => ({ name, mention })))
  for (const { sentences } of reading.blocks) {
    for (const sentence of sentences) {
      const here = all.filter(
        ({ mention }) => sentence.start <= mention.start && mention.end <= sentence.end,
      )
      const [first] = here
      if (first === undefined || here.some(({ name }) => name !== first.name)) continue
      const { name, mention } = first
      const isSubject = (t: Token): boolean =>
        t.relation.startsWith('nsubj') && mention.start <= t.start && t.end <= mention.end
      if (!sentence.tokens.some(isSubject)) continue
      const genders = new Set(pronounsAfter(sentence, mention.end))
      const [gender] = genders
      if (gender === undefined || genders.size > 1) continue
      const own = votes.get(name) ?? { male: 0, female: 0 }
      own[gender] += 1
      votes.set(name, own)
    }
  }
  return votes
}

const pronounsAfter = ({ tokens }: Sentence, at: number): Gender[] =>
  tokens.flatMap((token) =>
    token.start >= at && token.upos === 'PRON'
      ? (PRONOUNS.get(token.text.toLowerCase()) ?? [])
      : [],
  )

/** Whom the text is about: named three times, and twice as often as anybody else who could be meant. */
function heroOf(
  persons: readonly Name[],
  genders: ReadonlyMap<Name, Gender>,
  gender: Gender,
): Name | null {
  const [first, second] = persons
    .filter((name) => (genders.get(name) ?? gender) === gender)
    .sort((a, b) => b.mentions.length - a.mentions.length)
  if (first === undefined || genders.get(first) !== gender) return null
  const rest = second?.mentions.length ?? 0
  return first.mentions.length >= Math.max(3, 2 * rest) ? first : null
}

const genderOfName = (name: Name): Gender | null =>
  genderOf(
    name.name,
    name.mentions.map(({ text }) => {
      const [first = ''] = name.name.split(' ')
      const at = text.indexOf(first)
      return at > 0 ? text.slice(0, at).trim() : (text.split(' ')[0] ?? '')
    }),
  )
