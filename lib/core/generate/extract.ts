/** Runs every construction over every sentence. A construction that goes under 80 % good is taken out here. */

import { amounts } from './constructions/amounts'
import { blockLists, introducing } from './constructions/block-lists'
import { clauseLists } from './constructions/clause-lists'
import { cloze } from './constructions/cloze'
import { composedOf } from './constructions/composed'
import { ellipticSums } from './constructions/elliptic-sums'
import { bracketList, colonList, countedList } from './constructions/inline-lists'
import { paperRhythm, relativeDuration, relativePeriod } from './constructions/lasting'
import { objectMeasure, subjectMeasure } from './constructions/measures'
import { heldFromTo } from './constructions/meetings'
import { movedTo } from './constructions/moves'
import { byWhom, underOffice } from './constructions/passives'
import { whoDid } from './constructions/persons'
import { whoSaid } from './constructions/quotes'
import { renaming } from './constructions/renaming'
import { shareRows } from './constructions/share-rows'
import { parallelShares } from './constructions/shares'
import { meantTo, purposeOf, servesAs, whyHoping, whyTo } from './constructions/terms/aims'
import { apposed } from './constructions/terms/apposed'
import { calledInside, isCalledBy } from './constructions/terms/called'
import { mostOfAll } from './constructions/terms/compared'
import { defined, definedLast, refersTo } from './constructions/terms/defined'
import { closingApposition, openingAs } from './constructions/terms/described'
import { whatLedTo } from './constructions/terms/effects'
import { became, titleOf, whoWasNamed } from './constructions/terms/offices'
import { responsibleFor, whyBecause, whyBecauseOf } from './constructions/terms/reasons'
import { bracketName, nicknameOf, otherName } from './constructions/terms/second-names'
import { whenHappened } from './constructions/times'
import type { Fact } from './fact'
import { clauseFacts } from './questions/clause-facts'
import type { Reading, ReadSentence } from './read-sentence'

type Construction = (
  sentence: ReadSentence,
  next: ReadSentence | null,
  reading: Reading,
) => readonly Fact[]

/** In order of worth: where two make the same of a sentence, the first stays. */
const CONSTRUCTIONS: readonly Construction[] = [
  colonList,
  countedList,
  composedOf,
  bracketList,
  clauseLists,
  parallelShares,
  shareRows,
  objectMeasure,
  subjectMeasure,
  ellipticSums,
  amounts,
  heldFromTo,
  movedTo,
  (sentence, next, reading) => paperRhythm(sentence, next, reading.papers),
  relativePeriod,
  relativeDuration,
  underOffice,
  byWhom,
  renaming,
  whoSaid,
  isCalledBy,
  calledInside,
  otherName,
  bracketName,
  nicknameOf,
  defined,
  definedLast,
  refersTo,
  apposed,
  openingAs,
  closingApposition,
  mostOfAll,
  became,
  whoWasNamed,
  titleOf,
  whyBecause,
  whyBecauseOf,
  whatLedTo,
  responsibleFor,
  whyTo,
  whyHoping,
  meantTo,
  purposeOf,
  servesAs,
  whoDid,
  whenHappened,
  clauseFacts,
  cloze,
]

/** The facts of one sentence; `next` is the one after it in the same paragraph. */
function factsOf(
  sentence: ReadSentence,
  next: ReadSentence | undefined,
  reading: Reading,
): readonly Fact[] {
  if (sentence.tokens.length === 0) return []
  const follower = next !== undefined && next.block.index === sentence.block.index ? next : null
  return CONSTRUCTIONS.flatMap((construct) => construct(sentence, follower, reading))
}

/** The facts of a text, sentence by sentence; the lists after a paragraph come with the last of its sentences. */
export function* extractFacts(
  reading: Reading,
  sentences: Iterable<ReadSentence>,
): Generator<{ readonly sentence: ReadSentence; readonly facts: readonly Fact[] }> {
  const announcing = introducing(reading.text)
  let intro: ReadSentence[] = []
  const listsOf = (sentence: ReadSentence, next: ReadSentence | undefined): readonly Fact[] => {
    const { index } = sentence.block
    if (!announcing.has(index)) return []
    intro = intro[0]?.block.index === index ? [...intro, sentence] : [sentence]
    return next?.block.index === index ? [] : blockLists(reading, intro)
  }
  let waiting: ReadSentence | undefined
  for (const sentence of sentences) {
    if (waiting !== undefined) {
      const facts = [...listsOf(waiting, sentence), ...factsOf(waiting, sentence, reading)]
      yield { sentence: waiting, facts }
    }
    waiting = sentence
  }
  if (waiting === undefined) return
  const facts = [...listsOf(waiting, undefined), ...factsOf(waiting, undefined, reading)]
  yield { sentence: waiting, facts }
}
