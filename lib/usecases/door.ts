/** The door of the use cases: what comes from outside is checked with zod, and said plainly when it will not do. */
import 'server-only'
import { z } from 'zod'
import { failed, type Outcome } from '@/lib/core/outcome'
import { storable } from '@/lib/core/text/storable'

/** The value, or the first thing that is wrong with it, in words. */
export function admit<S extends z.ZodType>(schema: S, input: unknown): Outcome<z.output<S>> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, value: parsed.data }
  const [issue] = parsed.error.issues
  return failed('invalid', issue ? sentence(issue) : 'This cannot be read.')
}

function sentence(issue: z.core.$ZodIssue): string {
  const where = issue.path.filter((part) => typeof part === 'string').join('.')
  // Messages of our own are whole sentences; zod's need to be told what they speak of.
  return issue.message.endsWith('.') || where === '' ? issue.message : `${where}: ${issue.message}.`
}

/** An id as it stands in an address: anything that is none is answered as an id that does not exist. */
export function admitId<S extends z.ZodType>(
  schema: S,
  input: unknown,
  what: string,
): Outcome<z.output<S>> {
  const parsed = schema.safeParse(input)
  return parsed.success ? { ok: true, value: parsed.data } : failed('notFound', missing(what))
}

export const missing = (what: string): string =>
  `There is no such ${what} here. It may have been deleted, or the address is wrong.`

/** Many ids at once: at least one, at most a thousand. */
export const manyIds = <S extends z.ZodType>(id: S) =>
  z
    .array(z.unknown())
    .min(1, 'Nothing is selected.')
    .max(1000, 'At most 1,000 at once.')
    .pipe(z.array(id))

/** Words of a person, in characters that can be stored. */
export const words = () => z.string().overwrite(storable).trim()
