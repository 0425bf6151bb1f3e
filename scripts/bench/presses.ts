/** A watch inside the page: from the press of a key to the frame in which another question stands. */
import type { Page } from '@playwright/test'

const WITHIN_MS = 10_000

export interface Presser {
  /** Milliseconds to the frame after the press in which the question is another; null when there is no further one. */
  readonly press: (key: string) => Promise<number | null>
}

declare global {
  interface Window {
    passagePress?: { begun: number; painted: number | null; over: boolean }
  }
}

/** To be called before the page is opened. */
export async function watchPresses(page: Page): Promise<Presser> {
  // No function in here has a name: the loader would have names kept by a helper that the page does not have.
  await page.addInitScript(() => {
    addEventListener(
      'keydown',
      (event) => {
        const before = document.getElementById('question')?.textContent ?? null
        const press = { begun: event.timeStamp, painted: null as number | null, over: false }
        window.passagePress = press
        const watch = new MutationObserver(() => {
          const now = document.getElementById('question')?.textContent ?? null
          press.over = now === null && document.querySelector('main h1') !== null
          if (now === null || now === before) return
          watch.disconnect()
          // A message sent while a frame is made is heard when that frame has been handed over to the screen.
          requestAnimationFrame(() => {
            const channel = new MessageChannel()
            channel.port1.onmessage = () => {
              press.painted = performance.now()
              channel.port1.close()
            }
            channel.port2.postMessage(null)
          })
        })
        watch.observe(document, { subtree: true, childList: true, characterData: true })
      },
      { capture: true },
    )
  })
  return {
    press: async (key) => {
      await page.keyboard.press(key)
      const answer = await page.waitForFunction(
        () => {
          const press = window.passagePress
          if (press?.painted) return { ms: press.painted - press.begun }
          return press?.over ? { ms: null } : false
        },
        undefined,
        { timeout: WITHIN_MS },
      )
      const value = await answer.jsonValue()
      return value ? value.ms : null
    },
  }
}
