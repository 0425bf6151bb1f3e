/** Learners who send batch after batch over HTTP, each as soon as the last was answered. */
import { Agent, request } from 'node:http'
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

function post(agent: Agent, url: string, cookie: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        if (answer.statusCode !== 200) {
          reject(new Error(`answered ${answer.statusCode}: ${text.slice(0, 300)}`))
          return
        }
        const { results } = Answer.parse(JSON.parse(text))
        resolve(results.filter(({ status }) => status === 'stored').length)
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
