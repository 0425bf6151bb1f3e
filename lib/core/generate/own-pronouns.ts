/** "Anna Lind made Anna Lind’s debut": whose name stands in the question already is "her" there, as the text says. */
import type { Ask, Fact } from './fact'

interface Owner {
  readonly name: string
  readonly pronoun: string
}

export function withOwnPronouns(fact: Fact): Fact {
  const { resolved, references, view } = fact.sentence
  const owner = (start: number, end: number, words: string): readonly Owner[] => {
    const pronoun = view.text.slice(start, end).toLowerCase()
    const name = words.replace(/[’']s?$/, '')
    return /^(?:his|her|its|their)$/.test(pronoun) && name !== '' ? [{ name, pronoun }] : []
  }
  const owners = [
    ...resolved.flatMap(({ start, end, text }) => owner(start, end, text)),
    ...references.flatMap(({ start, end, antecedent: { value } }) =>
      'name' in value ? owner(start, end, value.name) : [],
    ),
  ]
  return owners.length === 0 ? fact : { ...fact, ask: reworded(fact.ask, owners) }
}

function reworded(ask: Ask, owners: readonly Owner[]): Ask {
  const after = (before: string, words: string): string =>
    owners.reduce((said, owner) => ownAgain(said, before, owner), words)
  switch (ask.way) {
    case 'subject':
      return { ...ask, predicate: after('', ask.predicate) }
    case 'fronted':
      return { ...ask, subject: after('', ask.subject), rest: after(ask.subject, ask.rest) }
    case 'statement':
      return { ...ask, statement: after('', ask.statement) }
    case 'gap':
      return { ...ask, before: after('', ask.before), after: after(ask.before, ask.after) }
  }
}

/** The owner's name after it has been said once, in `before` or in the words themselves. */
function ownAgain(words: string, before: string, { name, pronoun }: Owner): string {
  const first = words.indexOf(name)
  if (first < 0) return words
  const from = before.includes(name) ? 0 : first + name.length
  const owner = new RegExp(`${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[’'](?:s\\b)?`, 'gu')
  return words.slice(0, from) + words.slice(from).replace(owner, pronoun)
}
