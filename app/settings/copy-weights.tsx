'use client'

import { useState } from 'react'
import { Button } from '../components/button'
import { Notice } from '../components/notice'

/** Weights as other programs take them: Anki's field "FSRS parameters", for one. */
export function CopyWeights({ weights }: { weights: readonly number[] }) {
  const [said, setSaid] = useState('')
  const line = weights.join(', ')

  function copy() {
    navigator.clipboard
      .writeText(line)
      .then(() => setSaid('Copied.'))
      .catch(() =>
        setSaid('This browser does not let a page copy. Mark the numbers and copy them.'),
      )
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <p className="figures text-note break-words">{line}</p>
      <Button onClick={copy}>Copy the weights</Button>
      <Notice>{said}</Notice>
    </div>
  )
}
