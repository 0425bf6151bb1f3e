/** Sentences and texts of our own, keyed by hand: what a careful reader of them says, to hold the reading of English against. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Span } from '@/lib/core/text/source'
import { commentOf, givenSentences, sentenceOf } from '../conllu'
import { type BlockKind, type Sentence, UPOS } from '../tree'
import { type GoldMention, mentionsFile } from './mention-fixture'

const HERE = join(process.cwd(), 'lib', 'core', 'language', 'gold')

const offset = z.int().nonnegative()
const range = z.strictObject({ start: offset, end: offset })

const blockKind: z.ZodType<BlockKind> = z.enum(['heading', 'paragraph', 'list item'])

const sentencesFile = z.array(z.strictObject({ end: offset, block: blockKind }))

const referencesFile = z.array(
  z.strictObject({
    start: offset,
    end: offset,
    text: z.string().min(1),
    /** Of whom or what it speaks: the canonical name that mentions of it bear. */
    name: z.string().min(1),
    /** The last mention of it before. */
    antecedent: range,
  }),
)

const words = range.extend({ text: z.string().min(1) }).nullable()

/** Marks left out; one that goes over several paragraphs is one, one that its speaker interrupts is two. */
const quotationsFile = z.array(range.extend({ speaker: words, verb: words }))

export interface GoldText {
  readonly name: string
  readonly body: string
  /** The last character of each sentence is the one before its end. */
  readonly sentences: z.infer<typeof sentencesFile>
  readonly mentions: readonly GoldMention[]
  /** Stretches about which the key is silent: what is found there is neither right nor wrong. */
  readonly unkeyed: readonly (Span & { readonly text: string })[]
  readonly references: z.infer<typeof referencesFile>
  readonly quotations: z.infer<typeof quotationsFile>
}

const read = (file: string): string => readFileSync(join(HERE, file), 'utf8')
const readJson = (file: string): unknown => JSON.parse(read(file))

export function goldTexts(): GoldText[] {
  const files = readdirSync(join(HERE, 'texts')).filter((file) => file.endsWith('.txt'))
  return files.sort().map((file) => {
    const name = file.slice(0, -'.txt'.length)
    return {
      name,
      body: read(`texts/${file}`),
      sentences: sentencesFile.parse(readJson(`texts/${name}.sentences.json`)),
      ...mentionsFile.parse(readJson(`texts/${name}.mentions.json`)),
      references: referencesFile.parse(readJson(`texts/${name}.references.json`)),
      quotations: quotationsFile.parse(readJson(`texts/${name}.quotations.json`)),
    }
  })
}

export interface GoldSentence extends Sentence {
  readonly id: string
  readonly text: string
}

/** The sentences of sentences.conllu, all of them certain; their offsets begin with the sentence. */
export function goldSentences(): GoldSentence[] {
  return givenSentences(read('sentences.conllu')).map((given) => {
    const unknown = given.rows.find(([, , , upos]) => !UPOS.some((tag) => tag === upos))
    if (unknown) throw new Error(`No part of speech: ${unknown.join(' ')}`)
    const [id, text] = [commentOf(given, 'sent_id'), commentOf(given, 'text')]
    if (id === '' || text === '') throw new Error(`No id or text: ${given.forms.join(' ')}`)
    return { id, text, ...sentenceOf(given) }
  })
}
