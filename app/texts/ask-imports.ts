/** Asks the server how far the long texts are, and tells it what to do with one. */
import { type ImportDeed, ImportsAnswer, type ImportView } from '@/app/api/imports/import-view'

/** Null where no answer came: it is asked again. */
export async function askImports(): Promise<readonly ImportView[] | null> {
  return readAnswer(() => fetch('/api/imports', { cache: 'no-store' }))
}

export async function tellImport(
  id: string,
  deed: ImportDeed,
): Promise<readonly ImportView[] | null> {
  return readAnswer(() =>
    fetch(`/api/imports/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ deed }),
    }),
  )
}

async function readAnswer(ask: () => Promise<Response>): Promise<readonly ImportView[] | null> {
  try {
    const response = await ask()
    return response.ok ? ImportsAnswer.parse(await response.json()).imports : null
  } catch {
    return null
  }
}
