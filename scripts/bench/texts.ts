/** English to work on: the texts that ship, one after the other, again and again. */
import { readdirSync, readFileSync } from 'node:fs'
import { inProject } from '../setup/project.mjs'

/** Each of them under a heading with its number: so many chapters make a book. */
export function longText(words: number): string {
  const texts = shippedTexts()
  const chapters: string[] = []
  for (let count = 0; count < words; ) {
    const text = texts[chapters.length % texts.length] ?? ''
    chapters.push(`# Chapter ${chapters.length + 1}\n\n${text.replace(/^#/gm, '##')}`)
    count += (text.match(/\S+/g) ?? []).length
  }
  return chapters.join('\n\n')
}

export function shippedTexts(): string[] {
  const folder = inProject('content')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8').replace(/^---\n.*?\n---\n/s, ''))
}
