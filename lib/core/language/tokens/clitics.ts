/** Words written as one that the treebanks read as two: "do|n’t", "it|’s", "can|not", "gon|na". */

const APOSTROPHE = "['’`´＇]"
const TAIL = new RegExp(`(?:n${APOSTROPHE}t|${APOSTROPHE}(?:s|re|ve|ll|d|m))$`, 'iu')

/** Without an apostrophe: where the first word ends. Spellings that are another word too ("its", "were", "ill") stay whole. */
const RUN_TOGETHER: ReadonlyMap<string, number> = new Map(
  (
    'can|not gon|na wan|na got|ta do|nt wo|nt ca|nt did|nt does|nt is|nt was|nt are|nt were|nt had|nt has|nt have|nt ' +
    'could|nt would|nt should|nt ai|nt i|m i|ve you|re you|ve you|ll they|re they|ve they|ll we|ve that|s what|s there|s ' +
    'he|s it|ll let|s lem|me gim|me out|ta'
  )
    .split(' ')
    .map((pair) => [pair.replace('|', ''), pair.indexOf('|')] as const),
)

/**
 * ’tis, ’em, ’n’, ’60s, ’05: the apostrophe is the head of the word, no quotation mark; nor is it where a clitic was set apart
 * from its word.
 */
export const ELISION =
  /(?<![\p{L}\p{N}])['’`](?:tis|twas|twere|twill|em|n|til|cause|bout|round|\d0s|\d\d|(?<=\s['’`])(?:s|re|ve|ll|m)(?=\s))(?![\p{L}\p{N}])/iuy

/** The ends of the words that stand in `word`, which has no white space: its own length for a word that is one. */
export function cliticCuts(word: string): readonly number[] {
  const elided = /^['’`]t(?=is$|was$|were$|will$)/iu.exec(word)
  if (elided) return [elided[0].length, word.length]
  const together = RUN_TOGETHER.get(word.toLowerCase())
  if (together !== undefined) return [together, word.length]
  const cuts = [word.length]
  for (let rest = word; ; ) {
    const tail = TAIL.exec(rest)
    if (!tail || tail.index === 0) return cuts
    cuts.unshift(tail.index)
    rest = rest.slice(0, tail.index)
  }
}
