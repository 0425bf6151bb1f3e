/** The place of the one worker of a database: held by a connection, so that it is free as soon as its holder is gone. */
import pg from 'pg'

// Any number that nothing else in the database locks on.
const PLACE = 5_077_245_913

/** Waits until it is free. @param onLost called when the connection breaks */
export async function takePlace(
  connectionString: string,
  onLost: () => void,
): Promise<{ readonly leave: () => Promise<void> }> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  let left = false
  const lost = () => {
    if (!left) onLost()
  }
  client.on('error', lost)
  client.on('end', lost)
  await client.connect()
  await client.query(`SELECT pg_advisory_lock(${PLACE})`)
  return {
    leave: async () => {
      left = true
      await client.end()
    },
  }
}
