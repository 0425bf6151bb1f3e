import pg from 'pg'
import { afterAll, beforeAll, it } from 'vitest'
import { CardId } from '@/lib/core/ids'
import { inTransaction, store } from '@/lib/store/client'
import { readNumbers } from './read-numbers'
import { foldCards } from './record-reviews'
import { type Bench, NOON, newVisit, openBench } from './test-bench'
import type { Visit } from './visit'

let bench: Bench
let visit: Visit
beforeAll(async () => {
  bench = await openBench()
  visit = await newVisit(NOON)
  const L = visit.learner.id
  const c = new pg.Client({ connectionString: bench.url })
  await c.connect()
  await c.query(`INSERT INTO item (id, owner_id, status, key, kind, question, answer, elements, forms, section, position, construction, confidence)
   SELECT ('018f4e5a-0000-7000-9000-' || lpad(to_hex(n),12,'0'))::uuid, '${L}', 'kept', 'k'||n, 'own', 'q'||n, 'a', '[]', '[{"form":"typed","prompt":"x"}]', '', 0, 'own', 1 FROM generate_series(1,3500) n`)
  await c.query(
    `INSERT INTO deck (id, owner_id, name) VALUES (gen_random_uuid(), '${L}', 'All of it')`,
  )
  await c.query(
    `INSERT INTO deck_item (owner_id, deck_id, item_id) SELECT '${L}', d.id, i.id FROM deck d, item i WHERE d.owner_id='${L}' AND i.owner_id='${L}'`,
  )
  await c.query(
    `INSERT INTO card (learner_id, id, item_id) SELECT '${L}', id, id FROM item WHERE owner_id='${L}'`,
  )
  await c.query(`INSERT INTO review (learner_id,id,card_id,kind,grade,form,typed,overruled,duration_ms,reviewed_at,client_reviewed_at,time_zone,study_day)
   SELECT '${L}', gen_random_uuid(), ('018f4e5a-0000-7000-9000-' || lpad(to_hex(n),12,'0'))::uuid, 'review', CASE WHEN (n*7+k*13)%10=0 THEN 1 ELSE 3 END, 'typed', 'some words here', false, 4000+n%5000,
   t, t, 'Europe/Vienna', t::date FROM generate_series(1,3500) n, generate_series(0,11) k, LATERAL (SELECT timestamptz '2025-01-01 10:00Z' + interval '1 minute' * (n % 600) + interval '1 day' * (n%200 + k*k*3) AS t) x`)
  await c.query('ANALYZE')
  await c.end()
  const ids = (await store().card.findMany({ where: { learnerId: L }, select: { id: true } })).map(
    (r) => CardId.parse(r.id),
  )
  for (let i = 0; i < ids.length; i += 500)
    await inTransaction((db) => foldCards(db, visit, ids.slice(i, i + 500)))
}, 120000)
afterAll(async () => {
  await bench.close()
})
it('parts', async () => {
  const { cardsWithLog, logOf } = await import('@/lib/store/log')
  const { historyOf } = await import('@/lib/core/stats/history')
  const { addCard, newTally } = await import('@/lib/core/stats/tally')
  const { parametersOf } = await import('./parameters')
  const { parameters } = parametersOf(visit.learner)
  for (let i = 0; i < 4; i++) {
    let t = performance.now()
    const lap = (n: string) => {
      console.log(n, Math.round(performance.now() - t))
      t = performance.now()
    }
    const cards = await cardsWithLog(store(), visit.learner.id, {})
    lap('cards')
    const all = []
    for await (const x of logOf(store(), visit.learner.id, cards)) all.push(x)
    lap('log')
    for (const { card, events } of all) historyOf(card.id, events, parameters, visit.studyDay)
    lap('history')
    const tally = newTally()
    for (const { card, events } of all)
      addCard(tally, { id: card.id, live: true, events }, parameters, visit.studyDay)
    lap('tally incl history')
  }
})
it('measures', async () => {
  for (let i = 0; i < 5; i++) {
    const t = performance.now()
    const n = await readNumbers(visit, { ahead: 30 })
    console.log('numbers', Math.round(performance.now() - t))
    if (i === 4 && n.ok)
      console.log(JSON.stringify({ ...n.value, calendar: 0, scopes: 0 }).slice(0, 6000))
  }
}, 120000)
