'use client'

import { useState } from 'react'
import { Button } from '@/app/components/button'
import { count } from '@/app/components/dates'
import { Select, TextArea } from '@/app/components/field'
import { PageSection } from '@/app/components/frame'
import { Notice } from '@/app/components/notice'
import { useAct } from '@/app/items/use-act'
import { type Known, LONGEST_ROSTER, type RosterLine, readRoster } from '@/lib/core/class/roster'
import { addSeatsAction } from '../../actions'

/** A list is pasted, and shown as it is read before anything is made of it. */
export function AddSeats({
  classId,
  known,
  mayAddStaff,
}: {
  classId: string
  known: readonly Known[]
  mayAddStaff: boolean
}) {
  const [list, setList] = useState('')
  const [role, setRole] = useState('student')
  const [said, setSaid] = useState('')
  const { act, pending, problem } = useAct()
  const lines = readRoster(list.slice(0, LONGEST_ROSTER), known)
  const seats = lines.filter(({ kind }) => kind === 'seat').length

  return (
    <PageSection title="Add from a list" id="add">
      <TextArea
        label="Names"
        hint="One person a line: a name, or a name and an e-mail, as copied from a spreadsheet or a mail. “Berger, Anna” becomes Anna Berger. Each gets a free seat with a link of its own."
        rows={5}
        maxLength={LONGEST_ROSTER}
        value={list}
        onChange={(event) => {
          setList(event.target.value)
          setSaid('')
        }}
        error={problem}
        autoComplete="off"
        spellCheck={false}
      />
      {mayAddStaff ? (
        <Select
          label="They come as"
          className="mt-4 max-w-60"
          value={role}
          onChange={(event) => setRole(event.target.value)}
        >
          <option value="student">students</option>
          <option value="assistant">assistants</option>
          <option value="teacher">teachers</option>
        </Select>
      ) : null}
      <div className="mt-4">
        <Button
          disabled={pending || seats === 0}
          onClick={() =>
            act(
              () => addSeatsAction(classId, list, role),
              ({ added }) => {
                setList('')
                setSaid(`${count(added, 'free seat')} made. Their links are made above.`)
              },
            )
          }
        >
          {seats === 0 ? 'Add' : `Add ${count(seats, 'seat')}`}
        </Button>
      </div>
      <Notice className="mt-4">{said}</Notice>
      {lines.length > 0 ? <Preview lines={lines} /> : null}
    </PageSection>
  )
}

function Preview({ lines }: { lines: readonly RosterLine[] }) {
  const problems = lines.filter(({ kind }) => kind === 'problem').length
  return (
    <div className="mt-6">
      <p className="text-note text-quiet">
        {count(lines.length - problems, 'line')} make a seat
        {problems > 0 ? `; ${count(problems, 'line')} do not, for the reason given` : ''}.
      </p>
      <table
        aria-label="What the list is read as"
        className="w-full border-collapse text-left text-note"
      >
        <thead>
          <tr className="border-b border-edge">
            <th scope="col" className="py-1.5 pr-3 font-medium">
              Line
            </th>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              Name
            </th>
            <th scope="col" className="py-1.5 font-medium">
              E-mail
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line} className="border-b border-rule align-top">
              <td className="figures py-1.5 pr-3 text-quiet">{line.line}</td>
              {line.kind === 'seat' ? (
                <>
                  <td className="py-1.5 pr-3 wrap-anywhere">{line.name}</td>
                  <td className="py-1.5 wrap-anywhere">
                    {line.email ?? <span className="text-quiet">none</span>}
                  </td>
                </>
              ) : (
                <td colSpan={2} className="py-1.5 wrap-anywhere">
                  <span className="text-quiet line-through">{line.text}</span>
                  <br />
                  <span className="font-medium text-accent">Not added: {line.problem}</span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
