/** What somebody who teaches does for a single student, and what changes for all of them when an item is edited. */
import { enter, signIn, signUp } from './account'
import { anotherPage, joinClass, openClass } from './class'
import { expectWellSet } from './looks'
import { makeDeck, RIVER, SPIRE, writeItems } from './own-deck'
import { alive, expect, test } from './passage'
import { allSent, answer, heading, nextQuestion } from './session'
import { ONE_WIDTH } from './widths'

test(
  'a student gets a link for a new password and more time in tests, and sees both',
  ONE_WIDTH,
  async ({ page, browser }) => {
    test.slow()
    await signUp(page, 'Ms Keller')
    const { path, code } = await openClass(page, 'Music 8a')
    const student = await anotherPage(browser, page)
    const account = await signUp(student, 'Ada Lund')
    await joinClass(student, code, 'Ada')

    await page.goto(`${path}/students`)
    await page.getByRole('button', { name: 'More for Ada' }).click()
    await page.getByRole('menuitem', { name: 'Link for a new password' }).click()
    await expectWellSet(page)
    await page.getByRole('button', { name: 'Make the link' }).click()
    const link = page.getByRole('textbox', { name: 'The link' })
    await expect(link).toHaveValue(/\/reset\/[\w-]{43}$/)
    await expectWellSet(page)
    const { pathname } = new URL(await link.inputValue())
    await page.keyboard.press('Escape')
    await expect(link).toHaveCount(0)

    // On another device, since the password is forgotten.
    const phone = await anotherPage(browser, page)
    await phone.goto(pathname)
    await expectWellSet(phone)
    await alive(phone)
    const password = 'another password altogether'
    await phone.getByLabel('The new password').fill(password)
    await phone.getByRole('button', { name: 'Set the password' }).click()
    await expect(phone.getByText('Your password is set')).toBeVisible()
    await phone.goto(pathname)
    await expect(phone.getByText('This link does nothing any more')).toBeVisible()
    await enter(phone, account)
    await expect(phone.getByText('do not belong together')).toBeVisible()
    await signIn(phone, { ...account, password })
    await phone.goto('/account')
    await expect(phone.getByText(/by Ms Keller, your teacher; used on/)).toBeVisible()
    await student.goto('/')
    await expect(student.getByText('This browser was signed out')).toBeVisible()

    // A quarter more time, granted on the student's page.
    await page.goto(`${path}/students`)
    await page.getByRole('link', { name: 'Ada', exact: true }).click()
    await alive(page)
    const more = page.getByLabel('More time, in per cent')
    await more.fill('300')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(more).toHaveAttribute('aria-invalid', 'true')
    await more.fill('25')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved.')).toBeVisible()
    await phone.goto(path)
    await phone.getByRole('link', { name: 'What is said of you' }).click()
    await expect(phone.getByText('25 % more time than usual')).toBeVisible()
    await expectWellSet(phone)
    const deck = await makeDeck(phone, 'Cremona')
    await writeItems(phone, deck, [RIVER, SPIRE])
    await phone.goto(deck)
    await phone.getByRole('link', { name: 'Mock test' }).click()
    await expect(phone.getByText('of 20 minutes the clock makes 25')).toBeVisible()
    await expectWellSet(phone)
    await phone.getByRole('button', { name: /^Begin: 2 questions/ }).click()
    await expect(phone.getByRole('timer', { name: 'Time left' })).toHaveText(/^2[45]:\d\d$/)
    await student.context().close()
    await phone.context().close()
  },
)

test(
  'whoever edits an item that students study is told how many, and what the edit does to their memory',
  ONE_WIDTH,
  async ({ page, browser }) => {
    test.slow()
    await signUp(page, 'Ms Keller')
    const deck = await makeDeck(page, 'Cremona')
    await writeItems(page, deck, [RIVER, SPIRE])
    const { path, code } = await openClass(page, 'Music 8a')
    await page.getByRole('link', { name: 'Assign a deck' }).click()
    await page.getByRole('combobox', { name: 'Deck' }).selectOption({ label: 'Cremona' })
    await page.getByRole('button', { name: 'Assign', exact: true }).click()
    await expect(heading(page)).toHaveText('Cremona')
    const student = await anotherPage(browser, page)
    await joinClass(student, code, 'Ada')
    await student.getByRole('link', { name: 'Cremona', exact: true }).click()
    await student.getByRole('link', { name: 'Study just this' }).click()
    while ((await nextQuestion(student)) !== null) await answer(student, 'Easy')
    await allSent(student)

    const editor = page.getByRole('dialog', { name: 'Edit the item' })
    const changes = editor.getByRole('table', { name: 'What changes' })
    await page.goto(deck)
    await page.getByRole('link', { name: RIVER.question, exact: true }).click()
    await expect(heading(page)).toHaveText(RIVER.question)
    await alive(page)
    await page.getByRole('button', { name: 'Edit' }).click()
    await expect(editor.getByText('1 student studies this.')).toBeVisible()
    const mended = 'Which river runs through the town of Cremona?'
    await editor.getByLabel('Question').fill(mended)
    await expect(
      editor.getByRole('radio', { name: /^the same fact \(as it looks\)/ }),
    ).toBeChecked()
    await expect(editor.getByText('they keep their memory')).toBeVisible()
    await expect(changes.getByRole('row', { name: /^Question/ })).toContainText(mended)
    await expectWellSet(page)
    await editor.getByRole('button', { name: 'Save' }).click()
    await expect(heading(page)).toHaveText(mended)

    await page.goto(deck)
    await page.getByRole('link', { name: SPIRE.question, exact: true }).click()
    await expect(heading(page)).toHaveText(SPIRE.question)
    await alive(page)
    await page.getByRole('button', { name: 'Edit' }).click()
    await expect(editor.getByText('1 student studies this.')).toBeVisible()
    const changed = 'When was the tower of Cremona finished?'
    await editor.getByLabel('Question').fill(changed)
    await editor.getByLabel('Answer', { exact: true }).fill('in 1309')
    await expect(changes.getByRole('row', { name: /^Answer/ })).toContainText('112 metres')
    await expect(changes.getByRole('row', { name: /^Answer/ })).toContainText('in 1309')
    await expect(
      editor.getByRole('radio', { name: /^something else \(as it looks\)/ }),
    ).toBeChecked()
    await expect(editor.getByText('they are asked anew')).toBeVisible()
    await editor.getByRole('button', { name: 'Save' }).click()
    await expect(heading(page)).toHaveText(changed)

    // Of the two only the one with another meaning is asked again.
    await student.goto(path)
    await student.getByRole('link', { name: 'Cremona', exact: true }).click()
    await expect(student.getByText(/^1 of 2 done/)).toBeVisible()
    await student.getByRole('link', { name: 'Study just this' }).click()
    await expect(student.getByRole('main')).toContainText(changed)
    await student
      .getByRole('main')
      .getByRole('button', { name: /^(Answer|Show answer)$/ })
      .click()
    await student.getByRole('button', { name: /^Easy/ }).click()
    expect(await nextQuestion(student)).toBeNull()
    await student.context().close()
  },
)
