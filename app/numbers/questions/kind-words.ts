/** What the kinds of question are called, by what the generator calls them: the one place that has these names. */
import type { MentionType } from '@/lib/core/generate/mentions/mention'
import type { Value } from '@/lib/core/language/tree'

/** What a name may be of, and what a date or a measure may be: whichever type is added, these tables want a word for it. */
type Measured = Extract<
  MentionType,
  'date' | 'period' | 'duration' | 'share' | 'money' | 'quantity' | 'number'
>
type Named = Exclude<MentionType, Measured>
type NamedValue = Extract<Value, { readonly name: string }>['type']
type Amount = Extract<Value, { readonly amount: unknown }>['type']

const GAP: Readonly<Record<Measured | NamedValue | 'term' | 'noun', string>> = {
  date: 'A date left out',
  period: 'A stretch of time left out',
  duration: 'A length of time left out',
  share: 'A share left out',
  money: 'A sum of money left out',
  quantity: 'A measure left out',
  number: 'A number left out',
  person: 'A person left out',
  place: 'A place left out',
  organisation: 'An organisation left out',
  event: 'An event left out',
  work: 'A book, paper or law left out',
  people: 'A people left out',
  term: 'A term left out',
  noun: 'A plain noun left out',
}

const AMOUNT: Readonly<Record<Amount, string>> = {
  share: 'How large a share …?',
  money: 'How much money …?',
  duration: 'How long …?',
  measure: 'How far, how heavy, how large …?',
  number: 'How many …?',
}

/** "Who" + "granted the charter": the name is the doer. */
const DOER: Readonly<Record<Named | 'what', string>> = {
  person: 'Who was it that …?',
  place: 'Which place was it that …?',
  organisation: 'Which organisation was it that …?',
  event: 'Which event was it that …?',
  work: 'Which book, paper or law was it that …?',
  name: 'Which people was it that …?',
  what: 'What was it that …?',
}

/** "What did the assembly" + "pass": what it was done to. */
const DONE_TO: Readonly<Record<Named | 'what', string>> = {
  person: 'Whom did …?',
  place: 'Which place did …?',
  organisation: 'Which organisation did …?',
  event: 'Which event did …?',
  work: 'Which book, paper or law did …?',
  name: 'Which people did …?',
  what: 'What did … do?',
}

/** "Which act did the towns refuse to" + "obey". */
const WANTED: Readonly<Record<Named, string>> = {
  person: 'Whom did … want, try or refuse to …?',
  place: 'Which place did … want, try or refuse to …?',
  organisation: 'Which organisation did … want, try or refuse to …?',
  event: 'Which event did … want, try or refuse to …?',
  work: 'Which book, paper or law did … want, try or refuse to …?',
  name: 'Which people did … want, try or refuse to …?',
}

const SINGLE = {
  'block-list': 'A list with numbers or bullets',
  'bracket-list': 'A list in brackets',
  'colon-list': 'A list after a colon',
  'counted-list': 'A list with its number: the four …',
  'counted-noun-list': 'A list beside what it counts: two groups, … and …',
  'announced-list': 'A list after “a number of …”',
  'subject-list': 'A list of those that …',
  'object-list': 'A list of what … did or has',
  'oblique-list': 'A list after “of”, “in”, “from” and the like',
  'examples-list': 'A list after “including”',
  'composed-of': 'What was … made up of?',

  'count-in': 'How many of one group were in …?',
  'share-of': 'What share of … did …?',
  'shares-of': 'What share of … did …? One of several',
  'share-row': 'What share of … are …?',
  'elliptic-sum': 'How many more in another year?',
  'object-measure': 'How much or how many did …?',
  'subject-measure': 'How many were there that …?',

  'when-did': 'When did …?',
  'when-was': 'When was …?',
  'held-when': 'When was a meeting held?',
  'held-where': 'Where was a meeting held?',
  'moved-when': 'When was … moved?',
  'moved-where': 'Where was … moved?',
  lasted: 'How long did … last?',
  'who-from-to': 'From when to when did … rule or serve?',
  'rhythm-from-to': 'From when to when was a paper a daily or a weekly?',
  'clause-date': 'In which year, or on which day, did …?',
  'clause-period': 'During what time did …?',
  'clause-duration': 'For how long did …?',
  'clause-place': 'Where did …?',
  'clause-name': 'With whom, for whom or against whom did …?',
  'where-common': 'Where is … to be found?',

  'who-did': 'Who did …?',
  'by-whom': 'By whom was …?',
  'by-whom-clause': 'By which person or body was …?',
  'by-what': 'By what was …?',
  'how-by': 'How, by doing what, did …?',
  'under-office': 'Who led or edited …?',
  'who-said': 'Who said “…”?',
  'said-that': 'Who said that … was “…”?',
  'said-by': 'Who said, wrote or asked …?',

  renamed: 'What was … called before, or after, it was renamed?',
  formerly: 'What was … formerly called?',
  'is-called': 'What is … called?',
  'called-inside': 'What is this … called?',
  'called-which': 'What was the … that … called?',
  'also-called': 'What else is … called?',
  'or-called': 'What is another name for …?',
  'nickname-of': 'What nickname did … get?',

  'defined-term': 'A term by its definition',
  'defined-what': 'A definition by its term',
  'defined-last': 'A term by a definition that stands before it',
  'refers-to-term': 'A word by what it means',
  'refers-to-what': 'What does the word … mean?',
  'apposed-term': 'A name by what is said beside it',
  'apposed-what': 'Who or what is …, said beside the name?',
  'opening-as-term': 'A name by what the sentence begins with: “As a …”',
  'opening-as-what': 'What is …, said where the sentence begins: “As a …”?',
  'closing-term': 'A name by what the sentence ends with',
  'closing-what': 'What is …, said where the sentence ends?',

  'role-before': 'Who held an office?',
  'title-of': 'What office did … hold?',
  'became-who': 'Who became …?',
  'became-what': 'What did … become?',
  'who-was-named': 'Who was named or appointed …?',
  'most-of-all': 'Which was the largest, the first or the only one?',

  'why-because': 'Why …? Because …',
  'why-because-of': 'Why …? Because of …',
  'why-to': 'Why did …? In order to …',
  'why-so-that': 'Why did …? So that …',
  'why-hoping': 'Why did …? In the hope of …',
  'what-caused': 'What led to …?',
  'what-effect': 'What did … lead to?',
  'responsible-for': 'What is responsible for …?',
  'meant-to': 'What was … meant to do?',
  'purpose-of': 'What was the purpose of …?',
  'serves-as': 'What does … serve as, or what serves as …?',
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SINGLE),
  ...family(GAP, (make) => `gap-${make}`),
  ...family(AMOUNT, (make) => `amount-${make}`),
  ...family(DOER, (make) => `${make}-subject`),
  ...family(DONE_TO, (make) => `${make}-object`),
  ...family(WANTED, (make) => `${make}-inner-object`),
])

function family(
  names: Readonly<Record<string, string>>,
  code: (make: string) => string,
): [string, string][] {
  return Object.entries(names).map(([make, name]) => [code(make), name])
}

/** Every kind that has a name, by what the generator calls it. */
export const NAMED_KINDS: readonly string[] = [...NAMES.keys()]

/** Null for one that only an earlier version of the app has made. */
export const kindWords = (construction: string): string | null => NAMES.get(construction) ?? null
