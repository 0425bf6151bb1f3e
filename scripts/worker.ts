/**
 * The worker: does in a process of its own what is too long for a request. Started beside the web server, which goes on
 * without it. Of several on one database only one works, the others wait for its end.
 */
import { Logger, run, type TaskList } from 'graphile-worker'
import { environment } from '@/lib/environment'
import { closeStore } from '@/lib/store/client'
import { keepClean } from '@/lib/usecases/clean-log'
import { fitParameters } from '@/lib/usecases/fit-parameters'
import { foldAgainJob } from '@/lib/usecases/fold-again'
import { goThroughBookJob } from '@/lib/usecases/go-through-book'
import {
  becomeTheWorker,
  FIT_PARAMETERS,
  FOLD_AGAIN,
  IMPORT_BOOK,
  JOBS_SCHEMA,
} from '@/lib/usecases/jobs'

keepClean(console)

const tasks: TaskList = {
  [FIT_PARAMETERS]: async (job) => {
    const result = await fitParameters(job, Date.now())
    if (result) console.log(`own weights, try ${result.number}: ${result.outcome}`)
  },
  [FOLD_AGAIN]: foldAgainJob,
  [IMPORT_BOOK]: goThroughBookJob,
}

/** Only what went wrong: the rest is of no interest to whoever reads the terminal. */
const quiet = new Logger(() => (level, message) => {
  if (level === 'error') console.error(message)
})

const connectionString = environment().databaseUrl
if (!connectionString) throw new Error('The worker needs DATABASE_URL; npm start sets it.')

let stop: () => Promise<unknown> = async () => undefined
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void stop().finally(() => process.exit(0)))
}

// Who has lost the database starts anew; whoever started the worker sees to it.
const place = await becomeTheWorker(connectionString, () => process.exit(1))
const runner = await run({
  connectionString,
  schema: JOBS_SCHEMA,
  taskList: tasks,
  concurrency: 1,
  maxPoolSize: 3,
  noHandleSignals: true,
  logger: quiet,
})
stop = async () => {
  await runner.stop()
  await closeStore()
  await place.leave()
}
console.log('ready')
await runner.promise
