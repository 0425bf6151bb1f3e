/** The links of free seats, sent to the addresses that were pasted with the names. */
import 'server-only'
import type { Class } from '@/lib/core/class/class'
import { done, failed, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { enterClass } from './class-access'
import { type MailSetting, mailSetting } from './mail'
import { seatMail } from './mails'
import { readStudents } from './read-students'
import { LINK_DAYS, makeSeatLinks, type SeatLink } from './seat-links'
import type { Visit } from './visit'

export type Mailed = {
  readonly sent: number
  /** Whose mail the server did not take; their links are to be made again. */
  readonly failed: readonly string[]
}

/** So many connections to the mail server at once. */
const AT_ONCE = 5

/** Whether this place sends mail at all. */
export const sendsMail = (): boolean => mailSetting() !== null

/** Makes new links for all free seats of students that have an address, and sends them there. */
export async function mailSeatLinks(
  visit: Visit,
  classId: unknown,
  mail: MailSetting | null = mailSetting(),
): Promise<Outcome<Mailed>> {
  const here = await enterClass(store(), visit, classId, 'manage students')
  if (!here.ok) return here
  if (!mail)
    return failed(
      'conflict',
      'This place sends no mail. Print the links, or copy them into your own.',
    )
  const list = await readStudents(visit, classId)
  if (!list.ok) return list
  const ids = list.value.students.flatMap(({ id, learnerId, email }) =>
    learnerId === null && email !== null ? [id] : [],
  )
  if (ids.length === 0)
    return failed('conflict', 'There is no free seat with an e-mail address. Nothing was sent.')
  const links = await makeSeatLinks(visit, { classId, memberIds: ids })
  return links.ok ? done(await sendAll(mail, here.value.class, links.value)) : links
}

async function sendAll(
  mail: MailSetting,
  room: Class,
  links: readonly SeatLink[],
): Promise<Mailed> {
  const waiting = [...links]
  const refused: string[] = []
  const worker = async () => {
    for (let link = waiting.pop(); link; link = waiting.pop()) {
      const letter = seatMail(
        link.displayName,
        room.name,
        `${mail.publicUrl}/seat/${link.token}`,
        LINK_DAYS,
      )
      if (!(await mail.post({ to: link.email ?? '', ...letter }))) refused.push(link.displayName)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { sent: links.length - refused.length, failed: refused.toSorted() }
}
