import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kindWords, NAMED_KINDS } from './kind-words'
import { kindsInCode } from './kinds-in-code-fixture'

const GENERATOR = 'lib/core/generate'

/** What the generator's code calls its constructions: a name, or a pattern where a part of it is a type. */
const made = kindsInCode(
  readdirSync(GENERATOR, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/[.-](?:test|fixture)\.ts$/.test(file))
    // What is read of judgements was made before.
    .filter((file) => !/^(?:gold|measure)\b/.test(file))
    .map((file) => join(GENERATOR, file)),
)

describe('the kinds of question', () => {
  it('are found in the code of the generator', () => {
    expect(made.unknown).toEqual([])
    expect(made.names.size).toBeGreaterThan(60)
    expect([...made.names]).toEqual(expect.arrayContaining(['who-did', 'colon-list', 'said-by']))
    expect([...made.patterns]).toEqual(expect.arrayContaining(['gap-*', '*-subject', 'amount-*']))
  })

  it('have each a name for people', () => {
    expect([...made.names].filter((name) => kindWords(name) === null)).toEqual([])
    for (const pattern of made.patterns)
      expect(NAMED_KINDS.filter((name) => fits(pattern, name))).not.toEqual([])
  })

  it('have one when readers have judged them, and when something was learned of them', () => {
    const judged = readdirSync(join(GENERATOR, 'gold/judgements'))
      .map((file) => readFileSync(join(GENERATOR, 'gold/judgements', file), 'utf8'))
      .flatMap((lines) => [...lines.matchAll(/"construction":\s*"([^"]+)"/g)])
    const learned = readFileSync(join(GENERATOR, 'confidence.json'), 'utf8').matchAll(
      /"construction ([^"]+)"/g,
    )
    const names = new Set([...judged, ...learned].map(([, name = '']) => name))
    expect(names.size).toBeGreaterThan(80)
    expect([...names].filter((name) => kindWords(name) === null)).toEqual([])
  })

  it('have no name that nothing has, and no two the same', () => {
    const isMade = (name: string) =>
      made.names.has(name) || [...made.patterns].some((pattern) => fits(pattern, name))
    expect(NAMED_KINDS.filter((name) => !isMade(name))).toEqual([])
    expect(new Set(NAMED_KINDS.map(kindWords)).size).toBe(NAMED_KINDS.length)
  })

  it('are said in words and not in code', () => {
    for (const kind of NAMED_KINDS) expect(kindWords(kind)).toMatch(/^[A-Z“][^_]* [^_]*$/)
    expect(kindWords('gap-date')).toBe('A date left out')
    expect(kindWords('of an earlier version')).toBeNull()
    expect(kindWords('constructor')).toBeNull()
  })
})

function fits(pattern: string, name: string): boolean {
  return new RegExp(`^${pattern.replace('*', '[a-z]+')}$`).test(name)
}
