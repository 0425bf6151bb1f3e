/** The gold sets of the project, held against their texts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import documents from './documents.json'
import { readGoldSet } from './gold-set'
import { readJudgements } from './judgement'
import { placeFacts } from './place-facts'

const root = process.cwd()
const gold = join(root, 'lib', 'core', 'generate', 'gold')
const shared = join(root, '..', 'shared', 'texts')
const FOLDERS = {
  shared: [shared, join(shared, 'developing')],
  content: [join(root, 'content')],
  own: [join(gold, 'texts')],
}
const filesIn = (folder: string, ending: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(ending)) : []

const files = filesIn(join(gold, 'sets'), '.json')

describe('the gold sets', () => {
  it('are there, for both halves', () => {
    expect(files.length).toBeGreaterThanOrEqual(10)
  })

  it.each(files)('%s has thirty facts and more, each in a sentence of its text', (file) => {
    const read = readGoldSet(readFileSync(join(gold, 'sets', file), 'utf8'), file)
    if (!read.ok) throw new Error(read.problems.join('\n'))
    const { set } = read
    expect(set.text).toBe(basename(file, '.json'))
    expect(set.facts.length).toBeGreaterThanOrEqual(30)
    const found = FOLDERS[set.where]
      .flatMap((folder) => ['.txt', '.md'].map((ending) => join(folder, set.text + ending)))
      .find((path) => existsSync(path))
    // Texts that are not ours to ship may be absent; those of the project may not.
    if (found === undefined) {
      expect(set.where).toBe('shared')
      console.info(`${set.text}: the text is not on this machine; its set was not held against it.`)
      return
    }
    const text = segment(readSource(readFileSync(found, 'utf8'), { fileName: found }))
    expect(placeFacts(set, text).problems).toEqual([])
  })

  it('have judgements of texts that they are about alone', () => {
    const sets = files.map((file) => basename(file, '.json'))
    const texts = new Set([...sets, ...documents.develop, ...documents.check])
    for (const file of filesIn(join(gold, 'judgements'), '.jsonl')) {
      const lines = readFileSync(join(gold, 'judgements', file), 'utf8')
      const read = readJudgements(lines, file)
      if (!read.ok) throw new Error(read.problems.join('\n'))
      for (const { text } of read.judgements) expect(text).toBe(basename(file, '.jsonl'))
      expect(texts).toContain(basename(file, '.jsonl'))
    }
  })
})
