'use client'

import { Flag } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '../components/button'
import { count } from '../components/dates'
import { Page } from '../components/frame'
import { Notice } from '../components/notice'
import { KeyHint } from '../keys/key-hint'
import { type KeyBindings, useKeys } from '../keys/use-keys'
import { BottomBar, BottomRoom } from '../review/bottom-bar'
import { focusNow } from '../review/focus'
import { Clock } from './clock'
import { HandIn } from './hand-in'
import { Places } from './places'
import { QuestionField } from './question-field'
import { SavedLine } from './saved-line'
import { type OpenPage, useSitting } from './use-sitting'

type Given = readonly string[]

/** Milliseconds after the last key in which what is being written is kept. */
const PAUSE_MS = 1_200

/** A test being sat: one question at a time, in any order, until it is handed in or the time is up. */
export function Sit({ learnerId, page }: { learnerId: string; page: OpenPage }) {
  const { sitting, log, doIt, now, ready } = useSitting(learnerId, page)
  const router = useRouter()
  const { questions } = page
  const [at, setAt] = useState(() => lastTouched(page))
  /** What is being written and is not kept yet. */
  const [draft, setDraft] = useState<{ readonly at: number; readonly given: Given } | null>(null)
  const [handingIn, setHandingIn] = useState(false)
  const watch = useRef({ since: 0, before: 0 })
  const isOver = sitting.stage.phase === 'handedIn' || log.over
  const question = questions[at]
  const stored = sitting.answers.get(at)?.given ?? []
  const given = draft?.at === at ? draft.given : stored

  // How long a question is looked at adds up over the times that one comes back to it.
  const arrive = useEffectEvent((place: number) => {
    watch.current = { since: performance.now(), before: sitting.answers.get(place)?.ms ?? 0 }
    window.scrollTo({ top: 0 })
    focusNow()
  })
  useEffect(() => {
    if (ready) arrive(at)
  }, [at, ready])

  function keep(place: number, lines: Given) {
    const { since, before } = watch.current
    const ms = Math.min(86_400_000, Math.round(before + performance.now() - since))
    doIt({ kind: 'answer', question: place, given: [...lines], ms })
  }

  /** What was being written becomes the answer. */
  function settle() {
    if (!draft) return
    const before = sitting.answers.get(draft.at)?.given ?? []
    if (draft.given.join('\n') !== before.join('\n')) keep(draft.at, draft.given)
    setDraft(null)
  }
  const settleNow = useEffectEvent(settle)

  useEffect(() => {
    if (!draft) return
    const timer = setTimeout(() => settleNow(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])

  useEffect(() => {
    const leave = () => settleNow()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [])

  // The time is up: what is being written is the answer, and it is handed in as if one had done it.
  const timeUp = sitting.deadline !== null && now >= sitting.deadline
  const endByClock = useEffectEvent(() => {
    settle()
    const { stage } = sitting
    // Also where the clock has done it here already: the server's may be a moment behind.
    if (stage.phase === 'open' || stage.by === 'clock') doIt({ kind: 'handIn' })
  })
  useEffect(() => {
    if (timeUp && ready) endByClock()
  }, [timeUp, ready])

  // What came of it is read from the server, once it has everything.
  useEffect(() => {
    if (isOver && ready && log.waiting === 0) router.refresh()
  }, [isOver, ready, log.waiting, router])

  function go(to: number) {
    settle()
    if (to >= questions.length) setHandingIn(true)
    else setAt(Math.max(0, to))
  }

  const flagged = sitting.flagged.has(at)
  const flag = () => doIt({ kind: 'flag', question: at, flagged: !flagged })
  const pick = (option: string | undefined) =>
    question?.form === 'choice' && option !== undefined ? () => keep(at, [option]) : undefined
  const forward = () => go(at + 1)
  const right = at + 1 < questions.length ? forward : undefined
  const left = at > 0 ? () => go(at - 1) : undefined
  const askToHandIn = () => setHandingIn(true)
  const bindings: KeyBindings = {
    ...{ Enter: forward, ArrowRight: right, ArrowLeft: left },
    ...{ f: flag, h: askToHandIn },
    '1': pick(question?.options[0]),
    '2': pick(question?.options[1]),
    '3': pick(question?.options[2]),
  }
  useKeys(isOver || handingIn ? {} : bindings)

  if (isOver || !question) return <HandedIn log={log} />

  return (
    <Page>
      <div className="-mt-4 mb-5 flex flex-wrap items-start gap-x-3 text-note text-quiet sm:mt-0 lg:mb-8">
        <div className="min-w-0 grow basis-0 py-2.5">
          <p className="truncate">{page.test.name}</p>
          <p className="figures text-ink">
            Question {at + 1} of {questions.length}
            {question.points > 1 ? (
              <span className="text-quiet"> · {count(question.points, 'point')}</span>
            ) : null}
          </p>
        </div>
        <Clock sitting={sitting} now={now} doIt={doIt} />
      </div>
      <QuestionField
        key={at}
        question={question}
        given={given}
        onGive={(lines, settled) => (settled ? keep(at, lines) : setDraft({ at, given: lines }))}
        onDone={() => go(at + 1)}
      />
      <SavedLine log={log} writing={draft !== null} />
      <Places
        total={questions.length}
        sitting={sitting}
        current={at}
        onGo={go}
        onHandIn={() => setHandingIn(true)}
      />
      <BottomRoom />
      <BottomBar>
        <div className="flex gap-2.5">
          <Button
            className="min-h-13"
            aria-label="Previous question"
            aria-keyshortcuts="ArrowLeft"
            disabled={at === 0}
            onClick={() => go(at - 1)}
          >
            Back
          </Button>
          <Button className="min-h-13" aria-pressed={flagged} aria-keyshortcuts="f" onClick={flag}>
            <Flag aria-hidden size={18} fill={flagged ? 'currentColor' : 'none'} />
            {flagged ? 'Flagged' : 'Flag'} <KeyHint>F</KeyHint>
          </Button>
          <Button
            tone="primary"
            className="min-h-13 grow lg:grow-0"
            aria-keyshortcuts="ArrowRight"
            onClick={() => go(at + 1)}
          >
            {at + 1 < questions.length ? 'Next' : 'Hand in'}
          </Button>
        </div>
      </BottomBar>
      <HandIn
        open={handingIn}
        onOpenChange={setHandingIn}
        total={questions.length}
        sitting={sitting}
        onHandIn={() => {
          settle()
          doIt({ kind: 'handIn' })
        }}
      />
    </Page>
  )
}

/** After it is handed in, until the server has said what came of it. */
function HandedIn({ log }: { log: ReturnType<typeof useSitting>['log'] }) {
  return (
    <Page>
      <h1 className="font-read text-title font-medium">Handed in</h1>
      <Notice className="mt-6">
        {log.waiting === 0
          ? 'It is being marked.'
          : `${count(log.waiting, 'step')} of it ${log.waiting === 1 ? 'waits' : 'wait'} on this device to be sent. It is sent as soon as the server can be reached; what you answered in time counts.`}
      </Notice>
    </Page>
  )
}

/** The question that was answered or flagged last, also in another tab: where one comes back to. */
function lastTouched({ events }: OpenPage): number {
  const last = events.reduce<{ seq: number; question: number } | null>(
    (newest, event) =>
      'question' in event && (newest === null || event.seq > newest.seq) ? event : newest,
    null,
  )
  return last?.question ?? 0
}
