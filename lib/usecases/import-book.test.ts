import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ImportId } from '@/lib/core/ids'
import { childEnvironment } from '@/lib/environment'
import { store } from '@/lib/store/client'
import { decideItems } from './decide-items'
import { createGenerator, type Generator, generator } from './generator'
import { goThroughBook } from './go-through-book'
import { type BookImport, changeBook, readBooks } from './import-book'
import { itemViews } from './item-view'
import { mergeLearners } from './merge-learners'
import { readText } from './read-text'
import { takeText } from './take-text'
import { newVisit, setUpBench, succeeded } from './test-bench'
import type { Visit } from './visit'

const bench = setUpBench()
/** Words of a text that is a book here, and of its parts. */
const BOOK_WORDS = 60
vi.stubEnv('TEST_BOOK_WORDS', String(BOOK_WORDS))

const chapter = (name: string, place: string, year: number) => `## ${name}

The mill of ${place} was built by Rosa Lindt in ${year}. It lost 40 per cent of its roof in the storm of ${year + 60}, and the repairs cost 1,200 pounds.

The congress of the millers of ${place} was held from the 3rd to the 9th of May ${year + 70}. It was opened by Josef Klamm.
`
const BOOK = `# The Mills of the Valley

${chapter('The Upper Valley', 'Brackwater', 1790)}
${chapter('The Ford', 'Fernby', 1802)}
${chapter('The Coast', 'Dunmore', 1811)}`
const CHAPTERS = ['The Upper Valley', 'The Ford', 'The Coast']

const give = async (visit: Visit, text = BOOK) =>
  succeeded(await takeText(visit, { bytes: new TextEncoder().encode(text), fileName: 'valley.md' }))

async function begun(visit: Visit, text = BOOK): Promise<ImportId> {
  const taken = await give(visit, text)
  if (taken.kind !== 'book') throw new Error('it was read at once')
  return taken.importId
}

async function only(visit: Visit): Promise<BookImport> {
  const [book, ...more] = await readBooks(visit)
  if (!book || more.length > 0) throw new Error(`${more.length + (book ? 1 : 0)} imports`)
  return book
}

async function gone(visit: Visit): Promise<BookImport> {
  await goThroughBook(await begun(visit))
  return only(visit)
}

const textOf = ({ textId }: BookImport) => {
  if (textId === null) throw new Error('it is not stored')
  return textId
}

/** What the items of an import say, in their order. */
const said = async (visit: Visit, book: BookImport) =>
  (await itemViews(visit, { textId: textOf(book) })).map(({ question, answer, evidence }) => ({
    ...{ question, answer, evidence },
  }))

const decks = async (visit: Visit, book: BookImport) =>
  (
    await store().deck.findMany({
      where: { ownerId: visit.learner.id, textId: textOf(book) },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      include: { items: true },
    })
  ).map(({ name, chapter: of, items }) => ({ name, of, items: items.length }))

/** The generator, and something else before its n-th part. */
const before = (n: number, deed: () => Promise<unknown>): Generator['make'] => {
  let part = 0
  return async (text, asking) => {
    part += 1
    if (part === n) await deed()
    return generator().make(text, asking)
  }
}

describe('a book', () => {
  it('is gone through in the background, chapter by chapter, and each becomes a deck', async () => {
    const visit = await newVisit()
    const importId = await begun(visit)
    expect(await only(visit)).toMatchObject({ state: 'waiting', textId: null, partsDone: 0 })
    await goThroughBook(importId)
    const book = await only(visit)
    expect(book).toMatchObject({ state: 'done', parts: 3, partsDone: 3, problem: '' })
    expect(book.wordsDone).toBe(book.words)
    const items = await itemViews(visit, { textId: textOf(book) })
    expect(items.length).toBe(book.items)
    const { blocks, dropped } = succeeded(await readText(visit, textOf(book)))
    const prose = blocks.filter(({ kind }) => kind === 'paragraph')
    expect([...dropped.keys()]).toEqual(prose.map(({ index }) => index))
    expect(new Set(items.map(({ section }) => section))).toEqual(new Set(CHAPTERS))
    for (const { evidence } of items)
      for (const { start, end, quote } of evidence) expect(BOOK.slice(start, end)).toBe(quote)
    await decideItems(visit, { itemIds: items.map(({ id }) => id), decision: 'keep' })
    const bySection = CHAPTERS.map((name) => items.filter(({ section }) => section === name).length)
    expect(await decks(visit, book)).toEqual(
      CHAPTERS.map((of, i) => ({
        ...{ name: `The Mills of the Valley: ${of}`, of, items: bySection[i] },
      })),
    )
  })

  it('given again while it is under way is the same one, and afterwards changes nothing', async () => {
    const visit = await newVisit()
    const importId = await begun(visit)
    expect(await begun(visit)).toBe(importId)
    await goThroughBook(importId)
    expect(await give(visit)).toMatchObject({ kind: 'imported', result: { kind: 'same' } })
  })

  it('without chapters has one deck', async () => {
    const visit = await newVisit()
    await goThroughBook(await begun(visit, BOOK.replace(/^#.*$/gm, '')))
    const book = await only(visit)
    expect(book.parts).toBeGreaterThan(1)
    const items = await itemViews(visit, { textId: textOf(book) })
    await decideItems(visit, { itemIds: items.map(({ id }) => id), decision: 'keep' })
    expect(await decks(visit, book)).toEqual([{ name: book.title, of: null, items: items.length }])
  })

  it('that was edited keeps what was decided, and what the edit says besides is proposed', async () => {
    const visit = await newVisit()
    const first = await gone(visit)
    const items = await itemViews(visit, { textId: textOf(first) })
    await decideItems(visit, { itemIds: items.map(({ id }) => id), decision: 'keep' })
    const edited = BOOK.replace('Rosa Lindt in 1802', 'Karin Holm in 1803')
    await goThroughBook(await begun(visit, edited))
    const second = (await readBooks(visit)).find(({ id }) => id !== first.id)
    expect(second).toMatchObject({ state: 'done', textId: first.textId })
    const now = await itemViews(visit, { textId: textOf(first) })
    const statusOf = (id: string) => now.find((item) => item.id === id)?.status
    for (const { id, evidence } of items) {
      const stands = evidence.every(({ quote }) => edited.includes(quote))
      expect(statusOf(id)).toBe(stands ? 'kept' : 'retired')
    }
    const proposed = now.filter(({ status }) => status === 'proposed')
    expect(proposed.length).toBeGreaterThan(0)
    for (const { evidence } of proposed)
      expect(evidence.some(({ quote }) => quote.includes('Karin Holm in 1803'))).toBe(true)
    // What comes back comes back as it was decided.
    await goThroughBook(await begun(visit, BOOK))
    for (const { id } of items) {
      const [item] = await itemViews(visit, { ids: [id] })
      expect(item?.status).toBe('kept')
    }
  })
})

describe('an import that is stopped', () => {
  it('keeps what is done, and is gone on with where it was', async () => {
    const [visit, other] = [await newVisit(), await newVisit()]
    const importId = await begun(visit)
    const stop = () => changeBook(visit, { importId, deed: 'stop' })
    await goThroughBook(importId, { make: before(3, stop) })
    const stopped = await only(visit)
    expect(stopped).toMatchObject({ state: 'stopped', partsDone: 2 })
    expect((await said(visit, stopped)).length).toBe(stopped.items)
    // The job that was waiting finds nothing to do.
    await goThroughBook(importId)
    expect(await only(visit)).toEqual(stopped)

    succeeded(await changeBook(visit, { importId, deed: 'goOn' }))
    await goThroughBook(importId)
    const whole = await gone(other)
    expect(await only(visit)).toMatchObject({ state: 'done', partsDone: 3, items: whole.items })
    expect(await said(visit, stopped)).toEqual(await said(other, whole))
  })

  it('in the middle of a part that never ends, ends at once', async () => {
    const visit = await newVisit()
    const importId = await begun(visit)
    const endless = createGenerator({
      code: async () =>
        `const { parentPort: port } = require('node:worker_threads')
         port.on('message', ({ id }) => { port.postMessage({ kind: 'progress', id, done: 1, total: 2 }); for (;;); })`,
    })
    const make: Generator['make'] = (text, asking) =>
      endless.make(text, {
        ...asking,
        onProgress: () => void changeBook(visit, { importId, deed: 'stop' }),
      })
    await goThroughBook(importId, { make, lookEvery: 5 })
    await endless.close()
    expect(await only(visit)).toMatchObject({ state: 'stopped', partsDone: 0, items: 0 })
  })

  it('can be forgotten, and nobody else can touch it', async () => {
    const [visit, other] = [await newVisit(), await newVisit()]
    const importId = await begun(visit)
    const refused = { ok: false, problem: { code: 'notFound' } }
    expect(await changeBook(other, { importId, deed: 'stop' })).toMatchObject(refused)
    expect(await readBooks(other)).toEqual([])
    // One that is under way is stopped first.
    expect(succeeded(await changeBook(visit, { importId, deed: 'forget' }))).toHaveLength(1)
    succeeded(await changeBook(visit, { importId, deed: 'stop' }))
    expect(succeeded(await changeBook(visit, { importId, deed: 'forget' }))).toEqual([])
  })

  it('belongs to whom its learner has become part of', async () => {
    const [visit, into] = [await newVisit(), await newVisit()]
    const importId = await begun(visit)
    succeeded(await mergeLearners(into, visit.learner.id))
    await goThroughBook(importId)
    expect(await only(into)).toMatchObject({ state: 'done', partsDone: 3 })
  })
})

describe('an import that is cut off', () => {
  let workers: ChildProcess[] = []
  afterEach(() => {
    for (const worker of workers) worker.kill('SIGKILL')
    workers = []
  })

  const startWorker = () => {
    const code = ['--conditions=react-server', '--import', 'tsx', join('scripts', 'worker.ts')]
    const worker = spawn(process.execPath, code, {
      env: childEnvironment({ DATABASE_URL: bench.url, TEST_BOOK_WORDS: '200' }),
      stdio: 'ignore',
    })
    workers.push(worker)
    return worker
  }

  const until = async (visit: Visit, is: (book: BookImport) => boolean): Promise<BookImport> => {
    for (;;) {
      const book = await only(visit)
      if (is(book)) return book
      await sleep(20)
    }
  }

  it('by the death of its thread goes on, and by one that dies again says so', async () => {
    const visit = await newVisit()
    const importId = await begun(visit)
    const deadly = createGenerator({ code: async () => 'process.exit(1)' })
    await goThroughBook(importId, { make: deadly.make })
    expect(await only(visit)).toMatchObject({
      ...{ state: 'failed', partsDone: 0 },
      problem: 'No items could be made of it: the program that makes them has ended.',
    })
    succeeded(await changeBook(visit, { importId, deed: 'goOn' }))
    await goThroughBook(importId)
    expect(await only(visit)).toMatchObject({ state: 'done', problem: '' })
  })

  it('again and again at one place is given up there, and can be tried again', async () => {
    const visit = await newVisit()
    const importId = await begun(visit)
    const dies = () => Promise.reject(new Error('the worker was killed'))
    for (let n = 0; n < 3; n++)
      await expect(goThroughBook(importId, { make: dies })).rejects.toThrow('killed')
    await goThroughBook(importId)
    expect(await only(visit)).toMatchObject({ state: 'failed', partsDone: 0 })
    succeeded(await changeBook(visit, { importId, deed: 'goOn' }))
    await goThroughBook(importId)
    expect(await only(visit)).toMatchObject({ state: 'done' })
  })

  it('by the death of the worker goes on where it was, with the same items as if nothing had been', async () => {
    const long = readFileSync(join(process.cwd(), 'content', '02-the-hearts-cycle.md'), 'utf8')
    const [visit, other] = [await newVisit(), await newVisit()]
    await begun(visit, long)
    const first = startWorker()
    await until(visit, ({ partsDone }) => partsDone > 0)
    first.kill('SIGKILL')
    const cut = await only(visit)
    expect(cut.state).toBe('running')
    expect(cut.partsDone).toBeLessThan(cut.parts)
    const second = startWorker()
    const book = await until(visit, ({ state }) => state === 'done')
    second.kill('SIGKILL')
    expect(book.partsDone).toBe(book.parts)
    await goThroughBook(await begun(other, long), { most: 200 })
    const whole = await only(other)
    expect({ parts: book.parts, items: book.items }).toEqual({
      parts: whole.parts,
      items: whole.items,
    })
    expect(await said(visit, book)).toEqual(await said(other, whole))
  }, 60_000)
})
