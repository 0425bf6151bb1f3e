/** What is done with a class as a whole by its owner, and with its join code by whoever teaches it. */
import 'server-only'
import { z } from 'zod'
import { ClassName, type JoinCode } from '@/lib/core/class/class'
import type { ClassAction } from '@/lib/core/class/roles'
import { done, type Outcome } from '@/lib/core/outcome'
import { type ClassChange, deleteClass as deleteRows, updateClass } from '@/lib/store/class'
import { inTransaction } from '@/lib/store/client'
import { enterClass } from './class-access'
import { admit } from './door'
import { newJoinCode } from './join-code'
import type { Visit } from './visit'

async function change<T>(
  visit: Visit,
  classId: unknown,
  action: ClassAction,
  of: ClassChange,
  value: T,
): Promise<Outcome<T>> {
  return inTransaction(async (db) => {
    const here = await enterClass(db, visit, classId, action)
    if (!here.ok) return here
    await updateClass(db, here.value.class.id, of)
    return done(value)
  })
}

export async function renameClass(
  visit: Visit,
  input: { classId: unknown; name: unknown },
): Promise<Outcome<null>> {
  const name = admit(ClassName, input.name)
  if (!name.ok) return name
  return change(visit, input.classId, 'change the class', { name: name.value }, null)
}

/** An archived class is looked at and no longer changed, and nobody joins it; it can be opened again. */
export async function archiveClass(
  visit: Visit,
  input: { classId: unknown; archived: unknown },
): Promise<Outcome<null>> {
  const archived = admit(z.boolean(), input.archived)
  if (!archived.ok) return archived
  const archivedAt = archived.value ? new Date(visit.now) : null
  return change(visit, input.classId, 'change the class', { archivedAt }, null)
}

export async function deleteClass(visit: Visit, classId: unknown): Promise<Outcome<null>> {
  return inTransaction(async (db) => {
    const here = await enterClass(db, visit, classId, 'change the class')
    if (!here.ok) return here
    await deleteRows(db, here.value.class.id)
    return done(null)
  })
}

/** A new code, which holds for the usual time. The one before opens nothing any more. */
export async function renewJoinCode(visit: Visit, classId: unknown): Promise<Outcome<JoinCode>> {
  const code = newJoinCode(visit.now)
  return change(visit, classId, 'manage students', { code }, code)
}

/** Nobody joins any more, until there is a new code. */
export async function closeJoinCode(visit: Visit, classId: unknown): Promise<Outcome<null>> {
  return change(visit, classId, 'manage students', { code: null }, null)
}
