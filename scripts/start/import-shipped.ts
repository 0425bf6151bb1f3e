/** Run by the start: imports content/ and says how far it is, a line for each text; the last line says what came of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeStore } from '@/lib/store/client'
import { importContent } from '@/lib/usecases/import-content'
import { inProject } from '../setup/project.mjs'

const folder = inProject('content')
const files = readdirSync(folder)
  .filter((name) => /\.(md|txt)$/.test(name))
  .sort()
  .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))

let changed = 0
let items = 0
await importContent(files, (progress) => {
  if (progress.outcome !== 'same') changed += 1
  items += progress.items
  console.log(`${progress.file}, ${progress.items} items`)
})
await closeStore()

const texts = `${files.length} texts`
console.log(changed ? `${changed} of ${texts}, ${items} items` : `${texts}, nothing new`)
