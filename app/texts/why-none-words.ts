/** Why nothing is asked of a passage, in a sentence. */
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

/** `dropped`: reasons with how often they held, the best candidate's first; undefined where it is not known. */
export function whyNoneWords(
  dropped: readonly (readonly [why: string, times: number])[] | undefined,
): string {
  if (dropped === undefined) return NOT_KNOWN
  const [best] = dropped
  if (best === undefined) return NO_CANDIDATE
  return isKnown(best[0]) ? WHY[best[0]] : NOT_KNOWN
}

const isKnown = (why: string): why is WhyNone => Object.hasOwn(WHY, why)
