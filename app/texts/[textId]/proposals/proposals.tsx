'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/app/components/button'
import { ItemEditor } from '@/app/components/item-editor'
import { Announcement } from '@/app/components/notice'
import { useKeys } from '@/app/keys/use-keys'
import { composeContent, draftOf, type ItemDraft } from '@/lib/core/items/draft'
import type { ItemContent } from '@/lib/core/items/item'
import { mendProposal } from './actions'
import { AllDecided } from './all-decided'
import { Choices } from './choices'
import { type Decision, isDone, openIds } from './deciding'
import { Passage } from './passage'
import { ProposedItem } from './proposed-item'
import { Sending } from './sending'
import type { Proposal, ProposalsProps } from './types'
import { useDeciding } from './use-deciding'

const SAID: Record<Decision, string> = { keep: 'Kept', reject: 'Rejected' }

/** Goes through the proposed items of a text, each beside the passage it comes from. */
export function Proposals(props: ProposalsProps) {
  // What was decided meanwhile is no proposal any more for the server, but here one can still go back to it.
  const [{ textId, format, proposals, blocks, decidedBefore }] = useState(props)
  const [ids] = useState(() => proposals.map((proposal) => proposal.id))
  const deciding = useDeciding(textId, ids)
  const [mended, setMended] = useState<ReadonlyMap<string, ItemContent>>(new Map())
  const [editing, setEditing] = useState(false)
  const [said, setSaid] = useState('')
  const editButton = useRef<HTMLButtonElement>(null)

  const stage = useRef<HTMLDivElement>(null)

  const { state } = deciding
  // Whoever had scrolled down to the choices sees the next passage from its beginning.
  useEffect(() => {
    const top = stage.current?.getBoundingClientRect().top ?? 0
    if (state.at >= 0 && top < 0) stage.current?.scrollIntoView({ block: 'start' })
  }, [state.at])
  const proposal = proposals[state.at]
  const content = proposal && (mended.get(proposal.id) ?? proposal.content)
  const decided = decidedBefore + state.decided.size
  const total = decidedBefore + ids.length

  function decideOn(which: readonly string[], decision: Decision) {
    if (which.length === 0) return
    setEditing(false)
    deciding.decide(which, decision)
    const how = which.length === 1 ? SAID[decision] : `${SAID[decision]} ${which.length} items`
    setSaid(`${how}. ${decided + newOf(which)} of ${total} decided.`)
  }

  const newOf = (which: readonly string[]) => which.filter((id) => !state.decided.has(id)).length

  function takeBack() {
    const back = deciding.undo()
    if (back > 0) setSaid(back === 1 ? 'Taken back.' : `${back} decisions taken back.`)
  }

  function leaveEditor() {
    setEditing(false)
    requestAnimationFrame(() => editButton.current?.focus())
  }

  async function keepMended(draft: ItemDraft) {
    if (!proposal || !content) return null
    const problem = await mendProposal(proposal.id, draft)
    if (problem) return problem
    const { evidence, section } = content
    const now = composeContent(draft, { before: content, evidence, section })
    setMended((was) => new Map(was).set(proposal.id, now))
    decideOn([proposal.id], 'keep')
    leaveEditor()
    return null
  }

  const one = proposal ? [proposal.id] : []
  const free = !editing && proposal !== undefined
  useKeys({
    k: free ? () => decideOn(one, 'keep') : undefined,
    r: free ? () => decideOn(one, 'reject') : undefined,
    e: free ? () => setEditing(true) : undefined,
    u: editing ? undefined : takeBack,
    j: editing ? undefined : () => deciding.move(1),
    ArrowRight: editing ? undefined : () => deciding.move(1),
    ArrowLeft: editing ? undefined : () => deciding.move(-1),
  })

  const open = openIds(state)
  const inSection = (proposals: readonly Proposal[]) =>
    proposals.flatMap((p) => (p.sectionKey === proposal?.sectionKey ? p.id : []))
  const openInSection = inSection(proposals).filter((id) => !state.decided.has(id))

  return (
    <>
      <Progress decided={decided} total={total} />
      <Sending sent={deciding.sent} onSend={deciding.sendNow} />
      <Announcement>{said}</Announcement>
      {isDone(state) || !proposal || !content ? (
        <AllDecided
          textId={textId}
          kept={countOf(state.decided, 'keep')}
          rejected={countOf(state.decided, 'reject')}
          onBack={() => deciding.move(-1)}
          onUndo={state.past.length > 0 ? takeBack : undefined}
        />
      ) : (
        <div
          ref={stage}
          className="grid gap-x-14 gap-y-5 scroll-mt-3 lg:grid-cols-[minmax(0,1fr)_25rem] lg:items-start"
        >
          <Passage
            key={proposal.id}
            blocks={proposal.passage.flatMap((at) => blocks[at] ?? [])}
            evidence={content.evidence}
            section={content.section}
            emphasis={format === 'markdown'}
          />
          <article aria-label="The proposed item" className="lg:sticky lg:top-6">
            {editing ? (
              <ItemEditor
                key={proposal.id}
                draft={draftOf(content)}
                onSave={keepMended}
                onCancel={leaveEditor}
                saveLabel="Save and keep"
              />
            ) : (
              <>
                {/* So that the buttons mostly stay where the hand is. */}
                <div className="lg:min-h-64">
                  <ProposedItem content={content} />
                </div>
                <Choices
                  decision={state.decided.get(proposal.id)}
                  editRef={editButton}
                  canUndo={state.past.length > 0}
                  isFirst={state.at === 0}
                  isLast={state.at === ids.length - 1}
                  onDecide={(decision) => decideOn(one, decision)}
                  onEdit={() => setEditing(true)}
                  onUndo={takeBack}
                  onMove={deciding.move}
                />
                <div className="mt-6 flex flex-wrap gap-x-4 text-note">
                  {openInSection.length > 1 ? (
                    <Button
                      tone="quiet"
                      className="-ml-2 text-note"
                      onClick={() => decideOn(openInSection, 'keep')}
                    >
                      Keep all {openInSection.length} of this section
                    </Button>
                  ) : null}
                  {open.length > 1 ? (
                    <Button
                      tone="quiet"
                      className="-ml-2 text-note"
                      onClick={() => decideOn(open, 'keep')}
                    >
                      Keep all {open.length}
                    </Button>
                  ) : null}
                </div>
              </>
            )}
          </article>
        </div>
      )}
    </>
  )
}

function Progress({ decided, total }: { decided: number; total: number }) {
  return (
    <div className="mb-6 flex items-center gap-4 text-note">
      <p className="whitespace-nowrap">
        {decided} of {total} <span className="text-quiet">decided</span>
      </p>
      <div aria-hidden className="h-[3px] grow bg-rule">
        <div
          className="h-full bg-graphite"
          style={{ width: `${total === 0 ? 0 : (decided / total) * 100}%` }}
        />
      </div>
    </div>
  )
}

function countOf(decided: ReadonlyMap<string, Decision>, decision: Decision): number {
  return [...decided.values()].filter((d) => d === decision).length
}
