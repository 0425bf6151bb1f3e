import { describe, expect, it } from 'vitest'
import { sweep } from './stores'

const build = { id: 'now', assets: [] }

/** Caches by name, in the order of making. */
function cachesOf(...names: string[]) {
  const left = [...names]
  const caches: Pick<CacheStorage, 'keys' | 'delete'> = {
    keys: async () => [...left],
    delete: async (name) => left.splice(left.indexOf(name), 1).length > 0,
  }
  return { caches, left }
}

describe('files of older builds', () => {
  it('stay while a page is open that may run on them, two builds back', async () => {
    const { caches, left } = cachesOf('passage-1', 'passage-2', 'passage-3', 'passage-now')
    await sweep(caches, build, true)
    expect(left).toEqual(['passage-2', 'passage-3', 'passage-now'])
  })

  it('go when no page is open; what is not ours stays', async () => {
    const { caches, left } = cachesOf('passage-1', 'other', 'passage-2', 'passage-now')
    await sweep(caches, build, false)
    expect(left).toEqual(['other', 'passage-now'])
  })
})
