'use server'

import { done } from '@/lib/core/outcome'
import { addSeats } from '@/lib/usecases/add-seats'
import {
  archiveClass,
  closeJoinCode,
  deleteClass,
  renameClass,
  renewJoinCode,
} from '@/lib/usecases/change-class'
import { changeRole, leaveClass, removeMember, renameMember } from '@/lib/usecases/change-member'
import { mailSeatLinks } from '@/lib/usecases/mail-seat-links'
import { makeResetLink } from '@/lib/usecases/make-reset-link'
import { openClass } from '@/lib/usecases/open-class'
import { makeSeatLinks } from '@/lib/usecases/seat-links'
import { qrOf } from '../components/qr-path'
import { acting } from '../items/acting'
import { tooMany } from '../limits'
import { ownAddress } from '../own-address'

// What arrives is whatever was sent; the use cases check it at their door.

export async function openClassAction(name: string) {
  return acting((visit) => openClass(visit, { name }), 'keep the page')
}

export async function renameClassAction(classId: string, name: string) {
  return acting((visit) => renameClass(visit, { classId, name }))
}

export async function archiveClassAction(classId: string, archived: boolean) {
  return acting((visit) => archiveClass(visit, { classId, archived }))
}

export async function deleteClassAction(classId: string) {
  return acting((visit) => deleteClass(visit, classId), 'keep the page')
}

export async function renewJoinCodeAction(classId: string) {
  return acting((visit) => renewJoinCode(visit, classId))
}

export async function closeJoinCodeAction(classId: string) {
  return acting((visit) => closeJoinCode(visit, classId))
}

export async function leaveClassAction(classId: string) {
  return acting((visit) => leaveClass(visit, classId), 'keep the page')
}

export async function addSeatsAction(classId: string, list: string, role: string) {
  return acting((visit) => addSeats(visit, { classId, list, role }))
}

export async function renameMemberAction(classId: string, memberId: string, displayName: string) {
  return acting((visit) => renameMember(visit, { classId, memberId, displayName }))
}

export async function changeRoleAction(classId: string, memberId: string, role: string) {
  return acting((visit) => changeRole(visit, { classId, memberId, role }))
}

export async function removeMemberAction(classId: string, memberId: string) {
  return acting((visit) => removeMember(visit, { classId, memberId }))
}

/** The links as they are handed out: only here do their secrets stand. */
export async function makeSeatLinksAction(classId: string, memberIds: string[]) {
  return acting(async (visit) => {
    const links = await makeSeatLinks(visit, { classId, memberIds })
    if (!links.ok) return links
    const address = await ownAddress()
    const value = links.value.map(({ token, ...link }) => {
      const url = `${address}/seat/${token}`
      return { ...link, url, qr: qrOf(url) }
    })
    return { ok: true as const, value }
  })
}

export async function mailSeatLinksAction(classId: string) {
  return acting(async (visit) => {
    const often = await tooMany('mail links', { learnerId: visit.learner.id })
    return often ? { ok: false as const, problem: often } : mailSeatLinks(visit, classId)
  })
}

/** A student's link for a new password: only here does its secret stand. */
export async function makePasswordLinkAction(classId: string, memberId: string) {
  return acting(async (visit) => {
    const link = await makeResetLink(visit, { classId, memberId })
    return link.ok ? done((await ownAddress()) + link.value.path) : link
  }, 'keep the page')
}
