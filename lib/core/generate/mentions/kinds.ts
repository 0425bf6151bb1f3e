/** Decides over the whole text what each name names: a person, a body, a place, an event, a work. Unsure: 'name'. */
import {
  BODY_HEADS,
  EVENT_HEADS,
  FIRST_NAMES,
  HUMAN_VERBS,
  PLACE_HEADS,
  placeGrain,
  ROLE_NOUNS,
  TITLES,
} from '@/lib/core/language/lexicon'
import type { Token } from '@/lib/core/language/tag'
import type { MentionType } from './mention'
import type { NameSpan } from './names'

export type NamedSentence = {
  readonly tokens: readonly Token[]
  readonly names: readonly NameSpan[]
}

type Votes = { person: number; place: number; the: number; bare: number }

const words = (name: string): string[] => name.split(/[\s]+/)
/** Names are one when their last words are: "Smirnov" and "V.M. Smirnov". */
export const lastWord = (name: string): string => words(name).at(-1) ?? name

const PLACE_PREPOSITIONS = new Set(['in', 'at', 'from', 'near', 'throughout', 'across'])

/** Names between two pauses of `settle`: less than a few milliseconds of work. */
const PACE = 200

/** The kind of each name as written in the text: first every sentence votes, then the votes are settled. */
export function kindsGatherer(): {
  readonly add: (sentence: NamedSentence) => void
  /** Fills `kinds`; pauses now and then. */
  readonly settle: () => Generator<void>
  readonly kinds: ReadonlyMap<string, MentionType>
} {
  const votes = new Map<string, Votes>()
  const runs: NameSpan[][] = []
  const kinds = new Map<string, MentionType>()
  return {
    kinds,
    add({ tokens, names }) {
      for (const name of names) {
        const vote = votes.get(name.text) ?? { person: 0, place: 0, the: 0, bare: 0 }
        votes.set(name.text, add(vote, contextVotes(name, tokens)))
      }
      runs.push(...coordinated(tokens, names))
    },
    *settle() {
      const lasts = new Set([...votes.keys()].map(lastWord))
      // "Muslims" beside "Muslim": a people, not a person.
      const isPlural = (name: string) => /s$/.test(name) && lasts.has(lastWord(name).slice(0, -1))
      let n = 0
      for (const [name, vote] of votes) {
        const kind = kindOf(name, vote)
        kinds.set(name, kind === 'person' && isPlural(name) ? 'name' : kind)
        if (++n % PACE === 0) yield
      }
      spreadBySurname(kinds, votes)
      yield
      for (let round = 0; round < 2; round++) {
        for (const [i, run] of runs.entries()) {
          spreadByCompany(run, kinds)
          if (i % PACE === PACE - 1) yield
        }
      }
      spreadBySurname(kinds, votes)
    },
  }
}

function add(a: Votes, b: Votes): Votes {
  return {
    person: a.person + b.person,
    place: a.place + b.place,
    the: a.the + b.the,
    bare: a.bare + b.bare,
  }
}

function contextVotes(name: NameSpan, tokens: readonly Token[]): Votes {
  const before = tokens[name.first - 1]
  const after = tokens[name.last + 1]
  const second = tokens[name.last + 2]
  let person = 0
  if (after?.pos === 'VERB' && HUMAN_VERBS.has(after.lemma)) person += 2
  if (
    before?.pos === 'VERB' &&
    ['say', 'write', 'ask', 'reply', 'declare', 'answer'].includes(before.lemma)
  )
    person += 2
  if (before !== undefined && before.text === before.lower && ROLE_NOUNS.has(before.lower))
    person += 3
  if (before?.lower === 'named' || before?.lower === 'by') person += 1
  if (after?.text === ',' && appositionOfRole(tokens, name.last + 2)) person += 3
  if (after?.text === ',' && (second?.lower === 'who' || second?.lower === 'whose')) person += 3
  if (after?.lower === 'who') person += 3
  const isle = before?.lower === 'of' && PLACE_HEADS.has(tokens[name.first - 2]?.lower ?? '')
  const place = isle ? 9 : before !== undefined && PLACE_PREPOSITIONS.has(before.lower) ? 1 : 0
  return { person, place, the: name.afterThe ? 1 : 0, bare: name.afterThe ? 0 : 1 }
}

/** ", a lawyer", ", the new prime minister", ", bishop of Milan": a role within the first words. */
function appositionOfRole(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(from + 5, tokens.length); i++) {
    const token = tokens[i]
    if (token === undefined || token.pos === 'VERB' || token.pos === 'AUX' || token.text === ',')
      return false
    if (token.pos === 'NOUN' && ROLE_NOUNS.has(token.lower)) return true
  }
  return false
}

function kindOf(name: string, vote: Votes): MentionType {
  if (placeGrain(name) !== '') return 'place'
  const parts = words(name)
  const first = (parts[0] ?? '').toLowerCase()
  const head = headWord(parts)
  if (vote.place >= 9) return 'place'
  if (parts.length > 1 && TITLES.has(first) && !BODY_HEADS.has(head) && !PLACE_HEADS.has(head))
    // "in St. Vik": a town called after its saint.
    return vote.the > vote.bare || vote.place > vote.person ? 'name' : 'person'
  if (/^Prime Minister |^Lieutenant Governor /.test(name)) return 'person'
  if (parts.length > 1 || vote.the > 0) {
    if (BODY_HEADS.has(head)) return 'organisation'
    if (EVENT_HEADS.has(head)) return 'event'
    if (PLACE_HEADS.has(head)) return 'place'
  }
  if (vote.the > vote.bare || NO_PERSONS.test(name)) return 'name'
  if (parts.length > 1 && FIRST_NAMES.has(first)) return 'person'
  if (parts.length > 1 && /^(?:\p{Lu}\.)+$/u.test(parts[0] ?? '')) return 'person'
  if (vote.person >= 2 && vote.place * 2 <= vote.person) return 'person'
  if (parts.length === 1 && FIRST_NAMES.has(first) && vote.place === 0) return 'person'
  return 'name'
}

/** Peoples, what belongs to them, believers and God are no persons to ask for. */
const NO_PERSONS =
  /^(?:\p{L}+(?:ans|ians|ists|ites|ese|ards|men|ish)|(?:North|South|East|West)ern(?:ers?)?|God|.* God|Christ|Lord|Jesus|Satan)$/u

/** "Committee" of "Central Committee of the Party": the word before the first "of", else the last. */
function headWord(parts: readonly string[]): string {
  const of = parts.indexOf('of')
  return (of > 0 ? parts[of - 1] : parts.at(-1))?.toLowerCase().replace(/[’']s?$/, '') ?? ''
}

/** A bare surname is what its full name is, when all the full names agree. */
function spreadBySurname(kinds: Map<string, MentionType>, votes: ReadonlyMap<string, Votes>): void {
  const surnames = new Set<string>()
  for (const [name, kind] of kinds) if (kind === 'person') surnames.add(lastWord(name))
  for (const [name, kind] of kinds) {
    const vote = votes.get(name)
    if (
      kind === 'name' &&
      !NO_PERSONS.test(name) &&
      surnames.has(lastWord(name)) &&
      vote !== undefined &&
      vote.the <= vote.bare
    )
      kinds.set(name, 'person')
  }
}

/** "Lind, X and Holm": a single name coordinated with persons on both sides, or the last beside one, is a person. */
function spreadByCompany(run: readonly NameSpan[], kinds: Map<string, MentionType>): void {
  const persons = run.filter((n) => kinds.get(n.text) === 'person').length
  const others = run.filter((n) => !['person', 'name'].includes(kinds.get(n.text) ?? 'name')).length
  if (persons === 0 || others > 0 || run.some((n) => n.afterThe)) return
  for (const { text } of run)
    if (kinds.get(text) === 'name' && !NO_PERSONS.test(text)) kinds.set(text, 'person')
}

/** The runs of names with nothing but commas, "and" and bracketed aliases between them. */
function coordinated(tokens: readonly Token[], names: readonly NameSpan[]): NameSpan[][] {
  const runs: NameSpan[][] = []
  let run: NameSpan[] = []
  for (const name of names) {
    const last = run.at(-1)
    if (last !== undefined && !joins(tokens.slice(last.last + 1, name.first))) {
      if (run.length > 1) runs.push(run)
      run = []
    }
    if (run.at(-1)?.first !== name.first) run.push(name)
  }
  if (run.length > 1) runs.push(run)
  return runs
}

function joins(between: readonly Token[]): boolean {
  const text = between.map((t) => t.text).join(' ')
  return /^(?:\) )?(?:,|and|, and|&|\()$/.test(text) || text === '(' || text === ')'
}
