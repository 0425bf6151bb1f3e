/** The mentions of a text as a page to read: each name with its places, each value in plain words, each reference. */
import { mentionsOf, namesOf } from '@/lib/core/language/mentions/mentions'
import { resolve } from '@/lib/core/language/mentions/resolve'
import { sayValue } from '@/lib/core/language/mentions/values/say-value'
import type { Reading } from '@/lib/core/language/tree'

export function mentionsPage(reading: Reading): string {
  const mentions = mentionsOf(reading)
  const names = namesOf(mentions).map((name) => {
    const aliases = name.aliases.length === 0 ? '' : ` (${name.aliases.join(', ')})`
    return `${name.type.padEnd(13)}${name.name}${aliases}, ${name.mentions.length}`
  })
  const values = mentions
    .filter(({ value }) => !('name' in value))
    .map(({ text, value }) => `${value.type.padEnd(13)}${oneLine(text)}  =  ${sayValue(value)}`)
  const references = resolve(reading, mentions).map(
    ({ start, end, antecedent }) =>
      `${String(start).padEnd(13)}${oneLine(reading.text.slice(start, end))}  =  ${sayValue(antecedent.value)}`,
  )
  return ['Names', ...names, '', 'Values', ...values, '', 'References', ...references, ''].join(
    '\n',
  )
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
