'use client'

import { useSyncExternalStore } from 'react'
import { Check } from '../components/field'
import { swipeSetting } from './swipe-setting'

/** Turns swiping on or off for this device. */
export function SwipeSwitch() {
  const on = useSyncExternalStore(
    swipeSetting.subscribe,
    () => swipeSetting.get() === 'on',
    () => false,
  )
  return (
    <Check
      label="Swipe to grade on this device"
      hint="Once the answer shows: to the right for Good, to the left for Again. Every grade keeps its button. Up and down scrolls as always."
      checked={on}
      onChange={(event) => swipeSetting.set(event.target.checked ? 'on' : 'off')}
    />
  )
}
