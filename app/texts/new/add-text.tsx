'use client'

import { type DragEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/app/components/button'
import { TextArea } from '@/app/components/field'
import { Notice } from '@/app/components/notice'
import { ImportProgress } from './import-progress'
import { ImportResult } from './import-result'
import { keepDraft, readDraft } from './kept-draft'
import { type Imported, type Progress, sendText } from './send-text'

const TEXT_FILE = /\.(?:txt|text|md|markdown|mdown|mkd)$/i

type State =
  | { at: 'giving'; problem: string }
  | { at: 'importing'; progress: Progress | null }
  | { at: 'done'; result: Imported }

/** Takes a text by paste, by drop or by choice. What was given stays until it is stored. `onBook`: a long one was taken. */
export function AddText({ maxBytes, onBook }: { maxBytes: number; onBook: () => void }) {
  const [state, setState] = useState<State>({ at: 'giving', problem: '' })
  const [pasted, setPasted] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)

  useEffect(() => setPasted((now) => now || readDraft()), [])

  const largest = `${maxBytes / 1_000_000} MB`

  function take(given: File | undefined) {
    if (!given) return
    const problem = problemOf(given, maxBytes, largest)
    setState({ at: 'giving', problem })
    setFile(problem ? null : given)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }

  async function add() {
    const body = file ?? new Blob([pasted])
    if (!file && pasted.trim() === '') {
      setState({
        at: 'giving',
        problem: 'There is nothing to add yet: paste a text or choose a file.',
      })
      return
    }
    if (body.size > maxBytes) {
      setState({ at: 'giving', problem: tooLarge('This text', body.size, largest) })
      return
    }
    setState({ at: 'importing', progress: null })
    if (!file) keepDraft(pasted)
    const sent = await sendText(body, file?.name ?? '', (progress) =>
      setState({ at: 'importing', progress }),
    )
    if (!sent.ok) {
      setState({ at: 'giving', problem: sent.message })
      return
    }
    keepDraft('')
    setPasted('')
    setFile(null)
    if ('result' in sent) setState({ at: 'done', result: sent.result })
    else {
      setState({ at: 'giving', problem: '' })
      onBook()
    }
  }

  if (state.at === 'done') {
    return (
      <ImportResult
        result={state.result}
        onAnother={() => setState({ at: 'giving', problem: '' })}
      />
    )
  }
  const importing = state.at === 'importing'
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (!importing) void add()
      }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {file ? (
        <ChosenFile file={file} disabled={importing} onRemove={() => setFile(null)} />
      ) : (
        <TextArea
          label="The text"
          hint="Headings, paragraphs and lists are recognised, in plain text as in Markdown."
          reading
          rows={9}
          value={pasted}
          disabled={importing}
          onChange={(event) => setPasted(event.target.value)}
        />
      )}
      <div
        className={`rounded-[3px] border border-dashed px-4 py-4 ${over ? 'border-ink bg-pencil-faint' : 'border-edge'}`}
      >
        <label htmlFor="file" className="text-note font-medium">
          Or a file
        </label>
        <p id="file-hint" className="mb-2 text-note text-quiet">
          .txt or .md, at most {largest}. It can be dropped here.
        </p>
        <input
          ref={picker}
          id="file"
          type="file"
          accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
          aria-describedby="file-hint"
          disabled={importing}
          onChange={(event) => {
            take(event.target.files?.[0])
            // The same file can be chosen again after it was mended.
            event.target.value = ''
          }}
          className="block w-full text-note text-quiet file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-[3px] file:border file:border-solid file:border-edge file:bg-sheet file:px-4 file:text-operate file:text-ink"
        />
      </div>
      <Notice tone="alert">{state.at === 'giving' ? state.problem : ''}</Notice>
      <ImportProgress progress={importing ? state.progress : undefined} />
      <div>
        <Button type="submit" tone="primary" disabled={importing}>
          {importing ? 'Adding' : 'Add this text'}
        </Button>
      </div>
    </form>
  )
}

function ChosenFile({
  file,
  disabled,
  onRemove,
}: {
  file: File
  disabled: boolean
  onRemove: () => void
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-y border-rule py-3">
      <p>
        <span className="font-read text-heading">{file.name}</span>
        <span className="figures block text-note text-quiet">{sizeOf(file.size)}</span>
      </p>
      <Button tone="quiet" disabled={disabled} onClick={onRemove}>
        Not this file
      </Button>
    </div>
  )
}

function problemOf(file: File, maxBytes: number, largest: string): string {
  if (file.size > maxBytes) return tooLarge(`“${file.name}”`, file.size, largest)
  if (file.size === 0) return `“${file.name}” is empty.`
  const isText = TEXT_FILE.test(file.name) || file.type.startsWith('text/')
  return isText
    ? ''
    : `“${file.name}” is no .txt or .md file. Save it as plain text, or paste its words.`
}

const tooLarge = (what: string, bytes: number, largest: string) =>
  `${what} is too large: ${sizeOf(bytes)}, and at most ${largest} can be read. Split it, say by chapters, and add the parts one by one.`

function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
