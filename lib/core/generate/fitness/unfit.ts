/** Why nothing is asked of a passage. */
export const UNFIT = [
  'language',
  'code',
  'lines',
  'table',
  'figures',
  'references',
  'garbled',
] as const
/** `lines`: set in short lines, as poems and lists are. `garbled`: badly scanned, or no words at all. */
export type Unfit = (typeof UNFIT)[number]

export type PassedOver = { readonly why: Unfit; readonly passages: number; readonly words: number }

/** What was passed over in two parts of a text, together. */
export function addPassedOver(
  some: readonly PassedOver[],
  more: readonly PassedOver[],
): readonly PassedOver[] {
  return UNFIT.flatMap((why) => {
    const both = [...some, ...more].filter((one) => one.why === why)
    if (both.length === 0) return []
    const passages = both.reduce((sum, one) => sum + one.passages, 0)
    const words = both.reduce((sum, one) => sum + one.words, 0)
    return [{ why, passages, words }]
  })
}
