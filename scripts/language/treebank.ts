/** The sentences of a treebank as a reader met them: the raw text of each document, with the places of its words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { commentOf, type Given, givenSentences } from '@/lib/core/language/conllu'
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
  for (const given of givenSentences(conllu)) {
    const sentence = rawSentence(given)
    const id = sentence.id.replace(/-\d+$/, '')
    const last = documents.at(-1)
    if (last?.id === id) last.sentences.push(sentence)
    else documents.push({ id, sentences: [sentence] })
  }
  return documents
}

function rawSentence(given: Given): RawSentence {
  const id = commentOf(given, 'sent_id')
  const text = commentOf(given, 'text')
  let at = 0
  const words = given.forms.map((form): Span => {
    const start = text.indexOf(form, at)
    if (start < 0) throw new Error(`${id}: "${form}" is not in its text.`)
    at = start + form.length
    return { start, end: at }
  })
  const joined = /(?:^|\|)SpaceAfter=No/.test(given.rows.at(-1)?.[9] ?? '')
  return { id, text, words, joined }
}
