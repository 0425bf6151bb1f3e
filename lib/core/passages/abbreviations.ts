/** Abbreviations are words whose point does not end a sentence, or does so only before certain words. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Always followed by the rest of the sentence. */
const NEVER_ENDS = words(
  'Mr Mrs Ms Mx Dr Drs Prof Profs Gen Col Lt Sgt Capt Cpl Cmdr Maj Adm Rev Hon Sen Rep Gov Pres Messrs Mme Mlle Msgr Fr Mt Ft Pfc ' +
    'e.g i.e cf viz vs v ca approx incl esp resp and or the a an & P.S PS ext eg ie a.k.a PVT Pvt Viz ' +
    'Cllr Cllrs Ald Supt Insp Brig Lieut Mmes Mlles',
)
/** Followed by a number, a numeral or a letter they go on; else they are words ("No."). */
const BEFORE_NUMBER = words(
  'No Nos no nos Vol Vols vol vols Fig Figs fig figs Ch ch Chap chap Sec sec Art art Eq eq p pp P c Pt pt Ed ed Bd Nr § ' +
    'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec l ll n nn q r Para para',
)
/** In brackets, before a year: "(b. 1901)", "(m. 1920; div. 1931)". */
const BEFORE_YEAR = words('b d m r fl div est')
/** Measures, after a figure. */
const UNIT = words('deg m ft in mi km lb lbs oz yd yds sq cwt gal')
/** End a sentence only before a word that often begins one. */
const MAY_END = words(
  'St Jr Sr Inc Ltd Co Corp Bros Esq Ave Blvd Rd Sq Dept Univ Assn al Ph.D M.D B.A M.A D.C U.S U.K U.N U.S.S.R U.S.A E.U eds trans',
)

/** A road's name ends with them, and seldom goes on: "on Elm Ave. Buses ran". */
const ROAD = words('Ave Blvd Rd')

const WEEKDAY = /^(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)$/
const DATE_WORD = /^(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/

/** Titles in a line of capitals. */
const SHOUTED_TITLE =
  /^(?:MR|MRS|MS|DR|PROF|GEN|COL|LT|SGT|CAPT|MAJ|REV|HON|SEN|REP|GOV|MESSRS|STS)$/

/** Words that begin sentences and seldom follow a name's initial or an abbreviation. */
const STARTERS = words(
  'The This That These Those A An It Its He His She Her They Their We Our You Your I My In On At As By For From To With Of ' +
    'And But Or Nor So Yet If When While Where Whether Because Although Though Since Until After Before During Despite ' +
    'However Moreover Furthermore Therefore Thus Then There Here Now Many Most Some Each Every All Both Several Few More ' +
    'Such Other Another Others Not No Only Also Even Just Once Under Over Among Between Through Throughout Without Within ' +
    'What Who Why How Which One Two Three Does Do Did Is Are Was Were Has Have Can Could Would Should Please Unlike Like Instead Later Soon Finally First Second Third According ' +
    'Neither Either Nothing Everything Everyone Nobody Someone Something Anyone Perhaps Maybe Sometimes Never Always Often',
)

export const isStarter = (word: string): boolean => STARTERS.has(word)

/**
 * Whether the single point after `word` can end a sentence, given the first word after it. `word` has no point at its
 * end ("U.S", "V", "Mr"); `bracketed` where a bracket closes after the point, `beginsPhrase` where a small
 * word follows the first one, as in no name.
 */
export function pointEnds(
  word: string,
  next: string,
  atStart: boolean,
  bracketed: boolean,
  beginsPhrase = false,
): boolean {
  if (word === '') return true
  if (SHOUTED_TITLE.test(word)) return false
  const starter = STARTERS.has(next)
  if (NEVER_ENDS.has(word)) return bracketed && starter
  // "No. I stayed." is an answer.
  if (/^[Nn]o$/.test(word)) return !/^(?:\d|[IVXLC]{2,}$|[B-HJ-Z]$)/.test(next)
  if (BEFORE_NUMBER.has(word)) return !/^(?:\d|[IVXLC]+$|[A-Z]$)/.test(next)
  if (BEFORE_YEAR.has(word) && /^\d{3,4}$/.test(next)) return false
  // "40 m. W. of the shore", "51 deg. F. in the shade".
  if (UNIT.has(word) && /^[NSEWFC]$/.test(next)) return false
  if (WEEKDAY.test(word)) return !DATE_WORD.test(next)
  // 3s. 6d.
  if (/^\d+[sd]$/.test(word)) return !/^\d/.test(next)
  if (ROAD.has(word)) return starter || beginsPhrase
  if (MAY_END.has(word)) return starter
  if (isInitials(word)) return starter || next === ''
  if (/^[ap]\.m$/i.test(word))
    return !/^(?:Eastern|Central|Pacific|Mountain|GMT|UTC|[ECMP][SD]T)/.test(next)
  // An enumerator that begins the sentence: "1. Open the valve."
  if (atStart && /^(?:\d{1,2}|[ivx]{1,4})$/.test(word)) return false
  return true
}

/** Words that are written with a point wherever they stand, besides those above. */
const SHORT = words(
  'etc et Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Apr Jun Jul Attn Reps Sens Gens Profs Drs Cie Ste Bldg Apt Hwy Va La Que ' +
    'Pa Mass Conn Penn Calif Tex Ill Mich Wis Minn Tenn Ala Ariz Ark Colo Del Fla Ga Kan Ky Md Miss Mo Mont Neb Nev Okla Ore ' +
    'lb lbs oz ft yd yds mi hr hrs min mins yr yrs sq cu b d s m fl ff ibid id op cit loc seq ed trans repr rev misc ext tel ' +
    'Tel Ext Mob Fax Esp para Para par Pars cent Mar Wm Chas Geo Thos Jas Jos Edw Robt Alex',
)

/**
 * Whether the point after `word`, inside a sentence, is a part of the word. `next` is what stands after the point and
 * the space.
 */
export function carriesPoint(word: string, next: string): boolean {
  if (/^(?:\p{L}|\d+[sd])$/u.test(word) || SHOUTED_TITLE.test(word)) return true
  if (
    /^(?:and|or|the|an|no|art|Art|Miss|Mo|Ill|Mass|Mar|Sun|Sat|id|par|rev|cent|mi|ed|min)$/.test(
      word,
    )
  ) {
    return /^[\d,;]/.test(next)
  }
  if (NEVER_ENDS.has(word) || MAY_END.has(word) || SHORT.has(word)) return true
  return BEFORE_NUMBER.has(word)
}

/** One capital, or letters with points between: V, V.M, B.C, J.-P. */
const isInitials = (word: string): boolean => /^\p{Lu}(?:\.-?\p{Lu})*$/u.test(word)
