/** Sends a text to be imported and reads, line by line, how far it is. */
import { FILE_NAME_HEADER, ImportLine } from '@/app/api/texts/import-lines'

export type Progress = Extract<ImportLine, { step: string }>
export type Imported = Extract<ImportLine, { result: unknown }>['result']
export type Sent =
  | { readonly ok: true; readonly result: Imported }
  /** A long text: it is gone through in the background. */
  | { readonly ok: true; readonly importId: string }
  | { readonly ok: false; readonly message: string }

const LOST =
  'The connection broke before the answer came. What you gave is still here. Add it again: a text that arrived after all is recognised and not added twice.'

export async function sendText(
  body: Blob,
  fileName: string,
  onProgress: (progress: Progress) => void,
): Promise<Sent> {
  try {
    const response = await fetch('/api/texts', {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        [FILE_NAME_HEADER]: encodeURIComponent(fileName),
      },
      body,
    })
    if (!response.body) return { ok: false, message: LOST }
    return await readLines(response.body, onProgress)
  } catch {
    return { ok: false, message: LOST }
  }
}

/** The last line is a result or a problem; when it is missing, the answer did not arrive whole. */
export async function readLines(
  stream: ReadableStream<Uint8Array>,
  onProgress: (progress: Progress) => void,
): Promise<Sent> {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true })
    const lines = rest.split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const written of lines) {
      const line = readLine(written)
      if (!line) continue
      if ('ok' in line) return line
      if ('problem' in line) return { ok: false, message: line.problem.message }
      onProgress(line)
    }
    if (done) return { ok: false, message: LOST }
  }
}

function readLine(written: string): ImportLine | null {
  if (written.trim() === '') return null
  try {
    return ImportLine.parse(JSON.parse(written))
  } catch {
    return null
  }
}
