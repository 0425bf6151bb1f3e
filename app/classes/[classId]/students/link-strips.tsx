'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/app/components/button'
import { Notice } from '@/app/components/notice'
import { Qr } from '@/app/components/qr'
import type { Qr as Code } from '@/app/components/qr-path'
import { copyText } from '../../copy-text'

export type LinkToHand = {
  readonly memberId: string
  readonly displayName: string
  readonly email: string | null
  readonly url: string
  readonly qr: Code
}

/** The links that were just made, to be printed and cut into strips, or copied. They are shown this once. */
export function LinkStrips({
  className,
  links,
  onClose,
}: {
  className: string
  links: readonly LinkToHand[]
  onClose: () => void
}) {
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (links.length > 0) heading.current?.focus()
  }, [links])
  if (links.length === 0) return null
  const list = links.map(({ displayName, url }) => `${displayName}\t${url}`).join('\n')
  return (
    <section aria-labelledby="strips" className="mb-12">
      <div className="border-l-3 border-edge py-1 pl-4 print:hidden">
        <h2 id="strips" ref={heading} tabIndex={-1} className="font-medium">
          {links.length === 1 ? 'A link to hand out' : `${links.length} links to hand out`}
        </h2>
        <p className="mt-1 max-w-measure text-quiet">
          Give each to the one it is for: whoever opens it first sits on that seat. They are shown
          only now; later you can make new ones.
        </p>
        <div className="mt-3 flex flex-wrap gap-3">
          <Button onClick={() => window.print()}>Print</Button>
          <Button onClick={() => copyText(list).then(setSaid)}>Copy names and links</Button>
          <Button tone="quiet" onClick={onClose}>
            Done
          </Button>
        </div>
        <Notice className="mt-3">{said}</Notice>
      </div>
      <ul aria-label="Links" className="mt-4 divide-y divide-dashed divide-edge">
        {links.map(({ memberId, displayName, url, qr }) => (
          <li key={memberId} className="paper-question flex items-center gap-5 py-3">
            <Qr code={qr} label={`QR code for ${displayName}`} className="w-28 shrink-0" />
            <div className="min-w-0">
              <p className="font-read text-[1.0625rem] font-medium wrap-anywhere">{displayName}</p>
              <p className="text-note text-quiet wrap-anywhere">{className}</p>
              <p className="mt-1 text-note break-all">{url}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
