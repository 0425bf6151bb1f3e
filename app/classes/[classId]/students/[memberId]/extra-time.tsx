import { PageSection } from '@/app/components/frame'
import { visit } from '@/app/visit'
import { readExtraTime } from '@/lib/usecases/except-student'
import { GrantExtraTime } from './grant-extra-time'

/** More time in tests: granted by who teaches, and told to whoever has it. */
export async function ExtraTime({ classId, memberId }: { classId: string; memberId: string }) {
  const found = await readExtraTime(await visit(), { classId, memberId })
  if (!found.ok || found.value === null) return null
  const { percent, mayGrant, memberId: id } = found.value
  if (!mayGrant && percent === 0) return null
  return (
    <PageSection title="Time in tests">
      {mayGrant ? (
        <GrantExtraTime classId={classId} memberId={id} percent={percent} />
      ) : (
        <p className="figures-text">
          {percent} % more time than usual, in every mock test with a clock.
        </p>
      )}
    </PageSection>
  )
}
