import Link from 'next/link'
import { readNextExam } from '@/lib/usecases/forecast-exam'
import { count } from '../components/dates'
import { rangeWords } from '../exams/forecast-words'
import { briefDay, leftWords } from '../exams/words'
import { visit } from '../visit'

/** The exam that is next, in one line, with the score to expect. */
export async function ExamAhead() {
  const next = await readNextExam(await visit())
  if (!next) return null
  const { exam, forecasts } = next
  const day = exam.daysLeft <= 0 ? leftWords(0) : briefDay(exam.date)
  return (
    <p className="figures-text mt-6">
      <Link href={`/exams/${exam.id}`} className="link">
        Exam {day}
      </Link>
      : {forecasts ? <Expected forecasts={forecasts} /> : count(exam.items, 'item')}{' '}
      <span className="text-quiet">({exam.name})</span>
    </p>
  )
}

type Forecasts = NonNullable<NonNullable<Awaited<ReturnType<typeof readNextExam>>>['forecasts']>

function Expected({ forecasts }: { forecasts: Forecasts }) {
  return (
    <>
      {rangeWords(forecasts.plan ?? forecasts.stop)}{' '}
      <span className="text-quiet">
        {forecasts.plan ? 'if you follow the plan' : 'if you stop today'}
      </span>
    </>
  )
}
