/** What is no question for its doer: many have done it, or the words only lead up to what was done. */

/** What is only a way to say that somebody did or said a thing. */
export const IDIOM =
  /^(?:took|had|found|seized|used) (?:the|this|an?|every) (?:occasion|opportunity|trouble|liberty|time|chance|pains) to\b|\bonce (?:more|again)\b/

/** Undated, what many have done: who it was is no question with one answer. */
const MANY_DID: ReadonlySet<string> = new Set(
  'bear live work visit travel go come stay remain return study attend enter join die serve move arrive settle'.split(
    ' ',
  ),
)

/** The same of persons alone. */
const MANY_PERSONS: ReadonlySet<string> = new Set(
  'educate appear graduate perform retire train learn'.split(' '),
)

export const isDoneByMany = (lemma: string, byPerson: boolean): boolean =>
  MANY_DID.has(lemma) || (byPerson && MANY_PERSONS.has(lemma))
