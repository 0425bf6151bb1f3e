/** The texts that have gold sets, where they are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type GoldSet, type Half, readGoldSet } from '@/lib/core/generate/gold/gold-set'
import { type PlacedFact, placeFacts } from '@/lib/core/generate/gold/place-facts'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { EXIT, Refusal } from '../run/program'
import { inProject } from '../setup/project.mjs'
import { readText } from './read-text'

const GOLD = inProject('lib', 'core', 'generate', 'gold')
const SHARED = inProject('..', 'shared', 'texts')

/** Where the sets, the texts and the judgements of an evaluation are. */
export type Places = {
  readonly sets: string
  readonly judgements: string
  readonly textsOf: (set: GoldSet) => readonly string[]
}

const OWN_PLACES: Places = {
  sets: join(GOLD, 'sets'),
  judgements: join(GOLD, 'judgements'),
  textsOf: ({ where }) =>
    ({
      shared: [SHARED, join(SHARED, 'developing')],
      content: [inProject('content')],
      own: [join(GOLD, 'texts')],
    })[where],
}

/** A folder of other texts has their sets beside them. */
export const placesOf = (folder: string | null): Places =>
  folder === null
    ? OWN_PLACES
    : { sets: folder, judgements: join(folder, 'judgements'), textsOf: () => [folder] }

export type GoldText = {
  readonly set: GoldSet
  readonly file: string
  readonly text: SegmentedText
  readonly facts: readonly PlacedFact[]
}

export type GoldTexts = {
  readonly texts: readonly GoldText[]
  /** Names of the texts that are not on this machine. */
  readonly absent: readonly string[]
}

export type Wanted = { readonly half: Half | 'all'; readonly name: string | null }

/** Refuses, with every problem, what is no gold set or does not fit its text. */
export function goldTexts(places: Places, { half, name }: Wanted): GoldTexts {
  const sets = readSets(places.sets, name).filter((set) => half === 'all' || set.half === half)
  const read = sets.map((set) => ({ set, file: textFile(set, places) }))
  const present = read.flatMap(({ set, file }) => (file === null ? [] : [openText(set, file)]))
  const problems = present.flatMap((one) => one.problems)
  if (problems.length > 0) throw new Refusal(problems.join('\n'), EXIT.unreadable)
  return {
    texts: present.map((one) => one.gold),
    absent: read.flatMap(({ set, file }) => (file === null ? [set.text] : [])),
  }
}

function readSets(folder: string, name: string | null): readonly GoldSet[] {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.key.json'))
    : []
  const wanted = files.filter((file) => name === null || basename(file, '.json') === name).sort()
  if (wanted.length === 0) {
    const what = name === null ? 'no gold set' : `no gold set ${name}.json`
    throw new Refusal(`There is ${what} in ${folder}.`, EXIT.unreadable)
  }
  const read = wanted.map((file) => {
    const set = readGoldSet(readFileSync(join(folder, file), 'utf8'), file)
    if (set.ok && set.set.text !== basename(file, '.json')) {
      return { ok: false, problems: [`${file}: it is for the text ${set.set.text}`] } as const
    }
    return set
  })
  const problems = read.flatMap((one) => (one.ok ? [] : one.problems))
  if (problems.length > 0) throw new Refusal(problems.join('\n'), EXIT.unreadable)
  return read.flatMap((one) => (one.ok ? [one.set] : []))
}

function textFile(set: GoldSet, places: Places): string | null {
  const files = places
    .textsOf(set)
    .flatMap((folder) => ['.txt', '.md'].map((ending) => join(folder, `${set.text}${ending}`)))
  return files.find((file) => existsSync(file)) ?? null
}

function openText(set: GoldSet, file: string): { gold: GoldText; problems: readonly string[] } {
  const text = readText(file)
  const { facts, problems } = placeFacts(set, text)
  return {
    gold: { set, file, text, facts },
    problems: problems.map((problem) => `${set.text}.json: ${problem}`),
  }
}
