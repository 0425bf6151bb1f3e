// @ts-check
/**
 * A command and everything it starts end together: on Ctrl-C, when asked to, when one part crashes, when a step fails,
 * and, through a guard beside each child, also when the command itself is killed and can do nothing any more.
 */
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { isatty } from 'node:tty'
import { Problem, wordingOf } from './problem.mjs'

/**
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null }} Exit
 * @typedef {{
 *   pid: number,
 *   exited: Promise<Exit>,
 *   tail: () => string,
 *   stop: () => Promise<void>,
 * }} Running tail: the last lines it wrote
 * @typedef {{
 *   essential?: string,
 *   env?: NodeJS.ProcessEnv,
 *   cwd?: string,
 *   uid?: number,
 *   gid?: number,
 *   output?: number | 'inherit' | 'pipe',
 *   input?: number | 'ignore' | 'inherit' | 'pipe',
 *   onLine?: (line: string, from: 'stdout' | 'stderr') => void,
 *   gentle?: NodeJS.Signals,
 *   hard?: NodeJS.Signals,
 *   patience?: number,
 * }} RunOptions essential: its name, if everything ends when it ends; gentle, hard: the signals that ask and that force;
 *   patience: milliseconds between the two; output: a file descriptor, our own, or a pipe whose lines go to onLine
 * @typedef {{ kind: 'done' } | { kind: 'asked', by: string } | { kind: 'failed', error: unknown }} End
 */

// `read` ends well when the child ended before us (we write a line), and fails when we are gone (the pipe closes).
const GUARD = `
read -r line && exit 0
kill -s "$2" -- "-$1" 2>/dev/null || exit 0
i=0
while [ "$i" -lt "$3" ] && kill -s 0 -- "-$1" 2>/dev/null; do sleep 0.1; i=$((i + 1)); done
kill -s KILL -- "-$1" 2>/dev/null
exit 0
`

// npm hands on a Ctrl-C that the terminal has already sent to everyone: the second one within this time is the same one.
const SAME_SIGNAL_MS = 400
const TAIL_LINES = 30

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is gone.
  }
}

/** Which of our three streams are a terminal. */
const terminals = () => [0, 1, 2].filter((descriptor) => isatty(descriptor))
const terminalsAtFirst = terminals().length

/**
 * @param {number} code
 * @returns {never}
 */
function leave(code) {
  // Node 20 crashes on its way out when the terminal it was started in has been closed; nobody is left to be told how.
  if (terminals().length < terminalsAtFirst) process.kill(process.pid, 'SIGKILL')
  process.exit(code)
}

export class Lifetime {
  /** @type {Array<() => unknown>} */
  #cleanups = []
  /** @type {Map<number, { hard: NodeJS.Signals, exited: Promise<Exit> }>} */
  #children = new Map()
  /** @type {Promise<never> | undefined} */
  #ending
  #askedAt = 0
  #abort = new AbortController()
  #exitCodeWhenAsked
  /** What the process exits with when its work is done. */
  exitCode = 0

  /** @param {{ exitCodeWhenAsked?: number, onStop?: (by: string) => void }} [options] */
  constructor({ exitCodeWhenAsked = 0, onStop = () => undefined } = {}) {
    this.#exitCodeWhenAsked = exitCodeWhenAsked
    this.onStop = onStop
  }

  /** Aborted as soon as the end has begun. */
  get signal() {
    return this.#abort.signal
  }

  /**
   * Done at the end, the last first.
   * @param {() => unknown} cleanup
   */
  onEnd(cleanup) {
    this.#cleanups.push(cleanup)
  }

  /**
   * Does the work, then ends everything that it started, and the process.
   * @param {() => Promise<void>} work
   */
  async main(work) {
    for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(name, () => this.#askedBy(name))
    }
    process.on('uncaughtException', (error) => this.end({ kind: 'failed', error }))
    // A reader of our output that goes away (`npm start | head`, a closed terminal) is no reason to fail.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
    process.on('exit', () => {
      for (const pid of this.#children.keys()) signalGroup(pid, 'SIGKILL')
    })
    try {
      await work()
      await this.end({ kind: 'done' })
    } catch (error) {
      await this.end({ kind: 'failed', error })
    }
  }

  /** @param {string} by */
  #askedBy(by) {
    const now = Date.now()
    if (!this.#ending) {
      this.#askedAt = now
      this.onStop(by)
      this.end({ kind: 'asked', by })
    } else if (now - this.#askedAt > SAME_SIGNAL_MS) {
      this.#endNow()
    }
  }

  /** Everything that still runs is forced to end. */
  async #endNow() {
    const left = [...this.#children]
    for (const [pid, { hard }] of left) signalGroup(pid, hard)
    await Promise.race([Promise.all(left.map(([, { exited }]) => exited)), sleep(2_000)])
    leave(this.#exitCodeWhenAsked)
  }

  /**
   * Ends everything, once; whoever calls again waits for the same end.
   * @param {End} how
   * @returns {Promise<never>}
   */
  end(how) {
    this.#ending ??= this.#endAll(how)
    return this.#ending
  }

  /**
   * @param {End} how
   * @returns {Promise<never>}
   */
  async #endAll(how) {
    if (how.kind === 'failed') process.stderr.write(`\n${wordingOf(how.error)}\n`)
    this.#abort.abort()
    for (let next = this.#cleanups.pop(); next; next = this.#cleanups.pop()) {
      try {
        await next()
      } catch (error) {
        process.stderr.write(`${wordingOf(error)}\n`)
      }
    }
    const codes = { done: this.exitCode, asked: this.#exitCodeWhenAsked, failed: 1 }
    return leave(codes[how.kind])
  }

  /**
   * Starts a program in a group of its own, out of reach of the terminal's Ctrl-C, so that we choose the order of the end.
   * @param {string} command
   * @param {readonly string[]} args
   * @param {RunOptions} [options]
   * @returns {Running}
   */
  run(command, args, options = {}) {
    if (this.signal.aborted) throw new Problem('Stopped.')
    const { essential, onLine, gentle = 'SIGTERM', hard = 'SIGKILL', patience = 8_000 } = options
    const { output = 'pipe', input = 'ignore', env, cwd, uid, gid } = options
    const child = spawn(command, args, {
      detached: true,
      stdio: [input, output, output],
      ...(env && { env }),
      ...(cwd && { cwd }),
      ...(uid !== undefined && { uid }),
      ...(gid !== undefined && { gid }),
    })
    const tail = keepTail(child, onLine)
    const { pid } = child
    /** @type {Promise<Exit>} */
    const exited = new Promise((resolve, reject) => {
      child.once('error', (error) =>
        reject(new Problem(`${command} cannot be run: ${error.message}`)),
      )
      child.once('close', (code, signal) => resolve({ code, signal }))
    })
    if (pid === undefined) return { pid: 0, exited, tail, stop: async () => undefined }

    const guard = this.#guard(pid, gentle, patience)
    this.#children.set(pid, { hard, exited })
    child.once('exit', () => {
      signalGroup(pid, 'SIGKILL')
      this.#children.delete(pid)
      guard.stdin.end('\n')
    })
    const stop = async () => {
      if (!this.#children.has(pid)) return
      signalGroup(pid, gentle)
      const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), patience)
      await exited
      clearTimeout(timer)
    }
    this.onEnd(stop)
    if (essential) {
      exited.then(({ code, signal }) => {
        if (this.signal.aborted) return
        const how = signal ? `was ended by ${signal}` : `ended with code ${code}`
        const said = tail()
        const message = `${essential} ${how}.${said && ` Its last words:\n${said}`}`
        this.end({ kind: 'failed', error: new Problem(message) })
      })
    }
    return { pid, exited, tail, stop }
  }

  /**
   * @param {number} pid
   * @param {NodeJS.Signals} gentle
   * @param {number} patience
   */
  #guard(pid, gentle, patience) {
    const tenths = String(Math.ceil(patience / 100))
    const args = ['-c', GUARD, 'sh', String(pid), gentle.slice(3), tenths]
    const guard = spawn('/bin/sh', args, { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
    // Without a guard only the case of a killed command is lost; the next start finds what was left.
    guard.on('error', () => undefined)
    guard.stdin.on('error', () => undefined)
    guard.unref()
    return guard
  }

  /**
   * Runs a program to its end. @throws Problem with its last words when it fails.
   * @param {string} what for a person: what it was to do
   * @param {string} command
   * @param {readonly string[]} args
   * @param {RunOptions} [options]
   */
  async complete(what, command, args, options) {
    const running = this.run(command, args, options)
    const { code, signal } = await running.exited
    if (code === 0) return
    const how = signal ? `ended by ${signal}` : `code ${code}`
    throw new Problem(`${what} failed (${how}).${running.tail() && `\n${running.tail()}`}`)
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {RunOptions['onLine']} onLine
 */
function keepTail(child, onLine) {
  /** @type {string[]} */
  const lines = []
  for (const from of /** @type {const} */ (['stdout', 'stderr'])) {
    let rest = ''
    child[from]?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        lines.push(line)
        if (lines.length > TAIL_LINES) lines.shift()
        onLine?.(line, from)
      }
    })
    child[from]?.on('end', () => {
      if (rest) {
        lines.push(rest)
        onLine?.(rest, from)
      }
    })
  }
  return () => lines.join('\n').trim()
}
