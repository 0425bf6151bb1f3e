/** What names name, and whom pronouns speak of, against a treebank that has entities in its last column (GUM: "Entity=(1-person-…"). */

import {
  commentOf,
  type Given,
  givenSentences,
  isTokenRow,
  sentenceOf,
} from '@/lib/core/language/conllu'
import { mentionsOf } from '@/lib/core/language/mentions/mentions'
import { resolve } from '@/lib/core/language/mentions/resolve'
import type { Block, Mention, Reading, Reference, Token } from '@/lib/core/language/tree'
import type { Span } from '@/lib/core/text/source'
import { filesOf, readConlluFile } from './treebank'

/** The treebank's types of names, and ours that mean the same; a people is a group of persons to it. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  person: ['person', 'people'],
  place: ['place'],
  organization: ['organisation'],
  event: ['event'],
}

interface Entity {
  /** The same for all that speak of one thing in a document. */
  readonly id: string
  readonly isName: boolean
  readonly type: string
  /** The offset of its head. */
  readonly head: number
  readonly start: number
  readonly end: number
}

interface Document {
  readonly reading: Reading
  readonly entities: readonly Entity[]
}

export function evaluateMentions(folder: string, part: string, verbose: boolean): string {
  const lines: string[] = []
  for (const file of filesOf(folder, part)) {
    const conllu = readConlluFile(file)
    if (!conllu.includes('Entity=(')) continue
    lines.push(file, ...report(documentsOf(conllu), verbose))
  }
  if (lines.length === 0) lines.push(`${folder} has no entities in its part "${part}".`)
  return `${lines.join('\n')}\n`
}

function report(documents: readonly Document[], verbose: boolean): string[] {
  const counts = new Map(Object.keys(TYPES).map((type) => [type, { right: 0, found: 0, keyed: 0 }]))
  const faults: string[] = []
  const references = { right: 0, said: 0 }
  for (const { reading, entities } of documents) {
    const all = mentionsOf(reading)
    const mentions = all.filter((mention) => 'name' in mention.value)
    const named = outermostNames(entities)
    for (const reference of resolve(reading, all)) {
      const isRight = idOf(reference, entities) === idOf(reference.antecedent, entities)
      if (isRight) references.right++
      else if (verbose) faults.push(wrongReference(reading, reference))
      references.said++
    }
    for (const [type, count] of counts) {
      const ours = mentions.filter((m) => TYPES[type]?.includes(m.value.type))
      const keyed = named.filter((entity) => entity.type === type)
      const right = keyed.filter((entity) => ours.some((m) => covers(m, entity)))
      count.keyed += keyed.length
      count.right += right.length
      // Adjectives of nationality are names to us alone.
      count.found += ours.filter(
        (m) => m.value.type !== 'people' || named.some((entity) => covers(m, entity)),
      ).length
    }
    if (verbose) faults.push(...faultsOf(reading, mentions, named))
  }
  const table = [...counts].map(([type, { right, found, keyed }]) => {
    const percent = (of: number) => ((100 * right) / Math.max(1, of)).toFixed(1).padStart(6)
    return `${type.padEnd(14)} precision ${percent(found)}  recall ${percent(keyed)}  of ${keyed}`
  })
  const { right, said } = references
  const share = ((100 * right) / Math.max(1, said)).toFixed(1).padStart(6)
  return [...table, `${'references'.padEnd(14)} precision ${share}  of ${said} said`, ...faults]
}

/** Of what the smallest entity around a mention speaks; null where the treebank has none. */
const idOf = ({ start, end }: Span, entities: readonly Entity[]): string | null =>
  entities
    .filter((entity) => entity.start <= start && end <= entity.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.id ?? null

const wrongReference = ({ text }: Reading, { start, end, antecedent }: Reference): string =>
  `reference, ours ${antecedent.text}: ${text.slice(Math.max(0, start - 60), end)}`

const covers = (mention: Mention, entity: Entity): boolean =>
  mention.start <= entity.head && entity.head < mention.end

function faultsOf(
  reading: Reading,
  mentions: readonly Mention[],
  entities: readonly Entity[],
): string[] {
  return entities.flatMap((entity) => {
    const ours = mentions.find((mention) => covers(mention, entity))
    const said = ours?.value.type ?? 'nothing'
    if (TYPES[entity.type]?.includes(said) !== false) return []
    const text = reading.text.slice(entity.start, entity.end)
    return [`${entity.type}, ours ${said}: ${text}`]
  })
}

interface Draft {
  readonly name: string
  text: string
  readonly blocks: Block[]
  readonly entities: Entity[]
}

function documentsOf(conllu: string): Document[] {
  const drafts: Draft[] = []
  for (const given of givenSentences(conllu)) {
    // "GUM_bio_galois" of its sentence "GUM_bio_galois-12".
    const name = commentOf(given, 'sent_id').replace(/-\d+$/, '')
    if (drafts.at(-1)?.name !== name) drafts.push({ name, text: '', blocks: [], entities: [] })
    const draft = drafts.at(-1)
    if (draft !== undefined) addSentence(draft, given)
  }
  return drafts.map(({ text, blocks, entities }) => ({
    reading: { text, blocks, quotations: [] },
    entities,
  }))
}

function addSentence(draft: Draft, given: Given): void {
  const start = draft.text.length
  const said = commentOf(given, 'text')
  draft.text += `${said} `
  let at = start
  const tokens = sentenceOf(given).tokens.map((token): Token => {
    const place = draft.text.indexOf(token.text, at)
    at = place + token.text.length
    return { ...token, start: place, end: at }
  })
  const end = start + said.length
  draft.blocks.push({ kind: 'paragraph', start, end, sentences: [{ start, end, tokens }] })
  draft.entities.push(...entitiesOf(given.rows.filter(isTokenRow), tokens))
}

function entitiesOf(rows: readonly (readonly string[])[], tokens: readonly Token[]): Entity[] {
  const open: { id: string; type: string; first: number }[] = []
  const found: Entity[] = []
  rows.forEach((row, at) => {
    const marks = /Entity=([^|]*)/.exec(row[9] ?? '')?.[1] ?? ''
    for (const mark of marks.matchAll(/\(([^-()]+)-([a-z]+)[^()]*(\))?|([^-()]+)\)/g)) {
      const [, id, type, isWhole, closed] = mark
      if (id !== undefined && type !== undefined) open.push({ id, type, first: at })
      const last = isWhole === undefined ? open.findLastIndex((o) => o.id === closed) : -1
      if (last < 0 && isWhole === undefined) continue
      const [entity] = open.splice(last, 1)
      if (entity !== undefined) found.push(...entityOf(entity, at, tokens))
    }
  })
  return found
}

function entityOf(
  { id, type, first }: { readonly id: string; readonly type: string; readonly first: number },
  last: number,
  tokens: readonly Token[],
): Entity[] {
  const inside = tokens.slice(first, last + 1)
  const head = inside.find((token) => token.head < first || token.head > last)
  const [start, end] = [inside[0]?.start, inside.at(-1)?.end]
  if (head === undefined || start === undefined || end === undefined) return []
  return [{ id, type, isName: head.upos === 'PROPN', head: head.start, start, end }]
}

/** Those whose head is a name by its tag, and that stand in no other. */
function outermostNames(entities: readonly Entity[]): Entity[] {
  const named = entities.filter((entity) => entity.isName)
  return named.filter(
    (entity) => !named.some((o) => o !== entity && o.start <= entity.start && entity.end <= o.end),
  )
}
