/** The shape of keyed mentions, as their files have it. */
import { z } from 'zod'
import type { Value } from '../tree'

const hedge = z.enum([
  'exactly',
  'about',
  'nearly',
  'at least',
  'at most',
  'more than',
  'less than',
])
const figure = z.string().regex(/^\d+(\.\d+)?(\/\d+)?$/)
const amount = z.strictObject({ from: figure, to: figure, hedge })
const name = z.string().min(1)

const when = z.strictObject({
  iso: z.string().regex(/^(-?\d{2,4}(-\d\d){0,2}|-(-\d\d){1,2})$/),
  grain: z.enum(['day', 'month', 'season', 'year', 'decade', 'century']),
  season: z.enum(['spring', 'summer', 'autumn', 'winter']).optional(),
  part: z.enum(['early', 'middle', 'late']).optional(),
  hedge,
})

const durationUnit = z.enum([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'decade',
  'century',
])

const value: z.ZodType<Value> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['person', 'place', 'organisation', 'work', 'people', 'event']),
    name,
  }),
  z.strictObject({ type: z.literal('date'), when }),
  z.strictObject({ type: z.literal('period'), from: when.nullable(), to: when.nullable() }),
  z.strictObject({ type: z.literal('duration'), amount, unit: durationUnit }),
  z.strictObject({ type: z.literal('number'), amount, ordinal: z.boolean() }),
  z.strictObject({ type: z.literal('share'), amount }),
  z.strictObject({ type: z.literal('money'), amount, currency: name }),
  z.strictObject({ type: z.literal('measure'), amount, unit: name }),
])

const stretch = {
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string().min(1),
}

const mention = z.strictObject({ ...stretch, value })

export const mentionsFile = z.strictObject({
  mentions: z.array(mention),
  unkeyed: z.array(z.strictObject(stretch)),
})

export type GoldMention = z.infer<typeof mention>
