/** Closed classes of English words: what the stages ask of a word without knowing what it means. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Words that point outside the sentence unless something in it answers them. */
export const SUBJECT_PRONOUNS = set('he she it they we i you one others another')
export const POSSESSIVES = set('his her its their our my your')
export const DEMONSTRATIVES = set('this these those such')

export const RELATIVES = set('who whom whose which that where when why')
export const SUBORDINATORS = set(
  'because although though while whereas since if unless until till after before when as once whether so than lest',
)
export const BE = set("is are was were be been being 's am")
export const HAVE = set('has have had having')
export const MODALS = set('can could may might must shall should will would cannot ought')
export const HEDGES = set(
  'perhaps maybe possibly probably likely apparently surely certainly clearly undoubtedly presumably allegedly supposedly reportedly seemingly might',
)

const FUNCTION_WORDS = set(
  `a an the and or but nor of in on at by to for from with as if it its he she they we i you his her their our my your
   this that these those such who whom whose which when where why how there here not no is are was were be been has have
   had do does did will would can could may might must shall should than then so yet also both each every all some any many
   most much more one after before while because although though until since`,
)

export const isFunctionWord = (lower: string): boolean => FUNCTION_WORDS.has(lower)

/** Participles whose lemma could be that of another verb. */
export const PARTICIPLE_OF: ReadonlyMap<string, string> = new Map([
  ['found', 'find'],
  ['founded', 'found'],
  ['left', 'leave'],
  ['led', 'lead'],
  ['held', 'hold'],
  ['lay', 'lie'],
  ['bound', 'bind'],
  ['born', 'bear'],
  ['wound', 'wind'],
  ['rose', 'rise'],
  ['fell', 'fall'],
  ['felt', 'feel'],
  ['saw', 'see'],
  ['met', 'meet'],
  ['sat', 'sit'],
  ['spoke', 'speak'],
  ['wrote', 'write'],
  ['began', 'begin'],
  ['built', 'build'],
  ['united', 'unite'],
  ['sought', 'seek'],
  ['bore', 'bear'],
])

/** Small counts in words, as lists announce themselves ("ten theses"). */
const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty'
  )
    .split(' ')
    .map((word, i) => [word, i + 2] as const),
)

/** 2 for "two" and "2"; undefined for what is no small whole number. */
export function smallNumber(word: string): number | undefined {
  const lower = word.toLowerCase()
  if (/^\d{1,2}$/.test(lower)) return Number(lower)
  return SMALL_NUMBERS.get(lower)
}
