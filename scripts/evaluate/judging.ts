/** Sheets of items that are to be judged go out, and come back as judgements. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Judgement, saidHash } from '@/lib/core/generate/gold/judgement'
import { groupBy } from '@/lib/core/group-by'
import { EXIT, Refusal } from '../run/program'
import type { MadeItem, MakeItems } from './items-of'
import { addJudgements, judgementsOf } from './judgements'
import { evenly } from './sampling'
import { readSheet, type SheetItem, sheetOf } from './sheet'
import { keyText, type Made, madeOf, readKey } from './sheet-key'
import type { GoldText, Places } from './texts'

export type ToJudge = {
  readonly most: number
  readonly makeItems: MakeItems
  /** null: items that nobody has judged; else those that one reader has, who is not this one. */
  readonly reader: string | null
  /** The files, N items in each, none of them twice; none: to standard output, without a key. */
  readonly out: readonly string[]
  /** Evenly of every construction; else by chance. */
  readonly even: boolean
}

type MadeSheetItem = Omit<SheetItem, 'item'> & { readonly item: MadeItem }

/** Writes the sheet, and returns what standard output is to say. */
export function writeSheet(texts: readonly GoldText[], places: Places, asked: ToJudge): string {
  const open = texts.flatMap((gold) => {
    const before = groupBy(judgementsOf(places.judgements, gold.set.text), (one) => one.item)
    return asked
      .makeItems(gold.text)
      .map((item): MadeSheetItem => {
        const { set, text } = gold
        return { hash: saidHash(set.text, item), name: set.text, text, item }
      })
      .filter(({ hash }) => isOpen(before.get(hash) ?? [], asked.reader))
  })
  // By the hash: as good as by chance, and the same on every run.
  const drawn = [...new Map(open.map((one) => [one.hash, one])).values()].sort((a, b) =>
    a.hash < b.hash ? -1 : 1,
  )
  const sheets = Math.max(1, asked.out.length)
  const most = (asked.even ? evenly(drawn) : drawn).slice(0, asked.most * sheets)
  // Readers are not to see which were made alike.
  const chosen = [...most].sort((a, b) => (a.hash < b.hash ? -1 : 1))
  if (asked.out.length === 0) return sheetOf(chosen, null)
  return asked.out
    .map((out, nth) => {
      const own = chosen.filter((_, i) => i % sheets === nth)
      return writeOne(own, out, drawn.length)
    })
    .join('')
}

function writeOne(chosen: readonly MadeSheetItem[], out: string, open: number): string {
  const key = `${out}.key.json`
  writeFileSync(out, sheetOf(chosen, basename(key)))
  writeFileSync(key, keyText(chosen))
  return `${chosen.length} of ${open} open items are in ${out}; how they were made is in ${key}, which readers do without.\n`
}

const isOpen = (said: readonly Judgement[], reader: string | null): boolean =>
  reader === null ? said.length === 0 : said.length === 1 && said[0]?.reader !== reader

/** Adds what a reader has written in a sheet, and returns what standard output is to say. */
export function takeSheet(
  file: string,
  reader: string,
  {
    texts,
    places,
    makeItems,
  }: { texts: readonly GoldText[]; places: Places; makeItems: MakeItems },
): string {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`, EXIT.unreadable)
  const sheet = readSheet(readFileSync(file, 'utf8'))
  const { judged, open, problems } = sheet
  if (problems.length > 0)
    throw new Refusal(problems.map((problem) => `${file}: ${problem}`).join('\n'), EXIT.unreadable)
  if (judged.length === 0) throw new Refusal(`${file} has no verdict.`, EXIT.unreadable)
  const key = readKey(sheet.key === null ? '' : join(dirname(file), sheet.key))
  const makers = makersOf(texts, places, makeItems)
  const added = judged.map(({ hash, verdict, ...of }): Judgement => {
    const known = key.get(hash)
    const text = of.name ?? known?.text
    const made = known ?? (text === undefined ? undefined : makers(text).get(hash))
    if (made === undefined || text === undefined) {
      const why = `${file}: nothing says how the item ${hash} was made.`
      throw new Refusal(`${why} Put the key of the sheet beside it.`, EXIT.unreadable)
    }
    return { item: hash, reader, verdict, ...made, text }
  })
  for (const [name, own] of groupBy(added, (one) => one.text))
    addJudgements(places.judgements, name, own)
  return `${added.length} judgements of reader ${reader} are kept${open > 0 ? `; ${open} items have no verdict yet` : ''}.\n`
}

/** How the items of a text were made, by what was kept of them, or as they are made now. */
function makersOf(
  texts: readonly GoldText[],
  places: Places,
  makeItems: MakeItems,
): (name: string) => ReadonlyMap<string, Made> {
  const known = new Map<string, ReadonlyMap<string, Made>>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const gold = texts.find(({ set }) => set.text === name)
    const now = gold === undefined ? [] : makeItems(gold.text)
    const made = new Map([
      ...now.map((item) => [saidHash(name, item), madeOf(item)] as const),
      ...judgementsOf(places.judgements, name).map((one) => [one.item, keptOf(one)] as const),
    ])
    known.set(name, made)
    return made
  }
}

const keptOf = ({ construction, features }: Judgement): Made => ({
  construction,
  ...(features === undefined ? {} : { features }),
})
