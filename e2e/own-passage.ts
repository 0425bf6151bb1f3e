/** A Passage of the test's own, whose database it may stop and start again. */
import { chmodSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from '../lib/environment'
import { Lifetime } from '../scripts/setup/lifetime.mjs'
import { startTestServer } from '../scripts/test/ground'
import { startPassage } from '../scripts/test/passage'
import { test as base } from './passage'

export interface OwnPassage {
  readonly url: string
  readonly stopDatabase: () => Promise<void>
  readonly startDatabase: () => Promise<void>
  /** What its web server wrote last. */
  readonly said: () => string
  readonly close: () => Promise<void>
}

interface Own {
  readonly ownPassage: OwnPassage
}

export const test = base.extend<Own>({
  ownPassage: async ({ page }, use, info) => {
    const passage = await start()
    await use(passage)
    if (info.status !== info.expectedStatus) console.log(`Its server said:\n${passage.said()}`)
    // A page that is still open would go on asking a server that is gone.
    await page.close()
    await passage.close()
  },
})

/** Should the test's process be killed, its children are stopped with it. */
async function start(): Promise<OwnPassage> {
  const { build, folder } = environment().test
  if (!build || !folder) throw new Error('Start the journeys with npm test -- e2e')
  const home = mkdtempSync(join(folder, 'own-'))
  chmodSync(home, 0o755)
  const life = new Lifetime()
  const { server, restart } = await startTestServer(life, home)
  let database = server
  const { url, web } = await startPassage(life, server, build)
  return {
    url,
    stopDatabase: () => database.stop(),
    startDatabase: async () => {
      database = await restart()
    },
    said: web.tail,
    close: async () => {
      await web.stop()
      await database.stop()
    },
  }
}
