/** Where this Passage is reached, as whoever asks reached it: for links that are handed to others. */
import 'server-only'
import { headers } from 'next/headers'

/** Without a slash at its end. */
export async function ownAddress(): Promise<string> {
  const sent = await headers()
  const host = sent.get('x-forwarded-host') ?? sent.get('host') ?? 'localhost'
  const protocol = sent.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? 'http'
  return `${protocol}://${host}`
}
