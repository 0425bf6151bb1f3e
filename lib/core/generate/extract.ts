/** Runs every construction over every sentence. A construction that goes under 80 % good is taken out here. */

import { gaps } from './constructions/gaps'
import { blockLists, bracketList, colonList, composedOf } from './constructions/lists'
import {
  ellipticSums,
  objectMeasure,
  parallelShares,
  subjectMeasure,
} from './constructions/measures'
import { definition, isCalled, renaming, roleHeld } from './constructions/names'
import { byWhom, underOffice, whoDid } from './constructions/persons'
import { whoSaid } from './constructions/quotes'
import {
  heldFromTo,
  movedTo,
  paperRhythm,
  relativeDuration,
  relativePeriod,
  whenHappened,
} from './constructions/times'
import type { Fact } from './fact'
import type { Reading, ReadSentence } from './reading'

type Construction = (
  sentence: ReadSentence,
  next: ReadSentence | null,
  reading: Reading,
) => readonly Fact[]

/** In order of worth: where two make the same of a sentence, the first stays. */
const CONSTRUCTIONS: readonly Construction[] = [
  colonList,
  composedOf,
  bracketList,
  parallelShares,
  objectMeasure,
  subjectMeasure,
  ellipticSums,
  heldFromTo,
  movedTo,
  (sentence, next, reading) => paperRhythm(sentence, next, reading.papers),
  relativePeriod,
  relativeDuration,
  underOffice,
  byWhom,
  renaming,
  whoSaid,
  isCalled,
  definition,
  roleHeld,
  whoDid,
  whenHappened,
  gaps,
]

/** How often progress is told: every so many sentences. */
const STEP = 50

export function extractFacts(
  reading: Reading,
  onProgress?: (done: number, total: number) => void,
): readonly Fact[] {
  const facts: Fact[] = [...blockLists(reading)]
  const { sentences } = reading
  sentences.forEach((sentence, i) => {
    const next = sentences[i + 1]
    const follower = next !== undefined && next.block.index === sentence.block.index ? next : null
    if (sentence.tokens.length > 0)
      for (const construct of CONSTRUCTIONS) facts.push(...construct(sentence, follower, reading))
    if (onProgress !== undefined && (i % STEP === STEP - 1 || i === sentences.length - 1))
      onProgress(i + 1, sentences.length)
  })
  return facts
}
