/** A session by ear: what the browser's voice reads, and when. */
import type { Page } from '@playwright/test'
import { expectWellSet } from './looks'
import { makeDeck, RIVER, SPIRE, study, writeItems } from './own-deck'
import { expect, test } from './passage'
import { show } from './session'

test.describe('for the ear', () => {
  test('a question and its answer are read when asked for, and no longer than they show', async ({
    page,
  }) => {
    await giveVoice(page, ['de-DE', 'en-GB'])
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [SPIRE, RIVER])
    await study(page, deck)
    const button = page.getByRole('button', { name: 'Read aloud' })
    await expect(button).toBeVisible()
    expect(await heard(page)).toEqual([])
    await page.keyboard.press('v')
    const options = await page.getByRole('button', { name: /\d metres$/ }).allTextContents()
    const shown = options.map((words) => words.replace(/^\d/, ''))
    expect(await heard(page)).toEqual([SPIRE.question, ...shown])
    await expect(page.getByRole('button', { name: 'Stop reading aloud' })).toBeVisible()
    await expectWellSet(page)

    await page.keyboard.press('1')
    await expect(button).toBeVisible()
    expect(await heard(page)).toEqual(['(silence)'])
    await button.click()
    expect(await heard(page)).toEqual([SPIRE.answer])
    await page.getByRole('button', { name: 'Stop reading aloud' }).click()
    expect(await heard(page)).toEqual(['(silence)'])

    // As soon as it is shown, or never.
    await page.goto('/settings')
    await page.getByRole('radio', { name: 'As soon as it is shown' }).check()
    await expectWellSet(page)
    await study(page, deck)
    await expect.poll(() => heard(page)).toContain(SPIRE.question)
    await show(page).click()
    await expect.poll(() => heard(page)).toContain(SPIRE.answer)
    await page.goto('/settings')
    await page.getByRole('radio', { name: 'Never' }).check()
    await study(page, deck)
    await expect(show(page)).toBeVisible()
    await page.keyboard.press('v')
    await expect(button).toHaveCount(0)
    expect(await heard(page)).toEqual([])
  })

  test('nothing is offered by a browser without a voice', async ({ page }) => {
    await giveVoice(page, [])
    const deck = await makeDeck(page, 'Violins')
    await writeItems(page, deck, [RIVER])
    await study(page, deck)
    await expect(show(page)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Read aloud' })).toHaveCount(0)
    await page.goto('/settings')
    await expect(page.getByText('This browser has no voice')).toBeVisible()
  })
})

/** A voice of the browser that writes down what it says, and never comes to its end by itself. */
async function giveVoice(page: Page, languages: readonly string[]): Promise<void> {
  await page.addInitScript((languages) => {
    const said: string[] = []
    const voices = languages.map((lang) => ({ lang, localService: true, default: false }))
    const voice = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: ({ text }: { text: string }) => said.push(text),
      cancel: () => said.push('(silence)'),
    })
    class Utterance {
      constructor(readonly text: string) {}
    }
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, said })
    Object.defineProperty(window, 'speechSynthesis', { value: voice })
  }, languages)
}

/** What was said since the last time. */
const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said: unknown = Reflect.get(window, 'said')
    return Array.isArray(said) ? said.splice(0) : []
  })
