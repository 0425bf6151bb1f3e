/** Decides over the whole document what each name names, and under which name it goes. */
import type { Mention, Reading, Value } from '@/lib/core/language/tree'
import { isPeople, listedTypes, type NameType } from '../lists/gazetteer'
import { headsMeant } from '../same/bare-heads'
import { type Bearer, bearersOf } from '../same/bare-names'
import { type Entity, gatherEntities } from '../same/entities'
import { gatherSpellings, type Spelling, spanKey } from '../same/spellings'
import { companyEvidence } from './company'
import { contextEvidence } from './evidence'
import { bodiesInHeadings, namesInHeadings } from './headings'
import { genderOfEntity, namesakes, peoplesAndHomes, personTests, placesWithin } from './kin'
import { findNameSpans, type NameSpan } from './name-spans'
import { ownEvidence } from './own-evidence'
import { addScores, bestOf, PRIOR, type Scores, TYPES } from './scores'
import { findTitles, type Title } from './works'

/** A name that is less sure than this is none: a word with a capital. */
const LEAST = 0.36

/** From here on one place is enough. */
const PLAIN = 2.5

interface Verdict {
  readonly type: NameType
  readonly name: string
  readonly probability: number
}

export function findNames(reading: Reading): Mention[] {
  const titles = findTitles(reading)
  const all = findNameSpans(reading).filter(
    (span) => isNameable(span) && !titles.some((t) => t.start < span.end && span.start < t.end),
  )
  const bodies = bodiesInHeadings(reading, all)
  const overlaps = (span: NameSpan) => bodies.some((b) => b.start < span.end && span.start < b.end)
  const spans = [...bodies, ...all.filter((span) => !overlaps(span))]
  const verdicts = decide(spans, bodies, paragraphsOf(reading))
  const sure = [...verdicts].flatMap(([span, verdict]) =>
    span.inHeading || verdict.probability < 0.5 ? [] : [{ text: span.name, ...verdict }],
  )
  const inHeadings = namesInHeadings(reading, sure)
  const titled = new Map(titles.filter((t) => !t.isCase).map((t) => [textOf(reading, t), t]))
  return [
    ...titles.map((title) => titleMention(reading, title)),
    ...inHeadings,
    ...spans.flatMap((span) => {
      const verdict = verdicts.get(span) ?? (span.inHeading ? listed(span.name) : null)
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

const textOf = (reading: Reading, { start, end }: { start: number; end: number }): string =>
  reading.text.slice(start, end).replace(/\s+/g, ' ')

/** Doctrines, faiths and words of one letter are no names of the six types. */
const isNameable = ({ name }: NameSpan): boolean =>
  name.length > 1 &&
  !/^(?:mrs?|ms|dr|mme|mlle|prof|no|jr|sr|vol|hwy|blvd|ave|inc|ltd)\.?$/i.test(name) &&
  !/(?:ism|ianity)$|^\p{Lu}\.$|^\p{Lu}-\p{Lu}{2}$|^Islam$|^(?:Internet|Web|Earth|Bible|Gods?)$/u.test(
    name,
  )

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

function decide(
  all: readonly NameSpan[],
  bodies: readonly NameSpan[],
  paragraphOf: (span: NameSpan) => number,
): Map<NameSpan, Verdict> {
  const inText = all.filter((span) => !span.inHeading)
  const spans = [...inText, ...shortInHeadings(all, inText), ...bodies]
  const spellings = gatherSpellings(spans)
  const scored = new Map([...spellings].map(([key, spelling]) => [key, scoreOf(spelling)]))
  for (const [people, home] of peoplesAndHomes([...spellings.keys()])) {
    scored.set(people, addScores(scored.get(people) ?? PRIOR, { people: 3 }))
    scored.set(home, addScores(scored.get(home) ?? PRIOR, { place: 2 }))
  }
  for (const key of namesakes([...spellings.keys()]))
    scored.set(key, addScores(scored.get(key) ?? PRIOR, { person: 2 }))
  for (const key of placesWithin([...spellings.keys()]))
    scored.set(key, addScores(scored.get(key) ?? PRIOR, { place: 2 }))
  const tests = personTests(spellings, scored)
  const entities = gatherEntities(spellings, tests)
  const first = new Map<Entity, Scores>(entities.map((e) => [e, entityScores(e, scored)]))
  const company = companyEvidence(spans, entities, first)
  const verdicts = new Map<string, Verdict>()
  const bearers: Bearer[] = []
  for (const entity of entities) {
    const scores = addScores(first.get(entity) ?? PRIOR, company.get(entity) ?? {})
    const { type, probability } = bestOf(scores)
    for (const spelling of entity.spellings)
      verdicts.set(spelling.key, {
        type,
        name: canonical(entity, spelling, type),
        probability,
      })
    const forms = entity.spellings.map(({ name }) => name).filter(tests.isFull)
    const [name] = forms
    if (type === 'person' && name !== undefined)
      bearers.push({ name, forms, gender: genderOfEntity(name, entity) })
  }
  const bearerOf = bearersOf(all, bearers, paragraphOf)
  const meant = headsMeant(
    all,
    (span) => {
      const verdict = verdicts.get(spanKey(span))
      return verdict?.name.includes(' ') ? verdict : null
    },
    paragraphOf,
  )
  return new Map(
    all.flatMap((span): [NameSpan, Verdict][] => {
      const verdict = verdicts.get(spanKey(span))
      const bearer = bearerOf.get(span)
      const one = bearer === undefined ? (meant.get(span) ?? verdict) : borne(span, bearer, verdict)
      return one === undefined ? [] : [[span, one]]
    }),
  )
}

/** A place that is listed stays one where the words around it say so: "George Washington", but "in Washington". */
function borne(span: NameSpan, name: string, verdict: Verdict | undefined): Verdict | undefined {
  const [listedType] = listedTypes(span.name)
  const said = contextEvidence(span)
  if (listedType !== undefined && verdict?.type !== 'person' && said.person < 1.3) return verdict
  if (listedType === 'place' && said.place >= 1 && said.place > said.person)
    return { type: 'place', name: span.name, probability: 0.7 }
  return { type: 'person', name, probability: Math.max(verdict?.probability ?? 0, 0.8) }
}

/** Which paragraph a name stands in, by its number. */
function paragraphsOf(reading: Reading): (span: NameSpan) => number {
  const numbers = new Map(
    reading.blocks.flatMap((block, at) => block.sentences.map((sentence) => [sentence, at])),
  )
  return (span) => numbers.get(span.sentence) ?? -1
}

/** "The Supreme Court" over a text about the Supreme Court of the United States: the part of one of its names. */
function shortInHeadings(all: readonly NameSpan[], inText: readonly NameSpan[]): NameSpan[] {
  const names = [...new Set(inText.map((span) => span.name))]
  return all.filter(
    ({ inHeading, name }) =>
      inHeading &&
      names.some((other) => other.startsWith(`${name} of `) || other.endsWith(` ${name}`)),
  )
}

/** A people is called as the text calls it there ("Bolshevik", "Bolsheviks"); all else by its fullest name. */
const canonical = (entity: Entity, spelling: Spelling, type: NameType): string =>
  type === 'people' && isPeople(spelling.name)
    ? spelling.name
    : (entity.spellings[0]?.name ?? spelling.name)

/** Places of the text add up, each further one half as much as the one before. */
function scoreOf({ name, spans }: Spelling): Scores {
  const own = ownEvidence(listedTypes(name).length > 0 ? name : name.replace(/^The /, ''))
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
