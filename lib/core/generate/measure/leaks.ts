/** Leaks: questions that give their answer away. */
import { GAP } from '@/lib/core/items/gap'
import type { ProposedItem } from '@/lib/core/items/item'
import { readValue } from '@/lib/core/text/values/read-value'
import { contentWords, isSubset } from './content-words'

export type Leak = { readonly item: string; readonly answer: string; readonly prompt: string }

/** What another item's question says of the same sentence is no leak: it is asked on another day. */
export function leaks(items: readonly ProposedItem[]): readonly Leak[] {
  return items.flatMap((item) => {
    const prompts = new Set([item.question, ...item.forms.map((form) => form.prompt)])
    for (const prompt of prompts) {
      const answer = leaked(item, prompt)
      if (answer !== null) return [{ item: item.key, answer, prompt }]
    }
    return []
  })
}

/** What the prompt gives away; null where nothing. */
function leaked({ answer, accept, elements }: ProposedItem, prompt: string): string | null {
  const words = new Set(contentWords(prompt.replaceAll(GAP, ' ')))
  // A bare number is accepted for "7 delegates"; that the question has a 7 for something else gives nothing away.
  const others = accept.filter((way) => readValue(way) === null)
  const told = elements.length > 0 ? elements.map((e) => e.text) : [answer, ...others]
  return told.find((one) => isTold(one, words)) ?? null
}

function isTold(answer: string, prompt: ReadonlySet<string>): boolean {
  const words = contentWords(answer)
  return words.length > 0 && isSubset(words, prompt)
}
