import { noteConnections } from './app/client-address'
import { environment } from './lib/environment'
import { keepClean } from './lib/usecases/clean-log'

/** Next calls this once, when the server starts and before it answers anything. */
export function register(): void {
  noteConnections()
  // Who develops sees all, of what they wrote themselves.
  if (environment().mode === 'production') keepClean(console)
}
