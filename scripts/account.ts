/** npm run account -- list | reset EMAIL: the accounts of this place, and a link to set a new password for one of them. */
import { environment } from '@/lib/environment'
import { closeStore, isStoreUnavailable } from '@/lib/store/client'
import { listAccounts } from '@/lib/usecases/list-accounts'
import { makeLinkByOperator } from '@/lib/usecases/reset-password'
import { EXIT, Refusal, runProgram } from './run/program'

const USAGE = `Usage: npm run --silent account -- list
       npm run --silent account -- reset EMAIL`

const day = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? 'never'

async function list(): Promise<string> {
  const accounts = await listAccounts()
  const rows = accounts.map(({ email, name, createdAt, lastSeen }) =>
    [email, name, day(createdAt), day(lastSeen)].join('\t'),
  )
  return [['e-mail', 'name', 'opened', 'last seen'].join('\t'), ...rows].join('\n')
}

async function reset(email: string): Promise<string> {
  const made = await makeLinkByOperator({ email })
  if (!made.ok) throw new Refusal(made.problem.message, EXIT.unreadable)
  process.stderr.write(
    `For ${made.value.name}, for an hour and one use. Give it to nobody else: whoever has it can sign in as them.\n`,
  )
  return `${environment().publicUrl}${made.value.path}`
}

function work([command, email, ...more]: readonly string[]): Promise<string> | null {
  if (more.length > 0) return null
  if (command === 'list' && email === undefined) return list()
  if (command === 'reset' && email !== undefined) return reset(email)
  return null
}

async function main(args: readonly string[]): Promise<void> {
  try {
    const said = await work(args)
    if (said === null) throw new Refusal(USAGE, EXIT.usage)
    process.stdout.write(`${said}\n`)
  } catch (error) {
    if (!isStoreUnavailable(error)) throw error
    throw new Refusal('The database cannot be reached; nothing was done.', EXIT.unreadable)
  } finally {
    await closeStore()
  }
}

await runProgram(main)
