/** Why nothing is asked of a passage, in a sentence; and of several, how many for which sort of reason. */
import type { WhyNone } from '@/lib/core/generate/why-none'

const WHY: Readonly<Record<WhyNone, string>> = {
  'points outside the sentence': 'The sentence points back to something said before.',
  'a definite noun without its name': 'The sentence does not name what it speaks of.',
  'speaks of the text itself': 'It speaks of the text itself.',
  'the answer stands in the question': 'The question would have given its answer away.',
  'too short': 'The question would have been too short to be understood.',
  'too long': 'The question would have been too long.',
  'unbalanced marks': 'A quotation or a bracket begins or ends outside the sentence.',
  'one of several in a row': 'Any of several things that stand in a row would have answered it.',
  'nothing to know it by': 'Nothing in the sentence tells which one is meant.',
  'not a whole answer': 'Only a part of the answer was found.',
  'not a whole question': 'Only a part of the question was found.',
  'only the author speaking': 'The question would have been who says it, and that is the author.',
  'the first thing one thinks of': 'The text names the answer so often that one would guess it.',
  'not sure enough': 'There was a question, but not one that is sure to be good.',
  'too few of its kind were kept': 'You kept too few questions of the kind that was found here.',
  'another item says the same': 'Another item of this text asks the same.',
  'enough is asked of it already': 'Enough items of this text have the same answer.',
  'over the number asked for': 'There was a question, but those on other passages came first.',
  'exercises and sources': 'It stands among exercises, notes or sources.',
  language: 'It is not in English.',
  code: 'It is code.',
  lines: 'It is set in short lines, as poems and lists are.',
  table: 'It is a table.',
  figures: 'It is mostly figures.',
  references: 'It is an entry of a list of sources.',
  garbled: 'Its words cannot be read, perhaps because it was badly scanned.',
}

const NO_CANDIDATE = 'Nothing was found in it that could be asked for.'
const NOT_KNOWN =
  'Why is not known: the text is still being gone through, or was added before that was noted.'

/** Sorts of reasons, as what is said of one passage and of several. */
const SORTS = {
  nothing: ['holds nothing to ask for', 'hold nothing to ask for'],
  around: ['needs the text around it', 'need the text around them'],
  unsure: ['gave no sure question', 'gave no sure question'],
  rejected: ['gave kinds that you reject', 'gave kinds that you reject'],
  elsewhere: ['says what other items ask', 'say what other items ask'],
  beyond: ['came after better ones', 'came after better ones'],
  apparatus: ['is among exercises or sources', 'are among exercises or sources'],
  prose: ['is not English prose', 'are not English prose'],
  unknown: ['has no reason noted', 'have no reason noted'],
} as const satisfies Readonly<Record<string, readonly [one: string, many: string]>>

export type WhySort = keyof typeof SORTS

const SORT: Readonly<Record<WhyNone, WhySort>> = {
  'points outside the sentence': 'around',
  'a definite noun without its name': 'around',
  'speaks of the text itself': 'around',
  'the answer stands in the question': 'unsure',
  'too short': 'unsure',
  'too long': 'unsure',
  'unbalanced marks': 'around',
  'one of several in a row': 'unsure',
  'nothing to know it by': 'around',
  'not a whole answer': 'unsure',
  'not a whole question': 'unsure',
  'only the author speaking': 'unsure',
  'the first thing one thinks of': 'unsure',
  'not sure enough': 'unsure',
  'too few of its kind were kept': 'rejected',
  'another item says the same': 'elsewhere',
  'enough is asked of it already': 'elsewhere',
  'over the number asked for': 'beyond',
  'exercises and sources': 'apparatus',
  language: 'prose',
  code: 'prose',
  lines: 'prose',
  table: 'prose',
  figures: 'prose',
  references: 'apparatus',
  garbled: 'prose',
}

export const WHY_SORTS: readonly WhySort[] = Object.keys(SORTS).filter(isSort)

/** "hold nothing to ask for" */
export const sortWords = (sort: WhySort, passages: number): string =>
  SORTS[sort][passages === 1 ? 0 : 1]

type Dropped = readonly (readonly [why: string, times: number])[] | undefined

export function whyNoneSort(dropped: Dropped): WhySort {
  if (dropped === undefined) return 'unknown'
  const [best] = dropped
  if (best === undefined) return 'nothing'
  return isKnown(best[0]) ? SORT[best[0]] : 'unknown'
}

/** `dropped`: reasons with how often they held, the best candidate's first; undefined where it is not known. */
export function whyNoneWords(dropped: Dropped): string {
  if (dropped === undefined) return NOT_KNOWN
  const [best] = dropped
  if (best === undefined) return NO_CANDIDATE
  return isKnown(best[0]) ? WHY[best[0]] : NOT_KNOWN
}

const isKnown = (why: string): why is WhyNone => Object.hasOwn(WHY, why)

function isSort(sort: string): sort is WhySort {
  return Object.hasOwn(SORTS, sort)
}
