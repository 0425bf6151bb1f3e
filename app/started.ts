/** What is set up once in the process of the web server, before it answers anything. */
import { environment } from '@/lib/environment'
import { keepClean } from '@/lib/usecases/clean-log'
import { noteConnections } from './client-address'

export function started(): void {
  noteConnections()
  // Who develops sees all, of what they wrote themselves.
  if (environment().mode === 'production') keepClean(console)
}
