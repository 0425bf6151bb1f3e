/**
 * Whom one pronoun means, from those who were spoken of before it. In this order:
 * - the subject of its own clause, for "his" and "her" ("Otto lost his hat"), with nobody else between them;
 * - who is spoken of before it in its sentence: the only one who fits, if a subject there, or whom the whole text is about;
 * - who is the subject of the nearest sentence before it that speaks of anybody who fits, or whom the text is about.
 * Two who fit are told apart only where a subject goes on as subject, or where the one is the text's hero and a subject. Nothing
 * is said where a person without a name, a name that was not made out, or an earlier pronoun that stayed open may be meant.
 */
import type { Mention, Reading, Sentence, Token } from '@/lib/core/language/tree'
import { type Cast, canBe } from './cast'
import type { Gender } from './lists/genders'
import { hasUnnamed, isMainSubject, isUnknownName, type Seen, type Spoken } from './strangers'

export interface Scene {
  readonly reading: Reading
  readonly mentions: readonly Mention[]
  readonly cast: Cast
  /** The sentence that is being read, and those before it. */
  readonly window: Seen[]
  /** Where a pronoun of that gender stayed open last. */
  readonly open: Map<Gender, number>
}

/** Why nothing is said. */
type Silence =
  | 'nobody'
  | 'two'
  | 'only mentioned'
  | 'unnamed'
  | 'unknown name'
  | 'open'
  | 'first person'
  | 'gender'

/** How far back a person is looked for when no nearer sentence speaks of one. In sentences. */
const REACH = 3

interface Asked {
  readonly scene: Scene
  readonly here: Seen
  readonly pronoun: Token
  readonly gender: Gender
  readonly hero: Spoken['name'] | undefined
}

export function whoIsMeant(
  scene: Scene,
  here: Seen,
  pronoun: Token,
  gender: Gender,
): Spoken | Silence {
  const asked = { scene, here, pronoun, gender, hero: scene.cast.heroes.get(gender) }
  // "She" in what somebody tells of themselves is somebody else.
  if (isFirstPerson(here.sentence)) return 'first person'
  const local = fitting(asked, here)
  const one = local.length > 0 ? inSentence(asked, local) : beforeSentence(asked)
  if (typeof one === 'string') return one
  // Countries and ships are "she" too: only a name that is a woman's is meant.
  return gender === 'female' && !scene.cast.genders.has(one.name) ? 'gender' : one
}

/** Who can be meant in a sentence, the nearest first. What is said within quotation marks speaks of those that it names. */
function fitting({ scene, pronoun, gender }: Asked, { spoken }: Seen): Spoken[] {
  const { cast, reading } = scene
  const quotation = quotationAt(reading, pronoun.start)
  return spoken
    .filter((s) => s.at < pronoun.start && canBe(cast, s.name, gender))
    .filter((s) => quotationAt(reading, s.at) === quotation)
    .sort((a, b) => b.at - a.at)
}

function inSentence(asked: Asked, local: readonly Spoken[]): Spoken | Silence {
  const { scene, here, pronoun, gender, hero } = asked
  const { sentence, spoken } = here
  const open = scene.open.get(gender) ?? -1
  const owner = ownerOf(sentence, pronoun, local)
  if (owner === 'somebody') return 'unnamed'
  if (owner !== null && open < owner.at) {
    const isRival = local.some((s) => s.at > owner.at && s.name !== owner.name)
    // "Karl wrote a book. Otto praised his style": a guest in what is told of Karl.
    const isGuest = owner.name !== hero && hasRivalBefore(asked, owner, (s) => s.isMain)
    if (isGuest) return 'two'
    if (!isRival && !hasUnnamed(sentence, spoken, gender, { from: owner.end, to: pronoun.start }))
      return owner
  }
  if (open >= sentence.start) return 'open'
  if (hasUnnamed(sentence, spoken, gender, { from: 0, to: pronoun.start })) return 'unnamed'
  const [last] = local
  if (last === undefined) return 'nobody'
  const subjects = local.filter((s) => s.isSubject)
  const [subject] = subjects
  if (local.some((s) => s.name !== last.name)) {
    const isHero = subject !== undefined && subjects.every((s) => s.name === hero)
    return isHero ? subject : 'two'
  }
  if (isUnknownBetween(scene, last.at, pronoun.start)) return 'unknown name'
  // "Karl was ill. Otto sent a letter to him": an object is as likely who was spoken of before.
  const isObject = /^(?:i?obj|obl|nmod$)/.test(pronoun.relation)
  const isSure = last.name === hero || (!isObject && scene.cast.genders.has(last.name))
  if (!isSure && hasRivalBefore(asked, last)) return 'two'
  if (subject !== undefined || last.name === hero) return last
  // "Karl left. His sister saw him": he is the one who is gone on with.
  const before = beforeSentence(asked)
  return typeof before !== 'string' && before.name === last.name ? last : 'only mentioned'
}

/** Whether the sentence before speaks of another one who fits. */
function hasRivalBefore(
  asked: Asked,
  { name }: Spoken,
  counts: (rival: Spoken) => boolean = () => true,
): boolean {
  const seen = asked.scene.window.at(-2)
  return seen !== undefined && fitting(asked, seen).some((s) => s.name !== name && counts(s))
}

/**
 * The subject of the clause that a "his" stands in, be it through clauses without one of their own; the person whom a relative
 * clause is about ("Lind, who lost his hat"), "somebody" where that one has no name ("a clerk who lost his hat").
 */
function ownerOf(
  { tokens }: Sentence,
  pronoun: Token,
  spoken: readonly Spoken[],
): Spoken | 'somebody' | null {
  const isPossessive = pronoun.relation === 'nmod:poss'
  let at = pronoun.head
  for (let steps = 0; steps < tokens.length; steps++) {
    const token = tokens[at]
    if (token === undefined) return null
    const subject = tokens.find((t) => t.head === at && t.relation.startsWith('nsubj'))
    if (subject !== undefined && subject !== pronoun) {
      if (/^(?:who|that|which)$/.test(subject.text))
        return relativeOwner(tokens[token.head], subject, spoken)
      if (!isPossessive || subject.start > pronoun.start) return null
      // "Lind took his place": somebody else's.
      if (
        /^(?:take|fill)$/.test(token.lemma) &&
        /^(?:place|seat|post)$/.test(headOf(tokens, pronoun))
      )
        return null
      // "One member raised his hand."
      if (isAnybody(tokens, subject)) return 'somebody'
      return spoken.find((s) => s.isSubject && covers(s, subject)) ?? null
    }
    if (/^(?:acl:relcl|parataxis)/.test(token.relation)) return null
    at = token.head
  }
  return null
}

const isAnybody = (tokens: readonly Token[], subject: Token): boolean =>
  subject.upos === 'NOUN' &&
  tokens.some(
    (t) =>
      tokens[t.head] === subject && /^(?:one|a|an|each|every|no|any|another|some)$/i.test(t.text),
  )

function relativeOwner(
  noun: Token | undefined,
  subject: Token,
  spoken: readonly Spoken[],
): Spoken | 'somebody' | null {
  if (noun === undefined) return null
  const named = spoken.find((s) => covers(s, noun))
  const isPerson = noun.upos === 'PROPN' || subject.text === 'who'
  return named ?? (isPerson ? 'somebody' : null)
}

const headOf = (tokens: readonly Token[], { head }: Token): string => tokens[head]?.lemma ?? ''

const covers = ({ at, end }: Spoken, token: Token): boolean => at <= token.start && token.end <= end

function beforeSentence(asked: Asked): Spoken | Silence {
  const { scene, here, pronoun, gender, hero } = asked
  const { window } = scene
  const all = { from: 0, to: pronoun.start }
  if (hasUnnamed(here.sentence, here.spoken, gender, all)) return 'unnamed'
  if (ownerOf(here.sentence, pronoun, here.spoken) === 'somebody') return 'unnamed'
  let isUnnamed = false
  // The hero is remembered longer.
  const reach = hero === undefined ? REACH : window.length
  for (let back = 1; back <= reach; back++) {
    const seen = window[window.length - 1 - back]
    if (seen === undefined) return 'nobody'
    isUnnamed ||= hasUnnamed(seen.sentence, seen.spoken, gender, all)
    const near = fitting(asked, seen)
    const [last] = near
    if (last === undefined) continue
    if ((scene.open.get(gender) ?? -1) >= seen.sentence.start) return 'open'
    if (isUnknownBetween(scene, last.at, pronoun.start)) return 'unknown name'
    return goesOn(asked, near, { back, isUnnamed })
  }
  return 'nobody'
}

/** Whom of one sentence a later one goes on with. */
function goesOn(
  { here, pronoun, hero }: Asked,
  near: readonly Spoken[],
  { back, isUnnamed }: { readonly back: number; readonly isUnnamed: boolean },
): Spoken | Silence {
  const main = near.find((s) => s.isMain)
  const isSubject = isMainSubject(here.sentence, pronoun)
  const isOne = near.every((s) => s.name === near[0]?.name)
  // "Otto met a farmer. He …": a subject goes on as subject.
  if (isUnnamed && (main === undefined || !isSubject)) return 'unnamed'
  if (isOne) {
    const subject = main ?? near.find((s) => s.isSubject)
    return subject ?? (near[0]?.name === hero ? near[0] : undefined) ?? 'only mentioned'
  }
  if (main === undefined || back > 1) return 'two'
  if (main.name === hero) return main
  const isRival = near.some(
    (s) => s.name !== main.name && (s.isSubject || s.isObject || s.name === hero),
  )
  return isSubject && !isRival ? main : 'two'
}

const isUnknownBetween = ({ window, mentions }: Scene, from: number, to: number): boolean =>
  window.some(({ sentence }) =>
    sentence.tokens.some((t) => t.start > from && t.start < to && isUnknownName(t, mentions)),
  )

const isFirstPerson = ({ tokens }: Sentence): boolean =>
  tokens.some((t) => /^(?:I|me|my|mine|myself)$/.test(t.text))

const quotationAt = (reading: Reading, at: number) =>
  reading.quotations.findLast((q) => q.start <= at && at < q.end) ?? null
