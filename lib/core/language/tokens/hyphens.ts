/**
 * Hyphens cut a compound in three ("well|-|known"), but not after a prefix ("re-elected", "non-avian"). EWT and GUM do
 * the same, except for names of the Far East, which GUM leaves whole and EWT cuts: here they are cut.
 */

const PREFIXES: ReadonlySet<string> = new Set(
  (
    'anti ante arch bi bio circum co contra counter cross de di e electro ex extra hyper hypo infra inter intra ' +
    'macro mega meta micro mid mini mis multi neo non over para photo poly post pre preter pro proto pseudo psycho quasi re ' +
    'retro semi socio sub super supra tele thermo trans tri ultra un under'
  ).split(' '),
)
/** "Th- they left": what a speaker broke off keeps its hyphen. */
const BROKEN_OFF = /(?<![\p{L}\p{N}-])(?:\p{L}{1,2}|[tsw]h)-(?=\s+(?!and|or|to)\p{L})/iuy

const HYPHEN = /[-‐‑](?=\p{L})/uy

/** 1 where the hyphen at `at` stays inside the word that `word` begins, else 0. */
export function keepsHyphen(word: string, text: string, at: number): number {
  HYPHEN.lastIndex = at
  return HYPHEN.test(text) && PREFIXES.has(word.toLowerCase()) ? 1 : 0
}

/** How many characters a word takes that a speaker broke off; 0 for none. */
export function readBrokenOff(text: string, at: number): number {
  BROKEN_OFF.lastIndex = at
  return BROKEN_OFF.exec(text)?.[0].length ?? 0
}
