/** A word broken at the end of a line, as printers and readers of scanned pages leave it: "govern-⏎ment". */

const BREAK = /[-‐]\r?\n[ \t]*(?=\p{Ll})/uy
/** What is more often the first half of a compound than of a broken word. */
const COMPOUND =
  /^(?:well|self|half|ill|all|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|high|low|long|short|old|new|first|second|third|full|free|hard|left|right|so|to|by|non|anti|vice|great|little|large|small|deep|ever|never|much|far|near|world|labou?r|working|middle|upper|lower|social|semi|ex|counter|co|re|pre|post|pro)$/iu

/** How many characters of hyphen and white space stand inside the word at `at`; 0 where the word ends there. */
export function brokenWord(word: string, text: string, at: number): number {
  BREAK.lastIndex = at
  const gap = BREAK.exec(text)?.[0].length ?? 0
  if (gap === 0 || !/^\p{L}{2,}$/u.test(word) || COMPOUND.test(word)) return 0
  // "pre- and post-war", "two- or three-year"
  return /^(?:and|or|to)(?!\p{L})/u.test(text.slice(at + gap, at + gap + 4)) ? 0 : gap
}
