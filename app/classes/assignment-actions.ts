'use server'

import { assignDeck, changeAssignment, endAssignment } from '@/lib/usecases/assign-deck'
import { exceptStudent, grantExtraTime } from '@/lib/usecases/except-student'
import { acting } from '../items/acting'

// What arrives is whatever was sent; the use cases check it at their door.

export async function assignDeckAction(wish: unknown) {
  return acting((visit) => assignDeck(visit, wish), 'keep the page')
}

export async function changeAssignmentAction(
  classId: string,
  assignmentId: string,
  draft: unknown,
) {
  return acting(
    (visit) => changeAssignment(visit, { classId, assignmentId, draft }),
    'keep the page',
  )
}

export async function endAssignmentAction(classId: string, assignmentId: string, ended: boolean) {
  return acting((visit) => endAssignment(visit, { classId, assignmentId, ended }))
}

export async function exceptStudentAction(
  classId: string,
  assignmentId: string,
  memberId: string,
  dates: unknown,
) {
  return acting((visit) => exceptStudent(visit, { classId, assignmentId, memberId, dates }))
}

export async function grantExtraTimeAction(classId: string, memberId: string, percent: number) {
  return acting((visit) => grantExtraTime(visit, { classId, memberId, percent }))
}
