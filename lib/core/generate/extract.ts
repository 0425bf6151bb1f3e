/** Runs every construction over every sentence. A construction that goes under 80 % good is taken out here. */

import { blockLists } from './constructions/block-lists'
import { composedOf } from './constructions/composed'
import { ellipticSums } from './constructions/elliptic-sums'
import { gaps } from './constructions/gaps'
import { bracketList, colonList } from './constructions/inline-lists'
import { paperRhythm, relativeDuration, relativePeriod } from './constructions/lasting'
import { objectMeasure, subjectMeasure } from './constructions/measures'
import { heldFromTo } from './constructions/meetings'
import { movedTo } from './constructions/moves'
import { byWhom, underOffice } from './constructions/passives'
import { whoDid } from './constructions/persons'
import { whoSaid } from './constructions/quotes'
import { renaming } from './constructions/renaming'
import { roleHeld } from './constructions/roles'
import { parallelShares } from './constructions/shares'
import { definition, isCalled } from './constructions/terms'
import { whenHappened } from './constructions/times'
import type { Fact } from './fact'
import type { Reading, ReadSentence } from './read-sentence'

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
