// @ts-check
/**
 * What a person sees of a command: one line for each step, with the time it took; a long step shows how far it is.
 * On a terminal the line is rewritten in place, elsewhere (a log) a long step adds a line now and then.
 */

/**
 * @typedef {(text: string) => void} Progress
 * @typedef {{
 *   line: (text: string) => void,
 *   step: <T>(title: string, work: (progress: Progress) => Promise<T>, summary?: (value: T) => string | null) => Promise<T>,
 * }} Reporter
 */

const REDRAW_MS = 200
const LOG_MS = 10_000

/** @param {number} ms */
export function seconds(ms) {
  return ms < 9_950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}

/**
 * @param {NodeJS.WriteStream} stream
 * @returns {Reporter}
 */
export function createReporter(stream) {
  const live = stream.isTTY === true
  /** @param {string} text */
  const cut = (text) => text.slice(0, Math.max(20, (stream.columns || 80) - 1))
  const clear = () => {
    if (live) stream.write('\r\u001b[K')
  }

  return {
    line: (text) => stream.write(`${text}\n`),
    step: async (title, work, summary = () => null) => {
      const begun = Date.now()
      let detail = ''
      const show = () => {
        const text = `  … ${title}${detail && `: ${detail}`} (${seconds(Date.now() - begun)})`
        if (live) stream.write(`\r\u001b[K${cut(text)}`)
        else stream.write(`${text}\n`)
      }
      const timer = setInterval(show, live ? REDRAW_MS : LOG_MS)
      if (live) show()
      try {
        const value = await work((text) => {
          detail = text.trim()
        })
        clearInterval(timer)
        clear()
        const said = summary(value)
        stream.write(`  ✓ ${title}${said ? `: ${said}` : ''} (${seconds(Date.now() - begun)})\n`)
        return value
      } catch (error) {
        clearInterval(timer)
        clear()
        throw error
      }
    },
  }
}
