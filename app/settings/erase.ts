/** Has the server erase this learner, and then forgets on this device what was kept for them. */
import { z } from 'zod'

const ProblemAnswer = z.object({ problem: z.object({ message: z.string() }) })

/** null when it is done, else what is wrong. */
export async function eraseEverything(word: string): Promise<string | null> {
  try {
    const response = await fetch('/api/learner', {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ word }),
    })
    if (response.ok) {
      await forgetDevice()
      return null
    }
    const read = ProblemAnswer.safeParse(await response.json().catch(() => null))
    return read.success
      ? read.data.problem.message
      : 'The server could not do it. Nothing was deleted.'
  } catch {
    return 'The server cannot be reached. Nothing was deleted. Try again when you are online.'
  }
}

/** Every store that this site has here, whatever it is called: waiting answers, provisions, pages, settings. */
async function forgetDevice(): Promise<void> {
  try {
    window.localStorage.clear()
    window.sessionStorage.clear()
    for (const { name } of await window.indexedDB.databases()) {
      // It goes when the pages that have it open are left, which this one is about to be.
      if (name) window.indexedDB.deleteDatabase(name)
    }
    for (const name of await window.caches.keys()) await window.caches.delete(name)
  } catch {
    // A browser set to block storage keeps nothing, and throws at the mere name.
  }
}
