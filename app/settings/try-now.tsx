'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Button } from '../components/button'
import { Notice } from '../components/notice'
import { useAct } from '../items/use-act'
import { tryWeightsAction } from './actions'

/** Milliseconds between two looks at a try that is under way, and how often at most. */
const LOOK_EVERY = 2_000
const MOST_LOOKS = 60

/** Asks for a try, and shows what came of it once it is there. */
export function TryNow({
  enough,
  isUnderWay,
  said,
}: {
  enough: boolean
  isUnderWay: boolean
  said: string | null
}) {
  const router = useRouter()
  const { act, pending, problem } = useAct()

  useEffect(() => {
    if (!isUnderWay) return
    let looks = 0
    const timer = setInterval(() => {
      looks += 1
      if (looks > MOST_LOOKS) return clearInterval(timer)
      router.refresh()
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [isUnderWay, router])

  return (
    <>
      {enough ? (
        <Button disabled={pending || isUnderWay} onClick={() => act(() => tryWeightsAction())}>
          Look for my own weights now
        </Button>
      ) : null}
      <Notice>{said}</Notice>
      <Notice tone="alert">{problem}</Notice>
    </>
  )
}
