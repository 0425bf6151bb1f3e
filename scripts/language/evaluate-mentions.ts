/** What names name, against a treebank that has entities in its last column (GUM: "Entity=(1-person-…"). */
import { mentionsOf } from '@/lib/core/language/mentions/mentions'
import {
  type Block,
  type Mention,
  type Reading,
  type Token,
  UPOS,
  type Upos,
} from '@/lib/core/language/tree'
import { filesOf, readConlluFile } from './treebank'

/** The treebank's types of names, and ours that mean the same; a people is a group of persons to it. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  person: ['person', 'people'],
  place: ['place'],
  organization: ['organisation'],
  event: ['event'],
}

interface Entity {
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
  for (const { reading, entities } of documents) {
    const mentions = mentionsOf(reading).filter((mention) => 'name' in mention.value)
    for (const [type, count] of counts) {
      const ours = mentions.filter((m) => TYPES[type]?.includes(m.value.type))
      const keyed = entities.filter((entity) => entity.type === type)
      const right = keyed.filter((entity) => ours.some((m) => covers(m, entity)))
      count.keyed += keyed.length
      count.right += right.length
      // Adjectives of nationality are names to us alone.
      count.found += ours.filter(
        (m) => m.value.type !== 'people' || entities.some((entity) => covers(m, entity)),
      ).length
    }
    if (verbose) faults.push(...faultsOf(reading, mentions, entities))
  }
  const table = [...counts].map(([type, { right, found, keyed }]) => {
    const percent = (of: number) => ((100 * right) / Math.max(1, of)).toFixed(1).padStart(6)
    return `${type.padEnd(14)} precision ${percent(found)}  recall ${percent(keyed)}  of ${keyed}`
  })
  return [...table, ...faults]
}

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
  text: string
  readonly blocks: Block[]
  readonly entities: Entity[]
}

function documentsOf(conllu: string): Document[] {
  const drafts: Draft[] = []
  for (const part of conllu.split(/\n\n+/)) {
    if (part.trim() === '') continue
    const lines = part.split('\n')
    if (lines.some((line) => line.startsWith('# newdoc')) || drafts.length === 0)
      drafts.push({ text: '', blocks: [], entities: [] })
    const draft = drafts.at(-1)
    if (draft !== undefined) addSentence(draft, lines)
  }
  return drafts.map(({ text, blocks, entities }) => ({
    reading: { text, blocks, quotations: [] },
    entities,
  }))
}

function addSentence(draft: Draft, lines: readonly string[]): void {
  const start = draft.text.length
  const said = lines.find((line) => line.startsWith('# text = '))?.slice('# text = '.length) ?? ''
  draft.text += `${said} `
  const rows = lines.map((line) => line.split('\t')).filter(([id]) => /^\d+$/.test(id ?? ''))
  let at = start
  const tokens = rows.map((row): Token => {
    const token = tokenOf(row, draft.text.indexOf(row[1] ?? '', at))
    at = token.end
    return token
  })
  const end = start + said.length
  draft.blocks.push({ kind: 'paragraph', start, end, sentences: [{ start, end, tokens }] })
  draft.entities.push(...entitiesOf(rows, tokens))
}

function tokenOf(row: readonly string[], start: number): Token {
  const [, text = '', lemma = '', upos = '', xpos = '', , head = '0', relation = ''] = row
  return {
    start,
    end: start + text.length,
    text,
    lemma,
    upos: isUpos(upos) ? upos : 'X',
    xpos,
    uposProbability: 1,
    head: Number(head) - 1,
    headProbability: 1,
    rivals: [],
    relation,
    relationProbability: 1,
  }
}

const isUpos = (tag: string): tag is Upos => UPOS.some((upos) => upos === tag)

/** The named ones that stand in no other: those whose head is a name by its tag. */
function entitiesOf(rows: readonly (readonly string[])[], tokens: readonly Token[]): Entity[] {
  const open: { id: string; type: string; first: number }[] = []
  const found: Entity[] = []
  rows.forEach((row, at) => {
    const marks = /Entity=([^|]*)/.exec(row[9] ?? '')?.[1] ?? ''
    for (const [, id, type, closed] of marks.matchAll(/\(([^-()]+)-([a-z]+)[^()]*|([^-()]+)?\)/g)) {
      if (id !== undefined && type !== undefined) open.push({ id, type, first: at })
      else {
        const last =
          closed === undefined ? open.length - 1 : open.findLastIndex((o) => o.id === closed)
        const [entity] = open.splice(last, 1)
        if (entity !== undefined) found.push(...entityOf(entity, at, tokens))
      }
    }
  })
  return found.filter(
    (entity) => !found.some((o) => o !== entity && o.start <= entity.start && entity.end <= o.end),
  )
}

function entityOf(
  { type, first }: { readonly type: string; readonly first: number },
  last: number,
  tokens: readonly Token[],
): Entity[] {
  const inside = tokens.slice(first, last + 1)
  const head = inside.find((token) => token.head < first || token.head > last)
  const [start, end] = [inside[0]?.start, inside.at(-1)?.end]
  if (head?.upos !== 'PROPN' || start === undefined || end === undefined) return []
  return [{ type, head: head.start, start, end }]
}
