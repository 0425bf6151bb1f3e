/** What decks are called that are made of a text. */

/** Of the title so much, so that the chapter is seen too. In characters. */
const LONGEST_TITLE = 80

/** A deck of a whole text bears its title; one of a chapter the chapter's heading behind it. */
export function deckName(title: string, chapter: string | null): string {
  if (chapter === null || chapter === '') return title
  return `${shortened(title)}: ${chapter}`
}

/** The same within the text's own list, where the title stands over it. */
export function nameWithin(title: string, name: string): string {
  const before = `${shortened(title)}: `
  return name.startsWith(before) ? name.slice(before.length) : name
}

const shortened = (title: string): string =>
  title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title
