'use client'

import { type CSSProperties, type PointerEvent, type ReactNode, useState } from 'react'
import { beginSwipe, type Direction, directionOf, moveSwipe, NO_SWIPE } from './swipe'

/** What is pressed is not swiped. */
const PRESSED = 'button, a, input, textarea, select, summary, [role="dialog"], [role="menu"]'

/**
 * What lies in it can be swiped to either side; parts with the class `swiped` follow the finger (by a variable, because a
 * bar that is fixed to the screen must not have a moving ancestor). `hint` tells what lifting the finger would do.
 */
export function SwipeArea({
  onSwipe,
  hint,
  className = '',
  children,
}: {
  /** Null while there is nothing to decide; the browser's own way back stays off all the same. */
  onSwipe: ((direction: Direction) => void) | null
  hint: (direction: Direction) => ReactNode
  className?: string
  children: ReactNode
}) {
  const [swipe, setSwipe] = useState(NO_SWIPE)
  const by = swipe.phase === 'across' ? swipe.by : 0
  const reached = typeof window === 'undefined' ? null : directionOf(swipe, window.innerWidth)
  const style: CSSProperties & { '--swiped': string } = { '--swiped': `${by}px` }

  function onPointerDown(event: PointerEvent) {
    // A second finger zooms or scrolls.
    if (swipe.phase !== 'none' || !event.isPrimary) return setSwipe(NO_SWIPE)
    const isPressed = event.target instanceof Element && event.target.closest(PRESSED) !== null
    if (!onSwipe || event.pointerType === 'mouse' || isPressed) return
    setSwipe(beginSwipe(event.pointerId, placeOf(event), window.innerWidth))
  }
  function onPointerUp() {
    setSwipe(NO_SWIPE)
    if (reached) onSwipe?.(reached)
  }
  return (
    <div
      className={`touch-pan-y touch-pinch-zoom overscroll-x-none ${className}`}
      style={style}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => setSwipe(moveSwipe(swipe, event.pointerId, placeOf(event)))}
      onPointerUp={onPointerUp}
      // The browser scrolls, or the finger left the page.
      onPointerCancel={() => setSwipe(NO_SWIPE)}
    >
      {children}
      {by === 0 ? null : (
        <p
          aria-hidden
          className={`figures pointer-events-none fixed top-3 left-1/2 z-40 -translate-x-1/2 rounded-[3px] border px-4 py-2 font-medium ${
            reached ? 'border-accent bg-accent text-paper' : 'border-edge bg-sheet text-quiet'
          }`}
        >
          {hint(by < 0 ? 'left' : 'right')}
        </p>
      )}
    </div>
  )
}

const placeOf = ({ clientX, clientY }: PointerEvent) => ({ x: clientX, y: clientY })
