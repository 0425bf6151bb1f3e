import Link from 'next/link'
import type { NextExam } from '@/lib/usecases/list-exams'
import { count } from '../components/dates'
import { briefDay, leftWords } from '../exams/words'

/** The exam that is next, in one line. */
export function ExamAhead({ exam }: { exam: NextExam | null }) {
  if (!exam) return null
  return (
    <p className="figures-text mt-6">
      <Link href={`/exams/${exam.id}`} className="link">
        {exam.name}
      </Link>{' '}
      <span className="text-quiet">
        exam {briefDay(exam.date)}, {leftWords(exam.daysLeft)}: {count(exam.items, 'item')}
      </span>
    </p>
  )
}
