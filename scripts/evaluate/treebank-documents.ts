/**
 * Documents of the treebank GUM as running text: real texts of many kinds that readers judge items of, besides those that have
 * gold sets. Which ones stands in lib/core/generate/gold/documents.json; the parser learned its trees from most of them, so it
 * reads them a little better than texts that it has never seen.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import documents from '@/lib/core/generate/gold/documents.json'
import type { GoldSet, Half } from '@/lib/core/generate/gold/gold-set'
import { filesOf, type RawDocument, rawDocuments, readConlluFile } from '../language/treebank'
import { inProject } from '../setup/project.mjs'
import { readText } from './read-text'
import type { GoldText, Wanted } from './texts'

const TREEBANK = inProject('..', 'shared', 'language', 'treebank')
/** The parts that may be read: nobody looks at what is kept to test the parser. */
const PARTS = ['train', 'dev']

/** Their facts were not listed. [] where the treebank is not on this machine. */
export function treebankDocuments({ half, name }: Wanted): readonly GoldText[] {
  if (!existsSync(TREEBANK)) return []
  const halves: Half[] = half === 'all' ? ['develop', 'check'] : [half]
  const wanted = new Map(
    halves.flatMap((own) => documents[own].map((text) => [text, own] as const)),
  )
  const copies = mkdtempSync(join(tmpdir(), 'passage-documents-'))
  process.on('exit', () => rmSync(copies, { recursive: true, force: true }))
  const files = PARTS.flatMap((part) => filesOf(TREEBANK, part)).filter((file) => /gum/.test(file))
  return files.flatMap((file) =>
    rawDocuments(readConlluFile(file)).flatMap((document): GoldText[] => {
      const text = nameOf(document)
      const own = wanted.get(text)
      if (own === undefined || (name !== null && name !== text)) return []
      const set: GoldSet = { text, where: 'shared', half: own, facts: [] }
      const copy = join(copies, `${text}.txt`)
      writeFileSync(copy, runningText(document))
      return [{ set, file: copy, text: readText(copy), facts: [] }]
    }),
  )
}

/** "GUM_bio_byron" → "bio-byron". */
const nameOf = ({ id }: RawDocument): string => id.replace(/^GUM_/, '').replace('_', '-')

/** In words. */
const PARAGRAPH = 90
const LONGEST_HEADING = 11

/** The treebank has no paragraphs: a new one begins after so many words, and around what has neither end mark nor length. */
function runningText({ sentences }: Pick<RawDocument, 'sentences'>): string {
  const paragraphs: string[][] = [[]]
  let words = 0
  for (const { text } of sentences) {
    const own = text.trim()
    const count = own.split(/\s+/).length
    if (count <= LONGEST_HEADING && !/[.!?…:;,"”’)\]]$/.test(own)) {
      paragraphs.push([own], [])
      words = 0
      continue
    }
    paragraphs.at(-1)?.push(own)
    words += count
    if (words > PARAGRAPH) {
      paragraphs.push([])
      words = 0
    }
  }
  const full = paragraphs.filter((one) => one.length > 0)
  return `${full.map((one) => one.join(' ')).join('\n\n')}\n`
}
