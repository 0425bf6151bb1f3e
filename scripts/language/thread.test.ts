import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openModel } from '@/lib/core/language/model'
import { makeWeights, SMALL } from '@/lib/core/language/net/weights-fixture'
import { readEnglish } from '@/lib/core/language/read'
import { startEnglishReader } from '@/lib/usecases/english'
import { bundleThread } from './bundle-thread'

const folder = mkdtempSync(join(tmpdir(), 'passage-weights-'))
const weights = join(folder, 'english.weights')
const file = makeWeights(SMALL, 5)
let code = ''

beforeAll(async () => {
  writeFileSync(weights, file)
  code = await bundleThread()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the thread that reads English', () => {
  it('reads what is read without it, several texts in turn', async () => {
    const reader = await startEnglishReader({ code, weights })
    const texts = ['The heart pumps blood.', '', 'Laws bind judges; judges read laws.']
    const read = await Promise.all(texts.map((text) => reader.read(text)))
    await reader.close()
    const model = openModel(file)
    expect(read).toEqual(texts.map((text) => readEnglish(text, model)))
    await expect(reader.read('The heart.')).rejects.toThrow('has ended')
  })

  it('says what is wrong with weights that it cannot read', async () => {
    const broken = join(folder, 'broken.weights')
    writeFileSync(broken, file.subarray(0, 1000))
    await expect(startEnglishReader({ code, weights: broken })).rejects.toThrow('should have')
    const missing = join(folder, 'missing.weights')
    await expect(startEnglishReader({ code, weights: missing })).rejects.toThrow('ENOENT')
  })
})
