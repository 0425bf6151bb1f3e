import type { Metadata } from 'next'
import { LinkButton } from '@/app/components/button'
import { EmptyState } from '@/app/components/empty-state'
import { Page, PageHeading } from '@/app/components/frame'
import { visit } from '@/app/visit'
import type { ExamPart } from '@/lib/core/exam/exam'
import { type ExamChoices, examChoices } from '@/lib/usecases/exam-choices'
import { ExamForm } from '../exam-form'
import { zonesWith } from '../zones'

export const metadata: Metadata = { title: 'New exam' }

type Query = { [name: string]: string | string[] | undefined }

/** ?text=ID or ?deck=ID chooses what it is on; else it is the first text there is. */
export default async function NewExamPage({ searchParams }: { searchParams: Promise<Query> }) {
  const visitor = await visit()
  const choices = await examChoices(visitor)
  const empty = choices.texts.length === 0 && choices.decks.length === 0
  return (
    <Page>
      <PageHeading under="Give the date, and say what it is on. All of it can be changed later.">
        New exam
      </PageHeading>
      {empty ? (
        <EmptyState
          title="An exam is on items, and there are none yet."
          actions={<LinkButton href="/texts">To the texts</LinkButton>}
        >
          Keep some of the proposals of a text first, or write items of your own.
        </EmptyState>
      ) : (
        <ExamForm
          examId={null}
          values={{
            name: '',
            date: '',
            time: '09:00',
            timeZone: visitor.timeZone,
            parts: chosenAtFirst(choices, await searchParams),
            minutesPerDay: 20,
            weekdaysOff: Array.from({ length: 7 }, () => false),
            daysOff: [],
          }}
          choices={choices}
          items={[]}
          zones={zonesWith(visitor.timeZone)}
        />
      )}
    </Page>
  )
}

function chosenAtFirst({ texts, decks }: ExamChoices, query: Query): ExamPart[] {
  const deck = [...texts.flatMap((text) => text.decks), ...decks].find(
    ({ id }) => id === query.deck,
  )
  const text = texts.find(({ id }) => id === query.text) ?? texts[0]
  const chosen = deck ? [deck] : (text?.decks ?? decks.slice(0, 1))
  return chosen.map(({ id }) => ({ kind: 'deck', deckId: id }))
}
