'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { readJoinCode } from '@/lib/core/class/join-code'
import { LineForm } from '../components/line-form'

export function EnterCode({ typed = '' }: { typed?: string }) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)

  function goOn(written: string) {
    const code = readJoinCode(written)
    if (code) router.push(`/join/${code}`)
    else
      setProblem(
        'A code has eight letters and digits, such as KM3T 9QWX, and none of the letters A E I O U L S B Z.',
      )
  }

  return (
    <LineForm
      className="max-w-[24rem]"
      label="Code"
      name="code"
      hint="Eight letters and digits from your teacher, in any case."
      defaultValue={typed}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={100}
      submit="Go on"
      problem={problem}
      send={goOn}
    />
  )
}
