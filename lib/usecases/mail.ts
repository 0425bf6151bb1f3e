/** Mail that leaves this place, where the environment names a server for it. */
import 'server-only'
import { createTransport } from 'nodemailer'
import { environment } from '@/lib/environment'

export type Mail = {
  readonly to: string
  readonly subject: string
  /** Plain text: nothing in it is ever read as HTML. */
  readonly text: string
}

/** Hands a mail to the server. It never throws: what could not be sent is noted in the log, without a word of it. */
export type Post = (mail: Mail) => Promise<boolean>

/** Milliseconds. Nobody waits for a mail, but a connection that hangs is given up. */
const PATIENCE_MS = 20_000

export function openPost({ smtpUrl, from }: { smtpUrl: string; from: string }): Post {
  const transport = createTransport(
    {
      url: smtpUrl,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  )
  return async ({ to, subject, text }) => {
    try {
      // As an object, so that an address with a comma in it is not two.
      await transport.sendMail({ to: { name: '', address: to }, subject: oneLine(subject), text })
      return true
    } catch (error) {
      console.error(`A mail could not be sent: ${codeOf(error)}`)
      return false
    }
  }
}

export type MailSetting = {
  readonly post: Post
  /** What links in it begin with. */
  readonly publicUrl: string
}

/** Null where this place sends no mail. */
export function mailSetting(): MailSetting | null {
  const { mail, publicUrl } = environment()
  return mail && { post: openPost(mail), publicUrl }
}

/** What nobody waits for; where it fails that is noted, without a word of what it was about. */
export const inBackground = (work: () => Promise<void>): Promise<void> =>
  work().catch(() => console.error('A mail could not be prepared.'))

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The answer itself may repeat the address. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown reason'
}
