import { beforeAll, describe, expect, it } from 'vitest'
import { generate } from '@/lib/core/generate/generate'
import { model } from '@/lib/core/generate/testing-fixture'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
import { createGenerator, type Made } from './generator'
import { bundleGenerator } from './generator-code'

const MILL = `The mill was built by Rosa Lindt in 1874. It ground rye for the three villages of the valley.`
const WEIR = `The flood of 1921 destroyed the lower weir. The weir was built again by Josef Klamm in 1926.`
const textOf = (body: string) => segment(readSource(body))
const itemsOf = (made: Made) => (made.kind === 'made' ? made.items : made)

/** A thread that makes an item of no text: it says how far it is and works on for ever, or dies where the text says so. */
const script = (work: string) => async () =>
  `const { parentPort: port } = require('node:worker_threads')
   port.postMessage({ kind: 'ready' })
   port.on('message', ({ id, text }) => {
     const body = text.source.body
     ${work}
     port.postMessage({ kind: 'made', id, items: [], passedOver: [], passages: [] })
   })`

let code = ''
beforeAll(async () => {
  code = await bundleGenerator()
})

describe('the thread that makes items', () => {
  it('makes what is made without it, of one text after the other, and says how far it is', async () => {
    const generator = createGenerator({ code: async () => code })
    const told: number[] = []
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      told.push(done / total)
    }
    const both = await Promise.all(
      [MILL, WEIR].map((t) => generator.make(textOf(t), { onProgress })),
    )
    await generator.close()
    expect(both.map(itemsOf)).toEqual(
      [MILL, WEIR].map((t) => generate(textOf(t), model(), 'usual')),
    )
    expect(told.filter((share) => share === 0)).toHaveLength(2)
  })

  it('is ended when it is not wanted any more, and the next text gets another one', async () => {
    const generator = createGenerator({ code: script(`while (body.startsWith('endless'));`) })
    const stop = new AbortController()
    const endless = generator.make(textOf('endless'), { signal: stop.signal })
    const next = generator.make(textOf(MILL))
    const never = generator.make(textOf('endless too'), { signal: AbortSignal.abort() })
    stop.abort()
    expect(await Promise.all([endless, next, never])).toEqual([
      { kind: 'stopped' },
      { kind: 'made', items: [], passedOver: [], passages: [] },
      { kind: 'stopped' },
    ])
    await generator.close()
  })

  it('is started again when it dies, and gives up a text over which it dies twice', async () => {
    const generator = createGenerator({
      code: script(`if (body.startsWith('deadly')) process.exit(1)`),
    })
    const [deadly, next] = await Promise.all(
      ['deadly', MILL].map((body) => generator.make(textOf(body))),
    )
    await generator.close()
    expect(deadly).toEqual({
      kind: 'failed',
      message: 'No items could be made of it: the program that makes them has ended.',
    })
    expect(next).toEqual({ kind: 'made', items: [], passedOver: [], passages: [] })
  })

  it('takes no more memory than it may, and says so', async () => {
    const eats = script(
      `const all = []; while (body.startsWith('hungry')) all.push(new Array(1e4).fill(body.length))`,
    )
    const generator = createGenerator({ code: eats, memory: 32 })
    const hungry = await generator.make(textOf('hungry'))
    expect(hungry).toMatchObject({ kind: 'failed', message: expect.stringContaining('memory') })
    expect(await generator.make(textOf(MILL))).toEqual({
      kind: 'made',
      items: [],
      passedOver: [],
      passages: [],
    })
    await generator.close()
  })

  it('ends when nothing comes, and is there again when something does', async () => {
    let starts = 0
    const counted = () => {
      starts += 1
      return script('')()
    }
    const generator = createGenerator({ code: counted, idle: 1 })
    for (const body of [MILL, WEIR]) {
      expect(await generator.make(textOf(body))).toEqual({
        kind: 'made',
        items: [],
        passedOver: [],
        passages: [],
      })
      // Of timers of one length the one set first is first: the generator's.
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await generator.close()
    expect(starts).toBe(2)
  })

  it('says what went wrong where it cannot be started', async () => {
    const generator = createGenerator({
      code: async () => Promise.reject(new Error('no such file')),
    })
    const message = 'No items could be made of it: no such file.'
    expect(await generator.make(textOf(MILL))).toEqual({ kind: 'failed', message })
  })
})
