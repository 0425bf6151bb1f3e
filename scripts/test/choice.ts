/** What `npm test -- …` asks for. */
import { Problem } from '../setup/problem.mjs'

export interface Choice {
  readonly steps: readonly string[]
  readonly filter: string | null
}

/** Names of steps first, then a filter; nothing means everything. */
export function choose(args: readonly string[], known: readonly string[]): Choice {
  const firstOther = args.findIndex((arg) => !known.includes(arg))
  const named = firstOther < 0 ? args : args.slice(0, firstOther)
  const rest = firstOther < 0 ? [] : args.slice(firstOther)
  const [other] = rest
  if (other !== undefined && (named.length === 0 || other.startsWith('-'))) {
    throw new Problem(`There is no step "${other}". Steps are: ${known.join(', ')}.`)
  }
  const wanted = new Set(named.length ? named : known)
  // Journeys go through the built app, the crash test kills it, and the walk asks it for everything.
  if (['e2e', 'crash', 'walk'].some((step) => wanted.has(step))) wanted.add('build')
  return {
    steps: known.filter((step) => wanted.has(step)),
    filter: rest.length ? rest.join(' ') : null,
  }
}
