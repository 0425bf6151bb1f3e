import { readFileSync } from 'node:fs'
import { segment } from '@/lib/core/passages/segment'
import { readSource } from '@/lib/core/text/read-source'
for (const file of process.argv.slice(2)) {
  const body = readFileSync(file, 'utf8')
  const text = segment(readSource(body, { fileName: file }))
  const ends = new Set(text.sentences.map((s) => s.end))
  // every point after an initial, an abbreviation, a date or inside one, and whether a sentence ended there
  for (const s of text.sentences) {
    const own = body.slice(s.start, s.end)
    const last = /(\S+)$/.exec(own)?.[1] ?? ''
    const next = body.slice(s.end, s.end + 25)
    if (/^["“‘(]*(?:\p{Lu}\.?|\p{Lu}\p{Ll}{0,4}\.|\d{1,2}\.|(?:\p{L}\.)+)["”’)]*$/u.test(last) || !/[.?!…:]["”’)\]*_\d]*$/.test(last) || /^\s+["“‘(]?\p{Ll}/u.test(next) || own.length < 12) console.log('END ', JSON.stringify(own.slice(-50)), '→', JSON.stringify(next))
    for (const m of own.matchAll(/[.?!]["”’)]*\s+["“‘(]*[\p{Lu}\d]/gu)) console.log('KEEP', JSON.stringify(own.slice(Math.max(0, m.index - 25), m.index + 25)))
  }
}
