/** The command's parts on a folder of texts of one's own. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { itemOf } from '@/lib/core/generate/measure/item-fixture'
import { readArguments } from './arguments'
import { factPages } from './fact-lines'
import { faultLines } from './fault-lines'
import { judgementsOf } from './judgements'
import { takeSheet, writeSheet } from './judging'
import { qualityPage } from './quality-page'
import { asPage } from './report-page'
import { measureAll, seeAll } from './run'
import { goldTexts, placesOf } from './texts'

const BODY = `# The Herald

The First Congress of the Canton was held in Ostmark from 3 to 9 May 1912. The Herald was edited by Anna Berg.
`
/** Whatever generator there is, these are the items that it makes. */
const makeItems = () => [
  itemOf(BODY, {
    question: 'From when to when was the First Congress held?',
    answer: 'from 3 to 9 May 1912',
    quote: 'The First Congress of the Canton was held in Ostmark from 3 to 9 May 1912.',
  }),
  {
    ...itemOf(BODY, {
      question: 'Who edited the Herald?',
      answer: 'Anna Berg',
      options: ['Anna Berg', 'Bruno Tal', 'timber'],
      quote: 'The Herald was edited by Anna Berg.',
    }),
    construction: 'by-whom',
    features: { said: 1, rivals: 0.5 },
  },
]
const SET = {
  text: 'herald',
  where: 'own',
  half: 'develop',
  facts: [
    {
      fact: 'The congress met for a week in May 1912.',
      type: 'period',
      importance: 3,
      evidence: ['First Congress'],
      answer: ['3 to 9 May 1912'],
    },
    {
      fact: 'Nobody paid for the Herald.',
      type: 'person',
      importance: 1,
      evidence: ['Anna Berg'],
      answer: ['nobody'],
    },
  ],
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'passage-gold-'))
  writeFileSync(join(folder, 'herald.md'), BODY)
})
beforeEach(() => {
  writeFileSync(join(folder, 'herald.json'), JSON.stringify(SET))
  rmSync(join(folder, 'judgements'), { recursive: true, force: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ALL = { half: 'all', name: null } as const
const texts = () => goldTexts(placesOf(folder), ALL).texts

describe('a folder of texts', () => {
  it('costs what it costs in another process, which makes the same items, and is told to readers', () => {
    const runs = measureAll(texts(), placesOf(folder), 'many')
    const [figures] = runs.map((run) => run.figures)
    expect(figures).toMatchObject({
      texts: 1,
      coverage: { all: { of: 2 } },
      cost: { sameBytes: 1 },
    })
    expect(figures?.cost.startUp.clock).toBeGreaterThan(0)
    expect(figures?.cost.memory).toBeGreaterThan(10)
    const named = runs.map((run) => ({ name: run.gold.set.text, figures: run.figures }))
    if (figures) expect(asPage(named, figures)).toMatch(/^herald /m)
    const at = { absent: ['away'], budget: 'many', now: new Date(0), machine: '1 × x' } as const
    const page = qualityPage(runs, at)
    expect(page).toContain('on 1970-01-01. Texts: 1;')
    expect(page).toContain('not at hand: away.')
    expect(page).not.toMatch(/NaN|undefined|\[object/)
  })

  it('shows which facts have items, those without first, and which items have faults', () => {
    const runs = seeAll(texts(), placesOf(folder), { makeItems, namesIn: () => [] })
    expect(factPages(runs)).toBe(`herald: 1 of 2 facts have items
– 1 person     2. Nobody paid for the Herald.
✓ 3 period     1. The congress met for a week in May 1912.
      From when to when was the First Congress held?

all: 50 % (1 of 2); importance 3: 100 % (1 of 1); importance 2: –; importance 1: 0 % (0 of 1)
`)
    expect(runs.map(faultLines).join('')).toBe(`herald, items: 2, faults: 1
  Who edited the Herald? → Anna Berg (by-whom)
      option “timber”: other type
`)
  })

  it('is refused with what is wrong with its sets', () => {
    const [fact] = SET.facts
    const facts = [{ ...fact, evidence: ['Second Congress'] }]
    writeFileSync(join(folder, 'herald.json'), JSON.stringify({ ...SET, facts }))
    expect(texts).toThrow(
      'herald.json: fact 1 (The congress met for a week in May 1912.): no sentence',
    )
    writeFileSync(join(folder, 'herald.json'), JSON.stringify({ ...SET, text: 'other' }))
    expect(texts).toThrow('herald.json: it is for the text other')
    expect(() => goldTexts(placesOf(folder), { half: 'all', name: 'away' })).toThrow(
      'no gold set away',
    )
  })

  it('says which texts are not there', () => {
    writeFileSync(join(folder, 'away.json'), JSON.stringify({ ...SET, text: 'away' }))
    expect(goldTexts(placesOf(folder), ALL).absent).toEqual(['away'])
    rmSync(join(folder, 'away.json'))
  })
})

describe('judging', () => {
  const out = () => join(folder, 'sheet.txt')
  const ask = (reader: string | null, most = 100) =>
    writeSheet(texts(), placesOf(folder), { most, makeItems, reader, out: [out()], even: false })
  const give = (verdict: string) =>
    writeFileSync(
      out(),
      readFileSync(out(), 'utf8').replaceAll(/^verdict:$/gm, `verdict: ${verdict}`),
    )
  const take = (reader: string) =>
    takeSheet(out(), reader, { texts: texts(), places: placesOf(folder), makeItems })
  const kept = () => judgementsOf(placesOf(folder).judgements, 'herald')

  it('keeps what a reader says, with how the item was made, and asks it no more', () => {
    ask(null)
    give('good: clear')
    expect(take('a')).toBe('2 judgements of reader a are kept.\n')
    const made = kept().map(({ item, ...rest }) => rest)
    const said = { text: 'herald', reader: 'a', verdict: 'good' }
    expect(made).toContainEqual({ ...said, construction: 'by-hand' })
    expect(made).toContainEqual({
      ...said,
      construction: 'by-whom',
      features: { said: 1, rivals: 0.5 },
    })
    expect(ask(null)).toMatch(/^0 of 0 open items/)
  })

  it('asks a second reader for what one other has judged, and shows in the figures what they say', () => {
    ask(null, 2)
    give('good')
    take('a')
    expect(ask('a')).toMatch(/^0 of 0/)
    expect(ask('b')).toMatch(/^2 of 2/)
    give('wrong')
    take('b')
    expect(ask('c')).toMatch(/^0 of 0/)
    expect(kept()).toHaveLength(4)
    const [run] = seeAll(texts(), placesOf(folder), { makeItems, namesIn: () => [] })
    const said = run?.seen.items.flatMap((item) => item.said.map((one) => one.verdict)) ?? []
    expect(said.sort()).toEqual(['good', 'good', 'wrong', 'wrong'])
  })

  it('does without the key where the items are still made as they were', () => {
    ask(null, 2)
    give('trivial')
    rmSync(`${out()}.key.json`)
    take('a')
    expect(kept()).toHaveLength(2)
  })

  it('takes answers in a file of their own, by the key', () => {
    ask(null)
    const sheet = readFileSync(out(), 'utf8')
    const hashes = [...sheet.matchAll(/^=== \d+ · (\S+)/gm)].map(([, hash]) => `${hash} good`)
    writeFileSync(out(), `${/^key: .*$/m.exec(sheet)?.[0]}\n${hashes.join('\n')}\n`)
    take('a')
    expect(kept().map((one) => one.text)).toEqual(['herald', 'herald'])
    writeFileSync(out(), `${hashes.join('\n')}\n`)
    expect(() => take('a')).toThrow('Put the key of the sheet beside it.')
  })

  it('keeps nothing of a sheet that has a mistake', () => {
    ask(null)
    give('nice')
    expect(() => take('a')).toThrow('“nice” is none of')
    const strange = readFileSync(out(), 'utf8').replace('nice', 'good').replaceAll('nice', '')
    writeFileSync(out(), strange.replaceAll(/· [0-9a-f]{16} ·/g, '· 0123456789abcdef ·'))
    expect(() => take('a')).toThrow('is there twice')
    expect(existsSync(join(folder, 'judgements'))).toBe(false)
  })
})

describe('the command line', () => {
  it.each([
    [['--half', 'both'], '--half is one of'],
    [['--facts', '--half', 'check'], 'the develop half alone'],
    [['--budget', 'huge'], '--budget is one of'],
    [['--judged', 'x.txt'], 'needs the --reader'],
    [['--to-judge', 'some'], 'needs a number'],
    [['--facts', '--faults'], 'one thing at a time'],
    [['--quality', '--text', 'x'], 'of all texts'],
    [['a', 'b'], 'one folder'],
    [['a', '--documents'], 'no other folder'],
  ])('refuses %j', (args, why) => {
    expect(() => readArguments(args)).toThrow(why)
  })

  it('reads what is asked', () => {
    expect(readArguments(['--to-judge', '20', '--reader', 'b', '--half', 'all'])).toEqual({
      folder: null,
      half: 'all',
      name: null,
      budget: 'usual',
      documents: false,
      task: { task: 'toJudge', most: 20, reader: 'b', out: [], pool: false },
    })
    expect(readArguments([]).half).toBe('develop')
    expect(readArguments(['--documents']).documents).toBe(true)
  })
})
