/** What the server says of long texts that are gone through in the background. */
import { z } from 'zod'
import { UNFIT } from '@/lib/core/generate/fitness/unfit'

const ImportView = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'stopped', 'failed']),
  textId: z.string().nullable(),
  parts: z.number(),
  partsDone: z.number(),
  chapter: z.string(),
  words: z.number(),
  wordsDone: z.number(),
  items: z.number(),
  passedOver: z
    .array(z.object({ why: z.enum(UNFIT), passages: z.number(), words: z.number() }).readonly())
    .readonly(),
  problem: z.string(),
  encoding: z.string(),
})
export type ImportView = z.infer<typeof ImportView>

export const ImportsAnswer = z.object({ imports: z.array(ImportView) })

export type ImportDeed = 'stop' | 'goOn' | 'forget'
