import { noteConnections } from './app/client-address'

/** Next calls this once, when the server starts and before it answers anything. */
export function register(): void {
  noteConnections()
}
