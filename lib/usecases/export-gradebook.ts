import 'server-only'
import { done, type Outcome } from '@/lib/core/outcome'
import { store } from '@/lib/store/client'
import { enterClass } from './class-access'
import { type Cell, csv, fileName } from './csv'
import { gradesOf, toGrade } from './grade-class'
import type { Visit } from './visit'

/** The gradebook as a file: a row a student, a column an assignment, in per cent. */
export async function exportGradebook(
  visit: Visit,
  classId: unknown,
): Promise<Outcome<{ name: string; body: string }>> {
  const here = await enterClass(store(), visit, classId, 'export results')
  if (!here.ok) return here
  const { id, name } = here.value.class
  const { assignments, students } = await toGrade(id, visit.now)
  const rows = students
    .map(gradesOf)
    .map(({ student, grades, mean }): Cell[] => [
      student.displayName,
      ...grades.map((grade) => perCent(grade?.share ?? null)),
      perCent(mean),
    ])
  const heads = ['Student', ...assignments.map((assignment) => assignment.name), 'Mean']
  return done({ name: fileName(name, 'grades'), body: csv([heads, ...rows]) })
}

/** Empty where no day counts yet. */
const perCent = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1000) / 10
