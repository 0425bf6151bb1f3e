/** A text to add in journeys, with facts of several kinds in two sections. */
import { expect, type Page } from '@playwright/test'

export const SKERRY = `# The Light at Skerry Point

## Building the tower

The tower at Skerry Point was built by Ada Merriman between 1868 and 1871. It is 43 metres high and has 216 steps. The granite came from the quarry at Dunmore. The lamp was lit for the first time on 4 October 1871.

In the storm of 1884 the lantern lost 40 per cent of its glass. The keeper at the time was Thomas Oakley. Repairs cost 1,200 pounds.

## The keepers

The station employed three keepers until 1932. In 1932 the lamp became electric, and the number of keepers fell to one. Margaret Shaw, the last keeper, left on 31 March 1988.
`

/** Pastes a text and waits until it is said what became of it. Gives the address of its page. */
export async function addText(page: Page, text: string): Promise<string> {
  await page.goto('/texts/new')
  await page.getByLabel('The text', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Add this text' }).click()
  const read = page.getByRole('link', { name: 'Read it' })
  await expect(read).toBeVisible({ timeout: 20_000 })
  return (await read.getAttribute('href')) ?? ''
}
