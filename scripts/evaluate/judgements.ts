/** The files of judgements, one a text. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Judgement, judgementLines, readJudgements } from '@/lib/core/generate/gold/judgement'
import { EXIT, Refusal } from '../run/program'

/** [] where nobody has judged. Refuses a file that holds anything else. */
export function judgementsOf(folder: string, text: string): readonly Judgement[] {
  const file = join(folder, `${text}.jsonl`)
  if (!existsSync(file)) return []
  const read = readJudgements(readFileSync(file, 'utf8'), `${text}.jsonl`)
  if (!read.ok) throw new Refusal(read.problems.join('\n'), EXIT.unreadable)
  return read.judgements
}

/** What a reader said before of the same item is replaced. */
export function addJudgements(folder: string, text: string, added: readonly Judgement[]): void {
  const before = judgementsOf(folder, text)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${text}.jsonl`), judgementLines([...before, ...added]))
}
