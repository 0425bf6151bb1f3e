'use server'

import { openClass } from '@/lib/usecases/open-class'
import { acting } from '../items/acting'

// What arrives is whatever was sent; the use cases check it at their door.

export async function openClassAction(name: string) {
  return acting((visit) => openClass(visit, { name }), 'keep the page')
}
