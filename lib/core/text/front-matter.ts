/** Front matter: `key: value` lines between two lines of `---` at the very start of a text. */
import { type Line, lineText } from './lines'
import type { About } from './source'

export type FrontMatter = {
  /** Index of the line after the closing mark. */
  readonly lineCount: number
  readonly about: Partial<About>
}

/** Longer than this it is a text that begins with a rule, not front matter. */
const MAX_LINES = 60

const KEYS: Readonly<Record<string, keyof About>> = {
  title: 'title',
  author: 'author',
  language: 'language',
  lang: 'language',
  licence: 'licence',
  license: 'licence',
  basedon: 'basedOn',
}

export function readFrontMatter(body: string, lines: readonly Line[]): FrontMatter | null {
  const first = lines[0]
  if (!first || lineText(body, first) !== '---') return null
  const about: { -readonly [K in keyof About]?: string } = {}
  for (let i = 1; i < Math.min(lines.length, MAX_LINES); i++) {
    const line = lines[i]
    if (!line) return null
    const words = lineText(body, line)
    if (words === '---' || words === '...') return { lineCount: i + 1, about }
    const entry = /^([A-Za-z][\w -]{0,30}):\s*(.*)$/.exec(words)
    if (!entry && words !== '' && line.indent === 0 && !/^[#-]/.test(words)) return null
    const key = KEYS[(entry?.[1] ?? '').toLowerCase().replace(/[ _-]/g, '')]
    if (key) about[key] = unquote(entry?.[2] ?? '')
  }
  return null
}

const unquote = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
