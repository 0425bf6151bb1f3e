/** Learners who send batch after batch over HTTP, each as soon as the last was answered. */
import { Agent, type RequestOptions, request } from 'node:http'
import { z } from 'zod'
import type { CardId } from '@/lib/core/ids'
import { reviewOf } from './recorded'

export interface Sender {
  readonly cookie: string
  readonly cardIds: readonly CardId[]
}

const Answer = z.object({ results: z.array(z.object({ status: z.string() })) })

/** Reviews stored a second, as the server says of each. */
export async function postFor(
  url: string,
  senders: readonly Sender[],
  batch: number,
  seconds: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: senders.length })
  const until = performance.now() + seconds * 1000
  const counts = await Promise.all(
    senders.map(async ({ cookie, cardIds }, n) => {
      let stored = 0
      for (let at = n; performance.now() < until; at += batch) {
        const events = Array.from({ length: batch }, (_, i) =>
          // All cards have their turn before the first has its second.
          reviewOf(cardIds[(at + i) % cardIds.length] as CardId),
        )
        stored += await post(agent, `${url}/api/reviews`, cookie, JSON.stringify({ events }))
      }
      return stored
    }),
  )
  agent.destroy()
  return counts.reduce((sum, count) => sum + count, 0) / seconds
}

/** How many reviews of a batch were stored, as the server says. */
export async function post(
  agent: Agent,
  url: string,
  cookie: string,
  body: string,
): Promise<number> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const { results } = Answer.parse(
    JSON.parse(await ask(url, { method: 'POST', agent, headers: { ...headers, cookie } }, body)),
  )
  return results.filter(({ status }) => status === 'stored').length
}

/** Opens a page as its reader. */
export async function open(agent: Agent, url: string, cookie: string): Promise<void> {
  const headers = { cookie, accept: 'text/html', 'sec-fetch-dest': 'document' }
  await ask(url, { method: 'GET', agent, headers }, '')
}

/** What is answered; anything but 200 is an error. */
function ask(url: string, options: RequestOptions, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        if (answer.statusCode === 200) resolve(text)
        else reject(new Error(`answered ${answer.statusCode}: ${text.slice(0, 300)}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
