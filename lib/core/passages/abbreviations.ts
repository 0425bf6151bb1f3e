/** Abbreviations are words whose point does not end a sentence, or does so only before certain words. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Always followed by the rest of the sentence. */
const NEVER_ENDS = words(
  'Mr Mrs Ms Mx Dr Prof Gen Col Lt Sgt Capt Cpl Cmdr Maj Adm Rev Hon Sen Rep Gov Pres Messrs Mme Mlle Msgr Fr Mt Ft Pfc ' +
    'e.g i.e cf viz vs v ca approx incl esp resp and or the a an &',
)
/** Followed by a number, a numeral or a letter they go on; else they are words ("No."). */
const BEFORE_NUMBER = words(
  'No Nos no nos Vol Vols vol vols Fig Figs fig figs Ch ch Chap chap Sec sec Art art Eq eq p pp P c Pt pt Ed ed Bd Nr § ' +
    'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec l ll n nn q r',
)
/** End a sentence only before a word that often begins one. */
const MAY_END = words(
  'St Jr Sr Inc Ltd Co Corp Bros Esq Ave Blvd Rd Sq Dept Univ Assn al Ph.D M.D B.A M.A D.C U.S U.K U.N U.S.S.R U.S.A E.U eds trans',
)

/** Words that begin sentences and seldom follow a name's initial or an abbreviation. */
const STARTERS = words(
  'The This That These Those A An It Its He His She Her They Their We Our You Your I My In On At As By For From To With Of ' +
    'And But Or Nor So Yet If When While Where Whether Because Although Though Since Until After Before During Despite ' +
    'However Moreover Furthermore Therefore Thus Then There Here Now Many Most Some Each Every All Both Several Few More ' +
    'Such Other Another Others Not No Only Also Even Just Once Under Over Among Between Through Throughout Without Within ' +
    'What Who Why How Which One Two Three Unlike Like Instead Later Soon Finally First Second Third According',
)

/**
 * Whether the single point after `word` can end a sentence, given the first word after it. `word` has no point at its
 * end ("U.S", "V", "Mr"); `bracketed` where a bracket closes after the point.
 */
export function pointEnds(
  word: string,
  next: string,
  atStart: boolean,
  bracketed: boolean,
): boolean {
  if (word === '') return true
  const starter = STARTERS.has(next)
  if (NEVER_ENDS.has(word)) return bracketed && starter
  if (BEFORE_NUMBER.has(word)) return !/^(?:\d|[IVXLC]+\b|[A-Z]$)/.test(next)
  // 3s. 6d.
  if (/^\d+[sd]$/.test(word)) return !/^\d/.test(next)
  if (MAY_END.has(word)) return starter
  if (isInitials(word)) return starter || next === ''
  if (/^[ap]\.m$/i.test(word))
    return !/^(?:Eastern|Central|Pacific|Mountain|GMT|EST|UTC)/.test(next)
  // An enumerator that begins the sentence: "1. Open the valve."
  if (atStart && /^(?:\d{1,2}|[ivx]{1,4})$/.test(word)) return false
  return true
}

/** One capital, or letters with points between: V, V.M, B.C, J.-P. */
const isInitials = (word: string): boolean => /^\p{Lu}(?:\.-?\p{Lu})*$/u.test(word)
