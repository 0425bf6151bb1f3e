import { describe, expect, it } from 'vitest'
import { LIBRARY } from '@/lib/store/learner'
import { importContent } from './import-content'
import { importForEveryone } from './import-for-everyone'
import { itemViews } from './item-view'
import { listLibrary } from './list-library'
import { recordReviews } from './record-reviews'
import { answer, NOON, newVisit, setUpBench, succeeded, visitOf } from './test-bench'

setUpBench()

const bytes = (text: string) => new TextEncoder().encode(text)

const RIVERS = `The Rivers of the Plain

The Congress of River Pilots was held in Lindau from the 3rd to the 9th of May 1911.

The plain lost 40 per cent of its meadows, 75 per cent of its ferries and 12 per cent of its mills when the dam broke in 1923.
`

const shellFile = (text: string) => ({ bytes: bytes(text), fileName: 'rivers.txt' })

const shippedAs = (title: string, body = RIVERS) =>
  bytes(
    `---\ntitle: ${title}\nauthor: Passage\nlanguage: en\nlicence: CC BY 4.0\nbasedOn: nothing\n---\n\n${body}`,
  )

describe('what ships with the app', () => {
  it('is there for a newcomer, once, whenever it is imported', async () => {
    const files = [
      {
        name: 'rivers-of-the-plain.md',
        bytes: shippedAs('Rivers'),
      },
    ]
    const outcomes: string[] = []
    await importContent(files, ({ outcome }) => outcomes.push(outcome))
    const early = await newVisit()
    await importContent(files, ({ outcome }) => outcomes.push(outcome))
    expect(outcomes).toEqual(['new', 'same'])
    const { texts } = await listLibrary(early)
    expect(texts).toMatchObject([
      { title: 'Rivers', origin: 'shipped', proposed: 0, decks: [{ name: 'Rivers' }] },
    ])
    expect(texts[0]?.kept).toBeGreaterThan(1)
    expect(texts[0]?.decks[0]?.counts.new).toBe(texts[0]?.kept)
  })

  it('in a new version keeps what everyone has learned', async () => {
    const visit = await newVisit()
    const [text] = (await listLibrary(visit)).texts
    const items = await itemViews(visit, { status: ['kept'] })
    await recordReviews(
      visit,
      items.flatMap((i) => i.cards.map((c) => answer(c.id, NOON))),
    )
    const before = await itemViews(visit, { status: ['kept'] })
    const next = shippedAs('Rivers, mended', `One line more.\n\n${RIVERS}`)
    await importContent([{ name: 'rivers-of-the-plain.md', bytes: next }])
    const [after] = (await listLibrary(visit)).texts
    expect(after).toMatchObject({ id: text?.id, title: 'Rivers, mended', revision: 2, retired: 0 })
    expect((await itemViews(visit, { status: ['kept'] })).map((i) => i.cards)).toEqual(
      before.map((i) => i.cards),
    )
  })

  it('and what is imported from the shell reaches everyone, as proposals', async () => {
    const visit = await newVisit()
    const outcome = succeeded(
      await importForEveryone(shellFile(`${RIVERS} From the shell.`), {
        learner: null,
        keep: false,
      }),
    )
    const seenBy = await visitOf(visit.learner.id)
    const text = (await listLibrary(seenBy)).texts.find((t) => t.id === outcome.textId)
    expect(text?.proposed).toBe(outcome.proposed)
    const stranger = await importForEveryone(shellFile(RIVERS), { learner: LIBRARY, keep: false })
    expect(stranger).toMatchObject({ ok: false, problem: { code: 'notFound' } })
  })

  // All decks of a newcomer are made at one moment; the last file's text stood first.
  it('stands in the order of its files, behind what one has added', async () => {
    const other = (place: string) =>
      shippedAs(`Mills of ${place}`, `The mill of ${place} was built in 1874 by Rosa Lindt.\n`)
    await importContent([
      { name: '1-mills.md', bytes: other('Aix') },
      { name: '2-mills.md', bytes: other('Bern') },
    ])
    const { texts, decks } = await listLibrary(await newVisit())
    const titles = texts.filter((text) => text.origin === 'shipped').map((text) => text.title)
    expect(titles).toEqual(['Mills of Aix', 'Mills of Bern', 'Rivers, mended'])
    expect(texts[0]?.origin).toBe('added')
    expect(decks.map((deck) => deck.name).filter((name) => titles.includes(name))).toEqual(titles)
  })
})
