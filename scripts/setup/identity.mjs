// @ts-check
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Tells a process from a later one that was given the same number: its number together with when it began.
 * Null when there is no such process, or only what is left of a dead one.
 * @param {number} pid
 * @returns {string | null}
 */
export function identityOf(pid) {
  return process.platform === 'linux' ? identityFromProc(pid) : identityFromPs(pid)
}

/** @param {number} pid */
function identityFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; what follows it are the fields from the third on (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, started] = [fields[0], fields[19]]
    if (state === 'Z' || state === 'X') return null
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${pid} ${started}`
  } catch {
    return null
  }
}

/** @param {number} pid */
function identityFromPs(pid) {
  try {
    const [state, ...started] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split(/\s+/)
    return !state || state.startsWith('Z') ? null : `${pid} ${started.join(' ')}`
  } catch {
    return null
  }
}

/**
 * @param {number} pid
 * @returns {string} the program and its arguments, as the system shows them; empty when there is no such process
 */
export function commandOf(pid) {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    }
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}
