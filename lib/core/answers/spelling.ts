/** Spelling: how far a typed word may be from the right one and still be that word, misspelled. */
import type { Word } from './words'

/** No word of the language is longer; a longer one must be typed as it is. In characters. */
const MAX_WORD = 48

/** Pairs of beginnings and of endings that make two words of one: hypertension is not a misspelled hypotension. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['hyper', 'hypo'],
  ['inter', 'intra', 'infra', 'intro'],
  ['endo', 'ecto', 'exo', 'epi', 'meso', 'eso'],
  ['macro', 'micro'],
  ['pre', 'pro', 'per', 'peri', 'para'],
  ['ab', 'ad'],
  ['ante', 'anti'],
  ['sub', 'super', 'supra'],
  ['mito', 'meio'],
  ['homo', 'homeo', 'hetero'],
]
const ENDINGS: readonly (readonly string[])[] = [
  ['blast', 'clast', 'cyte', 'plast'],
  ['ose', 'ase'],
  ['er', 'ee'],
  ['or', 'ee'],
  ['ane', 'ene', 'yne'],
  ['ism', 'ist'],
  ...['sulf', 'sulph', 'nitr', 'phosph', 'phosphor', 'chlor', 'brom', 'iod', 'carb', 'carbon'].map(
    (stem) => ['ate', 'ite', 'ide', 'ine'].map((ending) => stem + ending),
  ),
]
const PAIRS = new Set([
  'ileum ilium',
  'ureter urethra',
  'proton photon',
  'stalactite stalagmite',
  'absorption adsorption',
  'absorb adsorb',
  'principal principle',
  'complement compliment',
  'perineal peroneal',
  'glycogen glucagon',
  'mucous mucus',
  'affect effect',
  'thymine thiamine',
  'thymine thymus',
  'causal casual',
  'marital martial',
  'angel angle',
  'trail trial',
  'united untied',
  'quiet quite',
])

const isPair = (a: string, b: string): boolean => PAIRS.has(a < b ? `${a} ${b}` : `${b} ${a}`)

/** Two words that are both right words, in the singular or the plural. */
function isOtherWord(typed: string, wanted: string): boolean {
  const [a, b] = [typed.replace(/s$/, ''), wanted.replace(/s$/, '')]
  if (isPair(a, b)) return true
  const ends = (group: readonly string[], has: (word: string, part: string) => boolean) => {
    const inA = longestOf(group.filter((part) => has(a, part)))
    const inB = longestOf(group.filter((part) => has(b, part)))
    return inA !== undefined && inB !== undefined && inA !== inB
  }
  if (BEGINNINGS.some((group) => ends(group, (word, part) => word.startsWith(part)))) return true
  return ENDINGS.some((group) => ends(group, (word, part) => word.endsWith(part)))
}

const longestOf = (parts: readonly string[]): string | undefined =>
  [...parts].sort((x, y) => y.length - x.length)[0]

/** By the length of the shorter word: up to four letters only two that changed places. */
function allowed(length: number): number {
  if (length <= 4) return 0
  if (length <= 8) return 1
  return length <= 12 ? 2 : 3
}

/** The mistakes in a typed word: 0 where it is right, null where it is another word. */
export function mistakes(typed: Word, wanted: Word): number | null {
  if (typed.text === wanted.text) return 0
  if (typed.exact || wanted.exact) return null
  return mistakesInText(typed.text, wanted.text)
}

export function mistakesInText(typed: string, wanted: string): number | null {
  if (typed === wanted) return 0
  const shorter = Math.min(typed.length, wanted.length)
  if (Math.max(typed.length, wanted.length) > MAX_WORD || /\d/.test(typed + wanted)) return null
  if (shorter >= 4 && isSwap(typed, wanted)) return isPair(typed, wanted) ? null : 1
  const most = allowed(shorter)
  if (Math.abs(typed.length - wanted.length) > most) return null
  // Almost nobody errs in the first letter; most pairs of look-alikes differ there.
  if (typed[0] !== wanted[0]) return null
  const distance = editDistance(typed, wanted)
  return distance <= most && !isOtherWord(typed, wanted) ? distance : null
}

/** Two neighbouring letters that changed places, and nothing else. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** Optimal string alignment: insertions, deletions, changes, and neighbours that changed places, each counted one. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      }
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/**
 * The mistakes in a row of words, or null where it says something else. Two words may be typed as one and one as two:
 * "S-Rs" and "SRs".
 */
export function mistakesInRow(typed: readonly Word[], wanted: readonly Word[]): number | null {
  const known = new Map<number, number | null>()
  const from = (i: number, j: number): number | null => {
    if (i === typed.length && j === wanted.length) return 0
    const key = i * (wanted.length + 1) + j
    const before = known.get(key)
    if (before !== undefined) return before
    let best: number | null = null
    for (const [di, dj] of STEPS) {
      const here = joined(typed, i, di, wanted, j, dj)
      const rest = here === null ? null : from(i + di, j + dj)
      if (here !== null && rest !== null) best = Math.min(best ?? Infinity, here + rest)
    }
    known.set(key, best)
    return best
  }
  return from(0, 0)
}

const STEPS = [
  [1, 1],
  [2, 1],
  [1, 2],
  [3, 1],
  [1, 3],
] as const

function joined(
  typed: readonly Word[],
  i: number,
  di: number,
  wanted: readonly Word[],
  j: number,
  dj: number,
): number | null {
  const a = typed.slice(i, i + di)
  const b = wanted.slice(j, j + dj)
  if (a.length < di || b.length < dj) return null
  const [first, second] = [a[0], b[0]]
  if (di === 1 && dj === 1) return first && second ? mistakes(first, second) : null
  // Joined numbers would be other numbers.
  if ([...a, ...b].some((word) => word.exact)) return null
  return a.map((w) => w.text).join('') === b.map((w) => w.text).join('') ? 0 : null
}
