/** How rare a word is in English at large: the 8,000 commonest are listed, in the order of GloVe's vocabulary (encyclopaedia and news). */
import common from './common-words.json'

const RANKS: ReadonlyMap<string, number> = new Map(
  common.words.split(' ').map((word, rank) => [word, rank + 1]),
)
/** What is not listed is taken to be rarer than all that is. */
const LAST = Math.log(RANKS.size * 4)

/** 0 for the commonest word of all, under 0.87 for any that is listed, 1 for one that is not. */
export function rarityOf(word: string): number {
  const lower = word.toLowerCase().replace(/[’']s?$/, '')
  const rank = RANKS.get(lower) ?? RANKS.get(lower.replace(/s$/, ''))
  return rank === undefined ? 1 : Math.log(rank) / LAST
}

/** A word that every reader has met often: as a gap it could be many others. */
export const isCommonWord = (word: string): boolean => rarityOf(word) < 1
