'use server'

import { changeExam } from '@/lib/usecases/change-exam'
import { deleteExam } from '@/lib/usecases/delete-exam'
import { enterResult } from '@/lib/usecases/enter-result'
import { findExamItems } from '@/lib/usecases/exam-choices'
import { makeExam } from '@/lib/usecases/make-exam'
import { weighSections } from '@/lib/usecases/weigh-sections'
import { acting } from '../items/acting'

// What arrives is whatever was sent; the use cases check it at their door.

export async function makeExamAction(draft: unknown) {
  return acting((visit) => makeExam(visit, draft), 'keep the page')
}

export async function changeExamAction(examId: string, draft: unknown) {
  return acting((visit) => changeExam(visit, { examId, draft }), 'keep the page')
}

export async function deleteExamAction(examId: string, deleted: boolean) {
  return acting((visit) => deleteExam(visit, { examId, deleted }))
}

export async function weighSectionsAction(examId: string, weights: unknown) {
  return acting((visit) => weighSections(visit, { examId, weights }))
}

export async function enterResultAction(examId: string, result: unknown) {
  return acting((visit) => enterResult(visit, { examId, result }))
}

export async function findExamItemsAction(query: string) {
  return acting((visit) => findExamItems(visit, query), 'keep the page')
}
