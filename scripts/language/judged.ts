/** Parsed sentences held against keyed ones: every unit that the reader finds, and whether it is right. */
import { joinConjuncts } from '@/lib/core/language/clauses/conjunct-choice'
import type { NamedSentence } from '@/lib/core/language/conllu'
import type { Gate } from '@/lib/core/language/spans/gates'
import { syntaxOf } from '@/lib/core/language/spans/syntax'
import { goldUnits, type Unit, unitsOf } from './span-units'

export interface Judged extends Unit {
  readonly right: boolean
  /** Documents fall into two halves, so that what is fitted on one is checked on the other. */
  readonly half: 0 | 1
  readonly sentence: NamedSentence
}

export interface Judgement {
  readonly found: ReadonlyMap<Gate, readonly Judged[]>
  /** The sentences of those in the keyed trees, each as often as it has one. */
  readonly keyed: ReadonlyMap<Gate, readonly NamedSentence[]>
}

export function judge(gold: readonly NamedSentence[], parsed: readonly NamedSentence[]): Judgement {
  if (gold.length !== parsed.length)
    throw new Error(`${gold.length} keyed sentences, but ${parsed.length} parsed ones.`)
  const found = new Map<Gate, Judged[]>()
  const keyed = new Map<Gate, NamedSentence[]>()
  gold.forEach((sentence, i) => {
    const other = parsed[i]?.sentence.tokens ?? []
    if (other.length !== sentence.sentence.tokens.length)
      throw new Error(`Sentence ${i + 1} (${sentence.id}) has other tokens in the two files.`)
    const right = goldUnits(syntaxOf(sentence.sentence.tokens))
    const keys = new Set(right.map((unit) => unit.key))
    for (const { gate } of right) listIn(keyed, gate).push(sentence)
    const half = halfOf(sentence.id)
    for (const unit of unitsOf(syntaxOf(joinConjuncts(other)))) {
      const judged = { ...unit, right: keys.has(unit.key), half, sentence }
      listIn(found, unit.gate).push(judged)
    }
  })
  return { found, keyed }
}

function listIn<T>(lists: Map<Gate, T[]>, gate: Gate): T[] {
  const list = lists.get(gate) ?? []
  lists.set(gate, list)
  return list
}

function halfOf(id: string): 0 | 1 {
  let hash = 7
  for (const letter of id.replace(/-\d+$/, '')) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  return (hash >>> 3) % 2 === 0 ? 0 : 1
}
