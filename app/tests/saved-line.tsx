'use client'

import { Notice } from '../components/notice'
import type { LogState } from './sitting-log'

/** Where the answers are: with the server, on this device, or only in this page. */
export function SavedLine({ log, writing }: { log: LogState; writing: boolean }) {
  return (
    <>
      <p className="mt-6 min-h-6 text-note text-quiet">
        {writing ? '' : log.waiting > 0 ? 'Stored on this device.' : 'Stored.'}
      </p>
      <Notice className="mt-2 text-note">
        {log.refused
          ? `Something of this was not taken: ${log.refused}`
          : log.stuck && log.durable
            ? 'The server cannot be reached. Your answers are stored on this device and will be sent; you can go on.'
            : log.stuck
              ? 'The server cannot be reached, and this browser stores nothing. Keep this page open until your answers are sent.'
              : null}
      </Notice>
    </>
  )
}
