/** What the server says while it imports a text: one JSON object a line, the last of them a result or a problem. */
import { z } from 'zod'
import { CoverCount } from '@/app/texts/cover-words'
import { UNFIT } from '@/lib/core/generate/fitness/unfit'

export const ImportLine = z.union([
  z.object({
    step: z.enum(['reading', 'segmenting', 'generating', 'storing']),
    done: z.number(),
    total: z.number(),
  }),
  z.object({
    ok: z.literal(true),
    result: z.object({
      textId: z.string(),
      title: z.string(),
      kind: z.enum(['new', 'same', 'revision']),
      proposed: z.number(),
      kept: z.number(),
      retired: z.number(),
      encoding: z.string(),
      words: z.number(),
      passedOver: z
        .array(z.object({ why: z.enum(UNFIT), passages: z.number(), words: z.number() }).readonly())
        .readonly(),
      // Null where the text is gone already.
      cover: CoverCount.nullable(),
    }),
  }),
  // A long text, which is gone through in the background.
  z.object({ ok: z.literal(true), importId: z.string() }),
  z.object({ problem: z.object({ code: z.string(), message: z.string() }) }),
])
export type ImportLine = z.infer<typeof ImportLine>

/** Where the name of the file travels, percent-encoded. */
export const FILE_NAME_HEADER = 'x-file-name'
