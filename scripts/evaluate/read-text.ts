import { readFileSync } from 'node:fs'
import type { SegmentedText } from '@/lib/core/passages/passage'
import { segment } from '@/lib/core/passages/segment'
import { decodeText } from '@/lib/core/text/decode'
import { readSource } from '@/lib/core/text/read-source'
import { EXIT, Refusal } from '../run/program'

export function readText(file: string): SegmentedText {
  const decoded = decodeText(readFileSync(file))
  if (!decoded.ok) throw new Refusal(`${file}: ${decoded.problem.message}`, EXIT.unreadable)
  return segment(readSource(decoded.body, { fileName: file }))
}
