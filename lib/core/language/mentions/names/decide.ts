/** Decides over the whole document what each name names, and under which name it goes. */
import type { Mention, Reading, Value } from '@/lib/core/language/tree'
import { isPeople, listedTypes, type NameType } from '../lists/gazetteer'
import { type Entity, gatherEntities, gatherSpellings, type Spelling, spanKey } from './entities'
import { contextEvidence } from './evidence'
import { findNameSpans, type NameSpan } from './name-spans'
import { homesOf, ownEvidence } from './own-evidence'
import { addScores, PRIOR, type Scores } from './scores'
import { findTitles, type Title } from './works'

const TYPES: readonly NameType[] = ['person', 'place', 'organisation', 'work', 'people', 'event']
/** A name that is less sure than this is none: a word with a capital. */
const LEAST = 0.36

/** From here on one place is enough. */
const PLAIN = 2.5

/** The score of being no name at all. */
const NO_NAME = -0.8

interface Verdict {
  readonly type: NameType
  readonly name: string
  readonly probability: number
}

export function findNames(reading: Reading): Mention[] {
  const titles = findTitles(reading)
  const spans = findNameSpans(reading).filter(
    (span) => isNameable(span) && !titles.some((t) => t.start < span.end && span.start < t.end),
  )
  const verdicts = decide(spans.filter((span) => !span.inHeading))
  const titled = new Map(titles.filter((t) => !t.isCase).map((t) => [textOf(reading, t), t]))
  return [
    ...titles.map((title) => titleMention(reading, title)),
    ...spans.flatMap((span) => {
      const verdict = verdicts.get(spanKey(span)) ?? (span.inHeading ? listed(span.name) : null)
      // A name that italics show to be a title elsewhere, after "the": the same work.
      const isWork = span.afterThe && titled.has(span.name) && verdict?.type !== 'people'
      if (isWork)
        return [mentionOf(reading, span, { type: 'work', name: span.name, probability: 0.9 })]
      return verdict === null || verdict.probability < LEAST
        ? []
        : [mentionOf(reading, span, verdict)]
    }),
  ]
}

/** "Norvanian" and "Norvania" in one text: a people and its country, known or not. */
function peoplesAndHomes(keys: readonly string[]): [string, string][] {
  const known = new Set(keys)
  return keys.flatMap((key) =>
    key.includes(' ')
      ? []
      : homesOf(key).flatMap((home): [string, string][] =>
          home !== key && known.has(home) ? [[key, home]] : [],
        ),
  )
}

/** "Davenport" is a town by the lists; where nothing at its places says so, it can be a surname. */
function isBareSurname({ name, spans }: Spelling): boolean {
  if (name.includes(' ') || isPeople(name)) return false
  const likely = spans.filter((span) => {
    const context = contextEvidence(span)
    return !span.afterThe && context.place < 1 && context.person >= context.place
  })
  return likely.length * 2 >= spans.length
}

const textOf = (reading: Reading, { start, end }: { start: number; end: number }): string =>
  reading.text.slice(start, end).replace(/\s+/g, ' ')

/** Doctrines, faiths and words of one letter are no names of the six types. */
const isNameable = ({ name }: NameSpan): boolean =>
  name.length > 1 &&
  !/(?:ism|ianity)$|^\p{Lu}-\p{Lu}{2}$|^Islam$|^(?:Internet|Web|Earth|Bible|Gods?)$/u.test(name)

function titleMention(reading: Reading, title: Title): Mention {
  const name = textOf(reading, title)
  const value: Value = { type: title.isCase ? 'event' : 'work', name }
  return {
    start: title.start,
    end: title.end,
    text: name,
    value,
    probability: title.isCase ? 0.7 : 0.9,
  }
}

function mentionOf(
  reading: Reading,
  span: NameSpan,
  { type, name, probability }: Verdict,
): Mention {
  const { start, end } = span
  return { start, end, text: reading.text.slice(start, end), value: { type, name }, probability }
}

/** A heading has capitals on all its words: only a name that is listed stands there by itself. */
function listed(name: string): Verdict | null {
  const [type] = listedTypes(name)
  return type === undefined ? null : { type, name, probability: 0.7 }
}

function decide(spans: readonly NameSpan[]): Map<string, Verdict> {
  const spellings = gatherSpellings(spans)
  const scored = new Map([...spellings].map(([key, spelling]) => [key, scoreOf(spelling)]))
  for (const [people, home] of peoplesAndHomes([...spellings.keys()])) {
    scored.set(people, addScores(scored.get(people) ?? PRIOR, { people: 3 }))
    scored.set(home, addScores(scored.get(home) ?? PRIOR, { place: 2 }))
  }
  const personLike = (key: string): boolean => {
    const spelling = spellings.get(key)
    if (spelling === undefined) return false
    return bestOf(scored.get(key) ?? PRIOR).type === 'person' || isBareSurname(spelling)
  }
  const entities = gatherEntities(spellings, personLike)
  const first = new Map<Entity, Scores>(entities.map((e) => [e, entityScores(e, scored)]))
  const company = companyEvidence(spans, entities, first)
  const verdicts = new Map<string, Verdict>()
  for (const entity of entities) {
    const scores = addScores(first.get(entity) ?? PRIOR, company.get(entity) ?? {})
    const { type, probability } = bestOf(scores)
    for (const spelling of entity.spellings)
      verdicts.set(spelling.key, {
        type,
        name: canonical(entity, spelling, type),
        probability,
      })
  }
  return verdicts
}

/** A people is called as the text calls it there ("Bolshevik", "Bolsheviks"); all else by its fullest name. */
const canonical = (entity: Entity, spelling: Spelling, type: NameType): string =>
  type === 'people' && isPeople(spelling.name)
    ? spelling.name
    : (entity.spellings[0]?.name ?? spelling.name)

/** Places of the text add up, each further one half as much as the one before. */
function scoreOf({ name, spans }: Spelling): Scores {
  const own = ownEvidence(name)
  let scores = spans[0]?.alone === true ? addScores(own, own, -0.7) : own
  const contexts = spans.map(contextEvidence)
  const weight = (2 - 0.5 ** (spans.length - 1)) / spans.length
  for (const type of TYPES) {
    const all = contexts.map((context) => context[type])
    const mean = all.reduce((a, b) => a + b, 0) * weight
    // What one place says plainly ("the Herald, a weekly") holds for all of them.
    const plainest = Math.max(...all)
    const said = plainest >= PLAIN ? Math.max(mean, plainest) : mean
    scores = addScores(scores, { [type]: said })
  }
  return addScores(scores, PRIOR)
}

function entityScores(entity: Entity, scored: ReadonlyMap<string, Scores>): Scores {
  const all = entity.spellings.map(({ key }) => scored.get(key) ?? PRIOR)
  const rest = all.slice(1).reduce((a, b) => addScores(a, b, 0.5), PRIOR)
  return addScores(all[0] ?? PRIOR, addScores(rest, PRIOR, -1))
}

function bestOf(scores: Scores): { readonly type: NameType; readonly probability: number } {
  const [type = 'person'] = [...TYPES].sort((a, b) => scores[b] - scores[a])
  const total = TYPES.reduce((all, other) => all + Math.exp(scores[other] - scores[type]), 0)
  return { type, probability: 1 / (total + Math.exp(NO_NAME - scores[type])) }
}

/** "Lind, X and Holm": names in one list are mostly of one type. */
function companyEvidence(
  spans: readonly NameSpan[],
  entities: readonly Entity[],
  scores: ReadonlyMap<Entity, Scores>,
): Map<Entity, Partial<Scores>> {
  const entityOf = new Map(
    entities.flatMap((entity) => entity.spellings.map(({ key }) => [key, entity] as const)),
  )
  const company = new Map<Entity, Partial<Scores>>()
  for (const run of coordinatedRuns(spans)) {
    const members = run.flatMap((span) => entityOf.get(spanKey(span)) ?? [])
    for (const member of members) {
      const others = members
        .filter((other) => other !== member)
        .map((o) => bestOf(scores.get(o) ?? PRIOR))
      const sure = others.filter((other) => other.probability > 0.75)
      const type = sure[0]?.type
      if (type === undefined || sure.some((other) => other.type !== type)) continue
      company.set(member, { [type]: Math.min(2.5, 1 + 0.5 * sure.length) })
    }
  }
  return company
}

/** Runs of names with nothing but commas, "and", "or" and bracketed aliases between them. */
function coordinatedRuns(spans: readonly NameSpan[]): NameSpan[][] {
  const runs: NameSpan[][] = []
  let run: NameSpan[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = run.at(-1)
    if (last === undefined || !isJoined(last, span)) {
      run = []
      runs.push(run)
    }
    run.push(span)
  }
  return runs.filter((members) => members.length > 1)
}

function isJoined(last: NameSpan, next: NameSpan): boolean {
  if (last.sentence !== next.sentence || next.first <= last.last) return false
  const between = last.sentence.tokens
    .slice(last.last + 1, next.first)
    .map((t) => t.text.toLowerCase())
  return /^(?:\($|\) )?(?:,|and|or|, and|, or|&)?(?: the)?$/.test(between.join(' '))
}
