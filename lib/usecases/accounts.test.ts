/** What an account is and who can open it. Each rule on a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { store } from '@/lib/store/client'
import { changeEmail, changeName, changePassword, signOutOf } from './change-account'
import { bareClass, seat } from './class-fixture'
import { eraseLearner } from './erase-learner'
import { exportData } from './export-data'
import { type MailSetting, openPost } from './mail'
import { makeResetLink } from './make-reset-link'
import { newId } from './new-id'
import { readAccount } from './read-account'
import { askForReset, makeLinkByOperator, readResetLink, resetPassword } from './reset-password'
import { hashToken } from './secrets'
import { signedInBy, signIn, signOut } from './sign-in'
import { signUp } from './sign-up'
import { openSmtp, textOf } from './smtp-fixture'
import { NOON, newTeacher, newVisit, setUpBench, succeeded, visitOf } from './test-bench'
import { verifyEmail } from './verify-email'
import { AccountNeeded, openVisit, type Visit } from './visit'

setUpBench()

const PASSWORD = 'correct horse battery'
const refused = (code: string) => ({ ok: false, problem: { code } })

async function withAccount() {
  const visit = await newVisit()
  const email = `${newId()}@example.org`
  const name = 'Ada Lund'
  const { token } = succeeded(await signUp(visit, { name, email, password: PASSWORD }, 'Firefox/1'))
  const again = async (password = PASSWORD) =>
    succeeded(await signIn({ email, password }, 'Firefox/2')).token
  return { visit, email, token, again }
}

const tokenOf = (path: string) => path.split('/').at(-1) ?? ''
const linkFor = async (email: string) =>
  tokenOf(succeeded(await makeLinkByOperator({ email })).path)

describe('an account', () => {
  it('is of the learner who opens it, and is known by its address in any case', async () => {
    const { visit, email, token } = await withAccount()
    expect(await signedInBy(token)).toMatchObject({ learnerId: visit.learner.id, name: 'Ada Lund' })
    const other = succeeded(
      await signIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD }, ''),
    )
    expect(await signedInBy(other.token)).toMatchObject({ learnerId: visit.learner.id })
  })

  it('is not opened by the cookie of a guest any more', async () => {
    const { visit } = await withAccount()
    const visitor = { learnerId: visit.learner.id, timeZone: null, now: NOON }
    await expect(openVisit({ ...visitor, asGuest: true })).rejects.toThrow(AccountNeeded)
    expect((await openVisit(visitor)).learner.id).toBe(visit.learner.id)
  })

  it('is opened once by a learner, once for an address, and neither leaves anything half done', async () => {
    const { visit, email } = await withAccount()
    const input = { name: 'Ada', email: `${newId()}@example.org`, password: PASSWORD }
    expect(await signUp(visit, input, '')).toMatchObject(refused('conflict'))
    const other = await newVisit()
    const before = await store().credential.count()
    expect(await signUp(other, { ...input, email: email.toUpperCase() }, '')).toMatchObject(
      refused('conflict'),
    )
    expect(await readAccount(other)).toBeNull()
    expect(await store().credential.count()).toBe(before)
    const twice = await Promise.all([signUp(other, input, ''), signUp(other, input, '')])
    expect(twice.map((outcome) => outcome.ok).sort()).toEqual([false, true])
  })

  it.each([
    [{ password: 'nine char' }, 'at least 10'],
    [{ password: 'x'.repeat(129) }, 'at most 128'],
    [{ email: 'long.enough@example.org', password: 'Long.Enough@example.org' }, 'itself'],
    [{ email: 'nobody' }, 'not an e-mail address'],
    [{ email: `${'x'.repeat(250)}@example.org` }, 'at most 254'],
    [{ name: '  ' }, 'needs a name'],
    [{ name: 7 }, 'name'],
  ])('is refused with %j', async (change, words) => {
    const visit = await newVisit()
    const good = { name: 'Ada', email: `${newId()}@example.org`, password: PASSWORD }
    const outcome = await signUp(visit, { ...good, ...change }, '')
    expect(outcome).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining(words) },
    })
    expect(await readAccount(visit)).toBeNull()
  })

  it('gives the same answer to a wrong password and to an address that nobody has', async () => {
    const { email } = await withAccount()
    const wrong = await signIn({ email, password: 'wrong horse battery' }, '')
    expect(wrong).toMatchObject(refused('invalid'))
    expect(await signIn({ email: 'nobody@example.org', password: PASSWORD }, '')).toEqual(wrong)
  })

  it('keeps no password, no token of a sign-in and no address of a network', async () => {
    const { visit, token, again } = await withAccount()
    const second = await again()
    const rows = [
      await store().account.findMany({ where: { learnerId: visit.learner.id } }),
      await store().credential.findMany({ where: { account: { learnerId: visit.learner.id } } }),
      await store().signIn.findMany({ where: { account: { learnerId: visit.learner.id } } }),
    ]
    for (const secret of [PASSWORD, token, second])
      expect(JSON.stringify(rows)).not.toContain(secret)
    const signIns = [token, second].map((each) => ({ tokenHash: hashToken(each), ipAddress: '' }))
    expect(rows[2]).toMatchObject(signIns)
    // What is stored signs nobody in.
    expect(await signedInBy(hashToken(token))).toBeNull()
  })

  it('has another name, address and password when its holder says so and knows the password', async () => {
    const { visit, email, token, again } = await withAccount()
    const here = await signedInBy(token)
    const elsewhere = await again()
    succeeded(await changeName(visit, { name: 'Ada Byron' }))
    const next = `${newId()}@example.org`
    expect(
      await changeEmail(visit, { email: next, password: 'not it at all' }, null),
    ).toMatchObject(refused('invalid'))
    const taken = (await withAccount()).email
    expect(await changeEmail(visit, { email: taken, password: PASSWORD }, null)).toMatchObject(
      refused('conflict'),
    )
    succeeded(await changeEmail(visit, { email: next, password: PASSWORD }, null))
    expect(await readAccount(visit)).toMatchObject({ name: 'Ada Byron', email: next })
    expect(await signIn({ email, password: PASSWORD }, '')).toMatchObject(refused('invalid'))

    const newPassword = 'another horse entirely'
    const change = { password: PASSWORD, newPassword }
    expect(
      await changePassword(visit, { ...change, password: 'not it at all' }, here?.signInId ?? null),
    ).toMatchObject(refused('invalid'))
    expect(await signedInBy(elsewhere)).not.toBeNull()
    succeeded(await changePassword(visit, change, here?.signInId ?? null))
    expect(await signedInBy(elsewhere)).toBeNull()
    expect(await signedInBy(token)).not.toBeNull()
    expect(await signIn({ email: next, password: PASSWORD }, '')).toMatchObject(refused('invalid'))
    succeeded(await signIn({ email: next, password: newPassword }, ''))
  })

  it('is for guests neither to be changed nor to be signed out of', async () => {
    const guest = await newVisit()
    for (const outcome of [
      await changeName(guest, { name: 'Ada' }),
      await changeEmail(guest, { email: 'a@example.org', password: PASSWORD }, null),
      await changePassword(guest, { password: PASSWORD, newPassword: PASSWORD }, null),
      await signOutOf(guest, 'all'),
    ])
      expect(outcome).toMatchObject(refused('forbidden'))
  })

  it('is in the export without what signs in, and goes with everything else', async () => {
    const { visit, email, token } = await withAccount()
    const link = await linkFor(email)
    let text = ''
    for await (const piece of exportData(visit)) text += piece
    const data: { account: unknown } = JSON.parse(text)
    expect(data.account).toMatchObject({
      ...{ name: 'Ada Lund', email, emailVerified: false },
      signIns: [{ userAgent: 'Firefox/1' }],
      resetLinks: [{ madeBy: 'operator', usedAt: null }],
    })
    const credential = await store().credential.findFirst({
      where: { account: { learnerId: visit.learner.id } },
    })
    for (const secret of [token, link, credential?.password ?? '', 'password'])
      expect(JSON.stringify(data.account)).not.toContain(secret)

    const id = (await readAccount(visit))?.id ?? ''
    succeeded(await eraseLearner(visit, { word: 'delete' }))
    expect(await signedInBy(token)).toBeNull()
    expect(await readResetLink(link)).toBeNull()
    expect(await store().verification.count({ where: { value: id } })).toBe(0)
    expect(await store().credential.count({ where: { accountId: id } })).toBe(0)
  })
})

describe('a sign-in', () => {
  it('ends when it is signed out, alone or with all others, and only one’s own', async () => {
    const { visit, token, again } = await withAccount()
    const stranger = await withAccount()
    const [one, two] = [await again(), await again()]
    const ids = ((await readAccount(visit))?.browsers ?? []).map((browser) => browser.id)
    expect(ids).toHaveLength(3)
    await signOut(one)
    expect(await signedInBy(one)).toBeNull()
    const second = (await signedInBy(two))?.signInId
    succeeded(await signOutOf(stranger.visit, { id: second }))
    expect(await signedInBy(two)).not.toBeNull()
    succeeded(await signOutOf(visit, { id: second }))
    expect(await signedInBy(two)).toBeNull()
    const third = await again()
    succeeded(await signOutOf(visit, 'all'))
    expect([await signedInBy(token), await signedInBy(third)]).toEqual([null, null])
    expect(await signedInBy(stranger.token)).not.toBeNull()
  })

  it('ends after two months without a visit, which each visit puts off', async () => {
    const { token } = await withAccount()
    const days = (n: number) => new Date(Date.now() + n * 86_400_000)
    const set = (data: { expiresAt?: Date; updatedAt?: Date }) =>
      store().signIn.update({ where: { tokenHash: hashToken(token) }, data })
    await set({ expiresAt: days(3), updatedAt: days(-57) })
    expect(await signedInBy(token)).not.toBeNull()
    const row = await store().signIn.findUnique({ where: { tokenHash: hashToken(token) } })
    expect(row?.expiresAt.getTime()).toBeGreaterThan(days(59).getTime())
    await set({ expiresAt: days(-1) })
    expect(await signedInBy(token)).toBeNull()
  })

  it('is nobody’s for a token that was never given', async () => {
    for (const token of ['', 'x', "' OR true --"]) expect(await signedInBy(token)).toBeNull()
  })
})

describe('a link to set a new password', () => {
  it('works once, ends all sign-ins, and is seen by whoever has the account', async () => {
    const { visit, email, token } = await withAccount()
    const [link, other] = [await linkFor(email), await linkFor(email)]
    expect(await readResetLink(link)).toEqual({ name: 'Ada Lund' })
    expect(await resetPassword(link, { password: 'short' })).toMatchObject(refused('invalid'))
    expect(await resetPassword(link, { password: email })).toMatchObject(refused('invalid'))
    const password = 'a third horse altogether'
    const both = await Promise.all([
      resetPassword(link, { password }),
      resetPassword(link, { password: 'a fourth horse, too late' }),
    ])
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(await signedInBy(token)).toBeNull()
    for (const spent of [link, other]) {
      expect(await readResetLink(spent)).toBeNull()
      expect(await resetPassword(spent, { password })).toMatchObject(refused('notFound'))
    }
    expect(await signIn({ email, password: PASSWORD }, '')).toMatchObject(refused('invalid'))
    const { resetLinks } = (await readAccount(visit)) ?? { resetLinks: [] }
    expect(resetLinks.map(({ madeBy, usedAt }) => [madeBy, usedAt !== null])).toEqual([
      ['operator', false],
      ['operator', true],
    ])
  })

  it('holds for an hour, and the database cannot say it', async () => {
    const { email } = await withAccount()
    const link = await linkFor(email)
    const rows = JSON.stringify([
      await store().verification.findMany(),
      await store().resetLink.findMany(),
    ])
    expect(rows).not.toContain(link)
    expect(hashToken(link)).toHaveLength(64)
    const [row] = await store().verification.findMany({ orderBy: { createdAt: 'desc' }, take: 1 })
    const left = (row?.expiresAt.getTime() ?? 0) - Date.now()
    expect(left).toBeGreaterThan(3_500_000)
    expect(left).toBeLessThanOrEqual(3_600_000)
    await store().verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect(await readResetLink(link)).toBeNull()
    expect(await resetPassword(link, { password: PASSWORD })).toMatchObject(refused('notFound'))
  })

  it.each([undefined, '', 'x', 'x'.repeat(43), { a: 1 }])('is not %j', async (token) => {
    expect(await readResetLink(token)).toBeNull()
    expect(await resetPassword(token, { password: PASSWORD })).toMatchObject(refused('notFound'))
  })
})

describe('a teacher makes such a link', () => {
  async function classOf(teacher: Visit, role: 'owner' | 'teacher' | 'assistant' = 'owner') {
    const id = await bareClass()
    if (role !== 'owner') await seat(id, await newTeacher(), 'owner')
    await seat(id, teacher, role)
    return id
  }

  it('for a student all of whose classes are theirs, who sees it', async () => {
    const teacher = await newTeacher()
    const student = await withAccount()
    const classId = await classOf(teacher)
    const memberId = await seat(classId, student.visit, 'student')
    await seat(await classOf(teacher, 'teacher'), student.visit, 'student')
    const { path } = succeeded(await makeResetLink(teacher, { classId, memberId }))
    succeeded(await resetPassword(tokenOf(path), { password: 'a third horse altogether' }))
    expect((await readAccount(student.visit))?.resetLinks).toMatchObject([
      { madeBy: 'teacher', maker: 'Teacher', usedAt: expect.any(Number) },
    ])
    await store().account.delete({ where: { learnerId: teacher.learner.id } })
    expect((await readAccount(student.visit))?.resetLinks).toMatchObject([{ maker: null }])
  })

  it('for nobody who is also in a class of somebody else, or of the staff anywhere', async () => {
    const teacher = await newTeacher()
    const student = await withAccount()
    const classId = await classOf(teacher)
    const memberId = await seat(classId, student.visit, 'student')
    const elsewhere = await seat(await classOf(await newTeacher()), student.visit, 'student')
    const make = () => makeResetLink(teacher, { classId, memberId })
    expect(await make()).toMatchObject(refused('forbidden'))
    await store().classMember.update({
      where: { id: elsewhere },
      data: { endedAt: new Date(NOON) },
    })
    succeeded(await make())
    const asAssistant = await seat(await classOf(teacher, 'assistant'), student.visit, 'student')
    expect(await make()).toMatchObject(refused('forbidden'))
    await store().classMember.delete({ where: { id: asAssistant } })
    await seat(await classOf(teacher), student.visit, 'assistant')
    expect(await make()).toMatchObject(refused('forbidden'))
    expect(await store().resetLink.count({ where: { account: { email: student.email } } })).toBe(1)
  })

  it('and nobody but a teacher, for nobody but students with an account in that class', async () => {
    const teacher = await newTeacher()
    const student = await withAccount()
    const classId = await classOf(teacher)
    const memberId = await seat(classId, student.visit, 'student')
    const assistant = await withAccount()
    await seat(classId, assistant.visit, 'assistant')
    const guestId = await seat(classId, await newVisit(), 'student')
    for (const [who, asked, code] of [
      [assistant.visit, { classId, memberId }, 'forbidden'],
      [student.visit, { classId, memberId }, 'forbidden'],
      [await newTeacher(), { classId, memberId }, 'notFound'],
      [teacher, { classId, memberId: guestId }, 'notFound'],
      [teacher, { classId: await classOf(teacher), memberId }, 'notFound'],
      [teacher, { classId, memberId: 'x' }, 'notFound'],
    ] as const)
      expect(await makeResetLink(who, asked)).toMatchObject(refused(code))
  })
})

describe('where there is mail', () => {
  let smtp: Awaited<ReturnType<typeof openSmtp>>
  let mail: MailSetting
  beforeEach(async () => {
    smtp = await openSmtp()
    const post = openPost({ smtpUrl: smtp.url, from: 'Passage <passage@example.org>' })
    mail = { post, publicUrl: 'https://passage.example.org' }
  })
  afterEach(() => smtp.close())

  const linkIn = (at: number) =>
    tokenOf(
      /https:\/\/passage\.example\.org\/\S+/.exec(textOf(smtp.taken[at] ?? NO_MAIL))?.[0] ?? '',
    )
  const NO_MAIL = { to: '', source: '' }

  it('a link goes to whoever asks, and to nobody for an address that nobody has', async () => {
    const { visit, email } = await withAccount()
    const known = askForReset({ email: email.toUpperCase() }, mail)
    const unknown = askForReset({ email: 'nobody@example.org' }, mail)
    await Promise.all([succeeded(known).sending, succeeded(unknown).sending])
    expect(smtp.taken.map(({ to }) => to)).toEqual([email])
    succeeded(await resetPassword(linkIn(0), { password: 'a third horse altogether' }))
    expect(await readAccount(visit)).toMatchObject({
      emailVerified: true,
      resetLinks: [{ madeBy: 'mail' }],
    })
  })

  it('an address is proved by a link, and a change of it is told to the old one', async () => {
    const visit = await newVisit()
    const [first, next] = [`${newId()}@example.org`, `${newId()}@example.org`]
    const input = { name: 'Ada Lund', email: first, password: PASSWORD }
    await succeeded(await signUp(visit, input, '', mail)).sending
    succeeded(await verifyEmail(linkIn(0)))
    expect(await verifyEmail(linkIn(0))).toMatchObject(refused('notFound'))
    expect(await readAccount(visit)).toMatchObject({ emailVerified: true })
    await succeeded(askForReset({ email: first }, mail)).sending
    const old = linkIn(1)
    const change = { email: next, password: PASSWORD }
    await succeeded(await changeEmail(visit, change, mail)).sending
    expect(smtp.taken.map(({ to }) => to)).toEqual([first, first, first, next])
    expect(textOf(smtp.taken[2] ?? NO_MAIL)).toContain(next)
    expect(await readAccount(visit)).toMatchObject({ emailVerified: false })
    // What was sent to an address that is not theirs any more opens nothing.
    expect(await readResetLink(old)).toBeNull()
    succeeded(await verifyEmail(linkIn(3)))
    expect(await readAccount(visit)).toMatchObject({ emailVerified: true })
  })

  it('a server that is not there changes no answer', async () => {
    const { email } = await withAccount()
    await smtp.close()
    const asked = askForReset({ email }, mail)
    expect(asked.ok).toBe(true)
    await succeeded(asked).sending
  })
})

it('a learner without an account opens pages as before', async () => {
  const { learner } = await newVisit()
  const visitor = { learnerId: learner.id, timeZone: null, now: NOON, asGuest: true }
  expect((await openVisit(visitor)).learner.id).toBe((await visitOf(learner.id)).learner.id)
})
