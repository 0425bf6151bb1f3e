/** Names and texts that would be something to a browser are words to ours; and the log keeps none of anybody's words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeckId } from '@/lib/core/ids'
import { decideItems } from '@/lib/usecases/decide-items'
import { importText } from '@/lib/usecases/import-text'
import { itemViews } from '@/lib/usecases/item-view'
import { succeeded } from '@/lib/usecases/test-bench'
import { writeItem } from '@/lib/usecases/write-item'
import { type Ground, startGround } from './ground'
import { actionsOf, ask, call } from './http'
import { PAGES } from './table-pages'
import { closeWorld, makeWorld, newDeck, newExam, newTest, type World } from './world'

let ground: Ground
let world: World

beforeAll(async () => {
  ground = await startGround()
  world = await makeWorld(ground)
})
afterAll(async () => {
  await closeWorld()
  await ground.close()
})

/** Each with a mark that must not stand in a page outside of quoted or escaped text. */
const HOSTILE = [
  '<img src=x onerror=hostile()>',
  '</script><script>hostile()</script>',
  '"><svg onload=hostile()>',
  "'-hostile()-'",
  'javascript:hostile()',
  '[mill](javascript:hostile())',
  '<!--hostile()-->',
  '\u202Eelttil\u202C',
  '{{hostile()}}',
]
const ALL = HOSTILE.join(' ')

async function fill(): Promise<void> {
  const visit = world.people.owner.visit
  const deckId = await newDeck(visit, ALL.slice(0, 180))
  const draft = {
    question: ALL,
    answer: ALL,
    accept: [ALL],
    elements: [],
    cloze: '',
    options: [`${ALL} 1`, `${ALL} 2`],
  }
  succeeded(await writeItem(visit, { draft, textId: null, evidence: [], deckId }))
  const elements = HOSTILE.map((one) => `${one} part`)
  const list = { ...draft, question: `List ${ALL}`, answer: '', elements, options: [] }
  succeeded(await writeItem(visit, { draft: list, textId: null, evidence: [], deckId }))
  const body = `# ${ALL}\n\n## Part ${ALL}\n\nThe mill was built by Rosa Lindt in 1874. ${ALL} The wheel is 4 metres high.\n`
  const file = { bytes: new TextEncoder().encode(body), fileName: `${HOSTILE[0]}.md` }
  const { textId } = succeeded(await importText(visit, file))
  const [first] = await itemViews(visit, { textId, status: ['proposed'] })
  if (first) await decideItems(visit, { itemIds: [first.id], decision: 'keep' })
  const item = await itemViews(visit, { deckId: DeckId.parse(deckId), status: ['kept'] })
  const examId = await newExam(visit, deckId, ALL.slice(0, 100))
  const testId = await newTest(visit, deckId)
  const name = HOSTILE.slice(0, 3).join(' ')
  await ground.client.query('UPDATE class SET name = $1', [name])
  await ground.client.query('UPDATE class_member SET display_name = $1', [name])
  await ground.client.query('UPDATE account SET name = $1', [name])
  await ground.client.query('UPDATE assignment SET name = $1', [name])
  Object.assign(world.owners, { deckId, textId, examId, testId, itemId: item[0]?.id ?? '' })
}

/** Tags of a page that nobody but ourselves may have written: a script without the nonce, a handler of events, an address that runs. */
function findings(html: string, nonce: string): string[] {
  const tags = html.match(/<[a-zA-Z][^>]*>/g) ?? []
  return tags.filter((tag) => {
    const bare = tag.replace(/"[^"]*"/g, '""')
    if (/^<script/i.test(tag)) return !tag.includes(`nonce="${nonce}"`)
    return (
      /\son\w+=/i.test(bare) ||
      /(href|src|action)="\s*javascript:/i.test(tag) ||
      /hostile/.test(bare)
    )
  })
}

describe('what somebody wrote', () => {
  it('would be found where it stands as more than text', () => {
    for (const one of HOSTILE.slice(0, 3)) expect(findings(`<p>${one}</p>`, 'n')).not.toEqual([])
    expect(findings('<a href="javascript:hostile()">', 'n')).not.toEqual([])
    expect(findings('<p title="&lt;img onerror=hostile()">', 'n')).toEqual([])
  })

  it('is text in every page that shows it', async () => {
    await fill()
    const seen: string[] = []
    const wrong: string[] = []
    for (const places of Object.values(PAGES))
      for (const { at } of places) {
        const address = at(world)
        const { body, headers } = await ask(ground.url, address, world.people.owner.cookie)
        const nonce =
          /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '?'
        if (body.includes('hostile')) seen.push(address)
        wrong.push(...findings(body, nonce).map((tag) => `${address}: ${tag.slice(0, 200)}`))
        // In the data that a page brings along, a script would end at the first of these.
        const scripts = body.match(/<script\b[^>]*>[\s\S]*?<\/script>/g) ?? []
        wrong.push(
          ...scripts
            .filter((one) => /<img|<svg|<!--/.test(one))
            .map((one) => `${address}: ${one.slice(0, 200)}`),
        )
      }
    expect(wrong).toEqual([])
    // The pages of decks, items, texts, exams, tests, search, the session and their lists.
    expect(seen.length).toBeGreaterThan(12)
  })
})

describe('the log of the server', () => {
  const SECRET = 'a platypus in the bath'

  it('keeps where something failed, and none of the words that it was about', async () => {
    // A rule of the database that only these words break, so that the error has them in it, and the row besides.
    await ground.client.query(
      `ALTER TABLE deck ADD CONSTRAINT no_secrets CHECK (name NOT LIKE '%platypus%')`,
    )
    await ground.client.query(
      `ALTER TABLE item ADD CONSTRAINT no_secrets CHECK (answer NOT LIKE '%platypus%')`,
    )
    await ground.client.query(`
      CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN IF NEW.typed LIKE '%platypus%' THEN RAISE EXCEPTION 'not this: %', NEW.typed; END IF; RETURN NEW; END $$`)
    await ground.client.query(
      `CREATE TRIGGER tell BEFORE INSERT ON review FOR EACH ROW EXECUTE FUNCTION tell()`,
    )
    const { cookie } = world.people.owner
    const before = ground.said.length
    const answered: number[] = []
    for (const action of actionsOf(ground.build)) {
      if (action.name.endsWith('#makeDeckAction'))
        answered.push((await call(ground.url, '/decks', action, [SECRET], cookie)).status)
      if (action.name.endsWith('#writeAction')) {
        const draft = {
          question: SECRET,
          answer: SECRET,
          accept: [],
          elements: [],
          cloze: '',
          options: [],
        }
        const input = { draft, textId: null, evidence: [], deckId: world.owners.deckId }
        answered.push((await call(ground.url, '/decks', action, [input], cookie)).status)
      }
    }
    const event = {
      ...{ kind: 'review', id: crypto.randomUUID(), cardId: world.owners.cardId, grade: 3 },
      ...{ form: 'typed', typed: SECRET, durationMs: 900, timeZone: 'Europe/Vienna' },
      reviewedAt: new Date().toISOString(),
    }
    const review = await ask(ground.url, '/api/reviews', cookie, {
      method: 'POST',
      body: JSON.stringify({ events: [event] }),
    })
    expect(answered).toHaveLength(2)
    expect(review.status).toBe(503)
    expect(review.body).not.toContain('platypus')
    // A page that cannot be made, of which the database says what was looked for.
    await ground.client.query('ALTER TABLE item RENAME COLUMN question TO question_gone')
    const page = await ask(ground.url, '/search?q=platypus', cookie)
    await ground.client.query('ALTER TABLE item RENAME COLUMN question_gone TO question')
    expect(page.status).toBe(500)
    const said = ground.said.slice(before).join('\n')
    expect(said).toContain('of the database')
    expect(said).toMatch(/no_secrets|P\d{4}|23514/)
    for (const word of ['platypus', SECRET, cookie.split('=')[1] ?? 'no cookie'])
      expect(said).not.toContain(word)
  })
})
