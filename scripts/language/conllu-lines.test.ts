import { describe, expect, it } from 'vitest'
import { givenSentences, NotConllu, readConllu } from '@/lib/core/language/conllu'
import { openModel } from '@/lib/core/language/model'
import { makeWeights, SMALL } from '@/lib/core/language/net/weights-fixture'
import { readEnglish, readTokens } from '@/lib/core/language/read'
import { linesOfGiven, linesOfSentence } from './conllu-lines'
import { treeLines } from './tree-lines'

const model = openModel(makeWeights(SMALL, 5))

const row = (id: string, form: string, misc = '_'): string =>
  [id, form, '_', '_', '_', '_', '_', '_', '_', misc].join('\t')

const GIVEN = [
  '# sent_id = own-1',
  row('1', 'The'),
  row('2-3', 'hearts’'),
  row('2', 'hearts'),
  row('3', '’', 'SpaceAfter=No|Gloss=x'),
  row('3.1', 'left'),
  row('4', 'pump'),
  '',
  row('1', 'Blood'),
  '',
].join('\n')

describe('CoNLL-U', () => {
  it('keeps what was given and adds what was read', () => {
    const given = givenSentences(GIVEN)
    expect(given.map(({ forms }) => forms)).toEqual([['The', 'hearts', '’', 'pump'], ['Blood']])
    const read = readTokens(
      given.map(({ forms }) => forms),
      model,
    )
    const lines = given.flatMap((one, index) => {
      const sentence = read[index]
      return sentence ? linesOfGiven(one, sentence) : []
    })
    expect(lines[0]).toBe('# sent_id = own-1')
    expect(lines[2]).toBe(row('2-3', 'hearts’'))
    expect(lines[4]).toMatch(/^3\t’\t.*\tSpaceAfter=No\|UposProbability=[01]\.\d{4}\|/)
    expect(lines.join('\n')).not.toContain('3.1')
    const again = readConllu(`${lines.join('\n')}\n`)
    expect(again.map(({ sentence }) => sentence.tokens.map(({ head }) => head))).toEqual(
      read.map(({ tokens }) => tokens.map(({ head }) => head)),
    )
  })

  it('of a text has its words, spaces and places', () => {
    const text = 'The heart\npumps blood.'
    const [sentence] = readEnglish(text, model).blocks.flatMap(({ sentences }) => sentences)
    if (!sentence) throw new Error('no sentence')
    const lines = linesOfSentence(text, sentence, 7, true)
    expect(lines.slice(0, 3)).toEqual([
      '# newpar',
      '# sent_id = 7',
      '# text = The heart pumps blood.',
    ])
    expect(lines[6]).toMatch(/^4\tblood\t.*\tSpaceAfter=No\|TokenRange=16:21\|/)
    expect(lines).toHaveLength(9)
  })

  it.each([['two words'], ['1\tThe\tthe'], [row('one', 'The')]])(
    'refuses %j, with its line',
    (line) => {
      expect(() => givenSentences(`# a comment\n${line}\n`)).toThrow(NotConllu)
      expect(() => givenSentences(`# a comment\n${line}\n`)).toThrow('Line 2')
    },
  )
})

describe('a tree for the eye', () => {
  it('has a line for each word, within the page', () => {
    const forms = Array.from({ length: 90 }, (_, k) =>
      k === 50 ? 'x'.repeat(300) : `word${k % 9}`,
    )
    const [sentence] = readTokens([forms], model)
    if (!sentence) throw new Error('no sentence')
    const lines = treeLines(forms.join(' '), sentence)
    const words = lines.filter((line) => /[01]\.\d{3}$/.test(line))
    expect(words).toHaveLength(90)
    for (const line of words) expect(line.length).toBeLessThanOrEqual(100)
  })
})
