/** What a stretch of text is by its shape: lines that are broken on purpose, columns, code, sources of a scholar. */

/** Lines with something in them, without white space around them. */
export const linesOf = (words: string): string[] =>
  words
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')

const shareOf = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  all.filter(is).length / Math.max(1, all.length)

/** Verses, or a list without marks: at most ends of lines the next word would have found room. */
export function isInShortLines(lines: readonly string[]): boolean {
  const width = Math.max(0, ...lines.map((line) => line.length))
  if (lines.length < 3 || width > LONGEST_VERSE) return false
  const breaks = lines.slice(0, -1).map((line, i) => {
    const next = /^\s*(\S+)/.exec(lines[i + 1] ?? '')?.[1] ?? ''
    return { roomy: line.length + 1 + next.length <= width, ended: SENTENCE_END.test(line) }
  })
  const begun = shareOf(lines, (line) => /^\s*["“‘'(]?\p{Lu}/u.test(line))
  const roomy = shareOf(breaks, (one) => one.roomy)
  // A sentence a line is prose; so is what a typewriter has set.
  return shareOf(breaks, (one) => one.ended) <= 0.6 && (roomy > 0.6 || begun > 0.8)
}

const LONGEST_VERSE = 64
const SENTENCE_END = /[.!?]["”’')\]]*$/

/** Lines with several columns, set apart by tabs, bars or wide gaps. */
export const isTable = (lines: readonly string[]): boolean =>
  lines.length >= 2 && shareOf(lines, (line) => COLUMNS.test(line.trim())) >= 0.6

const COLUMNS = /\t\S.*\t|\S\s{2,}\S.*\S\s{2,}\S|^\|.*\||\S \| \S.* \| \S|^[^.]*(?:;[^;]*){4,}$/

/** At least two lines, most of which are statements of a program or its markup. */
export function isCode(lines: readonly string[]): boolean {
  const all = lines.join('\n')
  const signs = (all.match(/[{}[\]<>=;$\\|&^~#_]|\(\)|=>|::/g) ?? []).length
  const letters = (all.match(/\p{L}/gu) ?? []).length
  if (lines.length >= 2 && shareOf(lines, (line) => STATEMENT.test(line)) >= 0.5) return true
  return lines.length >= 2 && signs >= 6 && signs / Math.max(1, letters) > 0.08
}

const STATEMENT = new RegExp(
  [
    String.raw`[;{}]\s*$`,
    String.raw`^\s*(?:def|class|import|from|return|raise|with|if|for|while|elif|else|try|except|function|const|let|var|public|private|static|void|int)\b.*[:;({)]\s*$`,
    String.raw`^\s*import [\w.]+$|^\s*return\b(?!.*\.$)`,
    String.raw`^\s*[\w.[\]]+ ?(?:[+*/-]|:|)= ?\S`,
    String.raw`^\s*(?:#include|//|/\*|\*/|<\/?\w)`,
    String.raw`^(?:SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|JOIN|GROUP BY|ORDER BY|CREATE|ALTER)\b`,
  ].join('|'),
)

/** One source of a scholar's list: it has at least three of the marks of one. */
export const isReference = (words: string): boolean =>
  words.length < LONGEST_REFERENCE &&
  shareOf(REFERENCE_MARKS, (mark) => mark.test(words)) * REFERENCE_MARKS.length >= 3

const LONGEST_REFERENCE = 600
const REFERENCE_MARKS: readonly RegExp[] = [
  /\((?:c\. ?)?\d{4}[a-z]?\)|, \d{4}[.,;]|\b\d{4}\.\s*(?:https?:|$)|\(\p{L}[^()]{2,60}, \d{4}\)/u,
  /(?:^|[,;&] |and )\p{Lu}[\p{L}’'-]+, \p{Lu}\p{L}*\.?|\p{Lu}\. \p{Lu}[\p{L}’'-]+ (?:\(|,)/u,
  /\b(?:pp?|vol|no|eds?|edn|trans|rev|chap)\.|\bISBN|\bibid\b|\bop\. cit\./i,
  /https?:\/\/|\bdoi\b|\bRetrieved\b|\bAccessed\b/i,
  /\b(?:Press|Journal|Proceedings|Review of|Verlag|Publish(?:ers|ing)|Books|Quarterly|Bulletin|Transactions)\b/,
  /\b\d+ ?\(\d+\)|\b\d+ ?: ?\d+ ?[–-] ?\d+|\b\d+[–-]\d+\.$/,
]

/** Words that no language has: letters and figures mixed, signs within. Few of them are slips of a scanner. */
export const isGarbled = (words: readonly string[]): boolean =>
  words.length >= 8 && shareOf(words, (word) => ODD.test(word)) >= 0.25

const ODD =
  /\p{L}\d+\p{L}|^\d+\p{Ll}{2,}(?<!st|nd|rd|th|s|km|kg|mm|cm|m|g)$|\p{L}[~^|\\*€$<>{}]\p{L}|\p{L}\d$|^\d\p{L}\d|^[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]{5,}$|\p{Ll}\p{Lu}\p{Ll}/u
