/** The sentences of a treebank as a reader met them: the raw text of each document, with the places of its words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Span } from '@/lib/core/text/source'

export interface RawSentence {
  readonly id: string
  readonly text: string
  /** Offsets into `text`, one for each syntactic word: "do|n’t" has two. */
  readonly words: readonly Span[]
  /** Whether the next sentence follows without white space. */
  readonly joined: boolean
}

export interface RawDocument {
  readonly id: string
  readonly sentences: readonly RawSentence[]
}

/** The files of a folder that belong to a part of the treebank, by their names: "ewt-dev.conllu.gz" to dev. */
export function filesOf(folder: string, part: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.conllu(?:\.gz)?$/.test(name) && name.split(/[-_.]/).includes(part))
    .sort()
    .map((name) => join(folder, name))
}

export function readConlluFile(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** Documents are told apart by the sentences' ids: what stands before the last hyphen and number. */
export function rawDocuments(conllu: string): RawDocument[] {
  const documents: { id: string; sentences: RawSentence[] }[] = []
  for (const block of conllu.split(/\n\n+/)) {
    const sentence = rawSentence(block.split('\n'))
    if (!sentence) continue
    const id = sentence.id.replace(/-\d+$/, '')
    const last = documents.at(-1)
    if (last?.id === id) last.sentences.push(sentence)
    else documents.push({ id, sentences: [sentence] })
  }
  return documents
}

function rawSentence(lines: readonly string[]): RawSentence | null {
  const text = commentOf(lines, 'text')
  const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split('\t'))
  if (rows.length === 0) return null
  const words: Span[] = []
  let at = 0
  for (const [id = '', form = ''] of rows) {
    if (!/^\d+$/.test(id)) continue
    const start = text.indexOf(form, at)
    if (start < 0) throw new Error(`${commentOf(lines, 'sent_id')}: "${form}" is not in its text.`)
    at = start + form.length
    words.push({ start, end: at })
  }
  const joined = /(?:^|\|)SpaceAfter=No/.test(rows.at(-1)?.[9] ?? '')
  return { id: commentOf(lines, 'sent_id'), text, words, joined }
}

function commentOf(lines: readonly string[], name: string): string {
  const head = `# ${name} = `
  return lines.find((line) => line.startsWith(head))?.slice(head.length) ?? ''
}
