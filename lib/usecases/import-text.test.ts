import { describe, expect, it } from 'vitest'
import { store } from '@/lib/store/client'
import { decideItems } from './decide-items'
import { type ImportResult, importText } from './import-text'
import { itemViews } from './item-view'
import { readCover } from './read-cover'
import { readText } from './read-text'
import { recordReviews } from './record-reviews'
import { takeText } from './take-text'
import { answer, NOON, newVisit, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'

setUpBench()

const bytes = (text: string) => new TextEncoder().encode(text)
const file = (text: string, fileName = 'rivers.txt') => ({ bytes: bytes(text), fileName })

const RIVERS = `The Rivers of the Plain

The Congress of River Pilots was held in Lindau from the 3rd to the 9th of May 1911.

The plain lost 40 per cent of its meadows, 75 per cent of its ferries and 12 per cent of its mills when the dam broke in 1923.

The Pilots' Gazette, a weekly newspaper, was edited by Anna Berger and Josef Klamm.
`

async function imported(visit: Visit, text: string, name?: string): Promise<ImportResult> {
  return succeeded(await importText(visit, file(text, name)))
}

const rows = async () => ({
  texts: await store().text.count(),
  revisions: await store().textRevision.count(),
  passages: await store().passage.count(),
  items: await store().item.count(),
  decks: await store().deck.count(),
})

describe('a text that is new', () => {
  it('becomes passages and proposals that stand in it word for word', async () => {
    const visit = await newVisit()
    const steps = new Set<string>()
    const outcome = succeeded(await importText(visit, file(RIVERS), ({ step }) => steps.add(step)))
    expect([...steps]).toEqual(['reading', 'segmenting', 'generating', 'storing'])
    expect(outcome).toMatchObject({
      kind: 'new',
      title: 'The Rivers of the Plain',
      kept: 0,
      retired: 0,
    })
    expect(outcome.proposed).toBeGreaterThan(1)
    const page = succeeded(await readText(visit, outcome.textId))
    expect(page.body).toBe(RIVERS)
    for (const item of page.items) {
      for (const { start, end, quote } of item.evidence)
        expect(RIVERS.slice(start, end)).toBe(quote)
    }
  })

  it('knows of each passage why nothing more is proposed on it', async () => {
    const visit = await newVisit()
    const { textId } = await imported(visit, `${RIVERS}\nIt was repaired by them. Hm, well.\n`)
    const { blocks, dropped } = succeeded(await readText(visit, textId))
    const prose = blocks.filter(({ kind }) => kind === 'paragraph')
    expect(prose.length).toBe(4)
    expect([...dropped.keys()]).toEqual(prose.map(({ index }) => index))
    for (const [why, times] of [...dropped.values()].flat()) {
      expect(why).not.toBe('')
      expect(times).toBeGreaterThan(0)
    }
    const cover = succeeded(await readCover(visit, textId))
    expect(cover).toMatchObject({ blocks, dropped })
    expect(cover.items.length).toBe((await itemViews(visit, { textId })).length)
    expect(await readCover(await newVisit(), textId)).toMatchObject({ ok: false })
    // What was stored before it was noted is not known.
    await store().$executeRaw`UPDATE passage SET dropped = NULL`
    expect(succeeded(await readText(visit, textId)).dropped.size).toBe(0)
  })

  it('imported again, also twice at once, changes nothing', async () => {
    const visit = await newVisit()
    const twice = await Promise.all([
      imported(visit, `${RIVERS} Twice.`),
      imported(visit, `${RIVERS} Twice.`),
    ])
    expect(twice.map((r) => r.kind).sort()).toEqual(['new', 'same'])
    const before = await rows()
    expect((await imported(visit, `${RIVERS} Twice.`, 'another-name.md')).kind).toBe('same')
    expect(await rows()).toEqual(before)
  })

  it('is its owner’s alone', async () => {
    const { textId } = await imported(await newVisit(), `${RIVERS} Mine.`)
    const other = await newVisit()
    expect(await readText(other, textId)).toMatchObject({
      ok: false,
      problem: { code: 'notFound' },
    })
    expect((await imported(other, `${RIVERS} Mine.`)).kind).toBe('new')
  })
})

describe('a text that was edited', () => {
  it('keeps the items whose evidence is still there, with their memory, and retires the others visibly', async () => {
    const visit = await newVisit()
    const { textId } = await imported(visit, RIVERS)
    const all = await itemViews(visit, { textId })
    await decideItems(visit, { itemIds: all.map((i) => i.id), decision: 'keep' })
    const kept = await itemViews(visit, { textId, status: ['kept'] })
    await recordReviews(
      visit,
      kept.flatMap((i) => i.cards.map((c) => answer(c.id, NOON))),
    )
    const studied = await itemViews(visit, { textId })

    const edited = `A new first line, which moves everything.\n\n${RIVERS.replace(/^The Pilots' Gazette.*$/m, 'Nothing is said of a newspaper any more.')}`
    const result = await imported(visit, edited)
    expect(result).toMatchObject({ kind: 'revision', textId })
    expect(result.retired).toBeGreaterThan(0)

    const after = await itemViews(visit, { textId })
    for (const item of studied) {
      const now = after.find((i) => i.id === item.id)
      const gone = item.evidence.some((e) => e.quote.includes('Gazette'))
      expect(now?.status).toBe(gone ? 'retired' : 'kept')
      expect(now?.cards).toEqual(item.cards)
      if (!gone)
        for (const e of now?.evidence ?? []) expect(edited.slice(e.start, e.end)).toBe(e.quote)
    }

    // What comes back comes back with its memory.
    expect(await imported(visit, RIVERS)).toMatchObject({ kind: 'revision', retired: 0 })
    const back = await itemViews(visit, { textId, status: ['kept'] })
    expect(back.map((i) => [i.id, i.cards])).toEqual(studied.map((i) => [i.id, i.cards]))
  })
})

describe('what cannot be a text', () => {
  const refused = async (data: Uint8Array) => {
    const before = await rows()
    const outcome = await importText(await newVisit(), { bytes: data, fileName: 'thing.txt' })
    expect(await rows()).toEqual(before)
    if (outcome.ok) throw new Error('it was taken')
    return outcome.problem
  }

  it.each([
    ['nothing at all', new Uint8Array(), 'invalid'],
    ['white space', bytes(' \n\t\r\n '), 'invalid'],
    [
      'a picture',
      new Uint8Array([
        0x89,
        0x50,
        0x4e,
        0x47,
        13,
        10,
        26,
        10,
        0,
        0,
        0,
        13,
        ...Array<number>(200).fill(0),
      ]),
      'invalid',
    ],
    [
      'bytes that are no text in any encoding',
      new Uint8Array(400).map((_, i) => (i % 3 === 0 ? 0x81 : 1 + (i % 7))),
      'invalid',
    ],
    ['20 MB', new Uint8Array(20_000_000).fill(97), 'tooLarge'],
  ])(
    '%s is refused with words a person understands, and nothing is stored',
    async (_, data, code) => {
      const problem = await refused(data)
      expect(problem.code).toBe(code)
      expect(problem.message).toMatch(/^[A-Z].{15,}\.$/s)
    },
  )

  it('a single line of 2 MB waits for the worker; the next text is served as ever', async () => {
    const visit = await newVisit()
    const line = `${'The ferry crossed the river at noon and came back in the evening. '.repeat(30_000)}`
    expect(succeeded(await takeText(visit, file(line)))).toMatchObject({ kind: 'book' })
    expect((await imported(visit, `${RIVERS} After.`)).kind).toBe('new')
  })

  it('a text without one fact is kept for reading, with no items', async () => {
    const visit = await newVisit()
    const { textId, proposed } = await imported(
      visit,
      'O evening, o evening.\n\nHow still you are, how still.\n',
    )
    expect(proposed).toBe(0)
    expect((await readText(visit, textId)).ok).toBe(true)
  })

  it('a text in another language is kept for reading, and it is said why nothing is asked', async () => {
    const visit = await newVisit()
    const halle = `La halle fut bâtie par les marchands de laine en 1790. Elle servait de dépôt pendant l'hiver, et les paysans de la vallée y vendaient leur beurre.`
    const { textId, proposed, words, passedOver } = await imported(visit, halle)
    expect({ proposed, passedOver }).toEqual({
      proposed: 0,
      passedOver: [{ why: 'language', passages: 1, words }],
    })
    const page = succeeded(await readText(visit, textId))
    expect(page.passedOver).toEqual(passedOver)
  })

  it('script tags and templates are only characters', async () => {
    const visit = await newVisit()
    const text = `${RIVERS}\n<script>alert('x')</script> {{template}} was held in Lindau in 1950 \${no}.\n`
    const { textId } = await imported(visit, text)
    const page = succeeded(await readText(visit, textId))
    expect(page.body).toContain("<script>alert('x')</script> {{template}}")
  })
})
