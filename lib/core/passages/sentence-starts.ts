/** What may begin a sentence after a stop, in careful print and in careless writing. */
import { carriesPoint, isStarter } from './abbreviations'

/** Longest word that is looked at before a point. In characters. */
const WORD_REACH = 24

/** A rule of signs, an address or a mark of omission opens what follows a stop, as a capital does. */
const SIGN =
  /[>~]\s?[\p{L}\p{N}]|[@#]\p{L}|#\d|<<|->|&\s\p{L}|\+{3,}|(?:-{2,}|={3,}|_{3,}|\*{3,}|~{3,})(?!\p{Ll})|(?:https?:\/\/|www\.)\p{L}|\((?:credit|photo|image|source|attribution|see)(?!\p{L})|(?:\[(?:\.{3}|…)\]|\.{3}|…)\s?["“]?\p{Lu}/uy

/** "It was late. – The boats came home." */
const DASH = /[-–—]\s?\p{Lu}/uy

/** A capital, a digit, or a letter of a script that has no capitals; `from` is where the white space begins. */
export function beginsSentence(body: string, run: string, from: number, at: number): boolean {
  const char = String.fromCodePoint(body.codePointAt(at) ?? 0x20)
  if (/[\p{Lu}\p{Lt}\p{Lo}\p{N}•§£$€]/u.test(char)) return true
  let sign = from
  while (/\s/.test(body.charAt(sign)) && sign < at) sign++
  SIGN.lastIndex = sign
  if (SIGN.test(body)) return true
  DASH.lastIndex = sign
  return run === '.' && DASH.test(body)
}

const SMALL_STARTER =
  /^(?:the|this|these|those|it|its|it['’]s|he|she|they|we|you|i|there|please|let['’]s|also|some|any|my|thanks|thank|yes|yeah|hey|lol|maybe|sorry|well|so|if|hope|just|anyone|anybody|everyone)[\s,]/

/** "… in the body. the figure shows": a word that begins sentences, small by mistake, after a whole word. */
export function isMissedCapital(body: string, point: number, next: number): boolean {
  const before = wholeWordBefore(body, point)
  const after = body.slice(next, next + WORD_REACH)
  return (
    before !== undefined &&
    SMALL_STARTER.test(after) &&
    !carriesPoint(before, after) &&
    !/^(?:approx|incl|dept|univ|vols|figs|chap)$/i.test(before)
  )
}

/** "Please call. dp": letters that sign a block. */
export function isSignature(body: string, point: number, next: number, end: number): boolean {
  const rest = end - next <= 6 ? body.slice(next, end).trimEnd() : ''
  const before = wholeWordBefore(body, point)
  return /^\p{Ll}{1,4}$/u.test(rest) && before !== undefined && !carriesPoint(before, rest)
}

/** A word of four letters and more, or one of the short ones that no abbreviation looks like. */
const wholeWordBefore = (body: string, point: number): string | undefined =>
  /(?:^|[\s“"‘'-])(\p{Lu}?\p{Ll}{3,}|me|it|you|us|now|all|day|too|so|him|her|one|way|yet|on)[)"”’']*$/u.exec(
    body.slice(Math.max(0, point - WORD_REACH), point),
  )?.[1]

/** "… to the wall.The rest": no space, but a whole word before the stop and one that begins sentences after it. */
export function isMissedSpace(
  body: string,
  stopAt: number,
  at: number,
  careless: boolean,
): boolean {
  const before = body.slice(Math.max(0, stopAt - WORD_REACH), stopAt)
  const after = body.slice(at, at + WORD_REACH)
  const run = body.slice(stopAt, at)
  // A question mark within an address is glued too, but what follows it is no word.
  const isWord = /^\p{L}\p{Ll}*[\s,’']/u.test(after)
  if (/^[?!]+$/.test(run) && /(?:^|[\s“"])\p{L}?\p{Ll}{2,}$/u.test(before) && isWord)
    if (careless || /^\p{Lu}/u.test(after)) return true
  if (!/\p{Ll}{3,}[)"”’]?$|\s(?:be|it|so|do|me|us|is|up|in|go)$/u.test(before)) return false
  // "… somewhere...Then": points of omission before a capital
  if (/^(?:\.{3,}|…)$/.test(run) && /^\p{Lu}\p{Ll}/u.test(after)) return true
  const next = /^["“]?(\p{Lu}\p{Ll}*)(?=[\s,’'])/u.exec(after)?.[1]
  return next !== undefined && isStarter(next)
}

/** Names of days, months and countries that are never words in lower case. */
const SMALL_NAME =
  /(?<![\p{L}@#./-])(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september|october|november|december|christmas|english|american|british|europe|america|canada|india|france|london)(?![\p{L}@./-])/u

/** "milk,eggs", "my dog , he": a comma without its space, or with one before it. */
const LOOSE_COMMA = /\p{Ll}{2},\p{Ll}{2}|\p{Ll} ,(?=\s)/u

const CHATTED =
  /(?:^|\s)(?:gonna|wanna|gotta|kinda|alot|cuz|coz|btw|tho|idk|omg|yea|2day|2morrow|2nite|b4|wont|isnt|wasnt|couldnt|wouldnt|shouldnt|havent|arent|theres)(?=[\s,.!?]|$)/i

/** Whether the writer of a block sets no capitals where they belong: then a stop alone ends a sentence. */
export const isCareless = (words: string): boolean =>
  SMALL_NAME.test(words) ||
  LOOSE_COMMA.test(words) ||
  CHATTED.test(words) ||
  /^[("“‘']*\p{Ll}/u.test(words) ||
  /(?:^|\s)(?:i['’]?m|ive|i['’]ve|i (?:am|was|have|had|do|did|don['’]?t|will|would|can|could|think|know|want|like|love|need|got|get|just|hope|guess|mean|should))\s/.test(
    words,
  ) ||
  /[!?]{2}|[.?!]\s[:;]-?\)|\s[?!]\s|(?:^|\s)(?:u|ur|im|dont|cant|didnt|doesnt|lol|plz|pls|thx|LOL|LMAO)[\s,.!?]/.test(
    words,
  )

/** "Will he come? or will he stay?" */
const GOES_ON = /^(?:or|and|but|nor|yet|for)(?!\p{L})/u
/** "What next? he wondered." */
const SAYS =
  '(?:said|says|asked|asks|wondered|thought|cried|replied|answered|exclaimed|inquired|demanded|mused|muttered|whispered|shouted)(?!\\p{L})'
const SAID = new RegExp(
  `^(?:(?:he|she|they|we|it)\\s+${SAYS}|${SAYS}\\s+(?:\\p{Lu}|he\\b|she\\b|they\\b|the\\b|an?\\b|his\\b|her\\b|one\\b))`,
  'u',
)

/** A small word after a stop. In careless writing any stop ends, else a question mark alone. Points of omission may go on. */
export function isSmallStart(
  body: string,
  { run, at, next }: { readonly run: string; readonly at: number; readonly next: number },
  careless: boolean,
): boolean {
  if (!/^\p{Ll}/u.test(body.slice(next, next + 2)) || /^(?:\.{2,}|…)$/.test(run)) return false
  const after = body.slice(next, next + WORD_REACH)
  if (SAID.test(after) || (!careless && (run !== '?' || GOES_ON.test(after)))) return false
  const before = /([\p{L}\p{N}]+)[)"”’\s]*$/u.exec(
    body.slice(Math.max(0, at - WORD_REACH), at),
  )?.[1]
  if (before === undefined || before.length < 2) return false
  return run !== '.' || !carriesPoint(before, body.slice(next, next + 4))
}
