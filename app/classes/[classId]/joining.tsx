import { Qr } from '@/app/components/qr'
import { qrOf } from '@/app/components/qr-path'
import { ownAddress } from '@/app/own-address'
import type { JoinCode } from '@/lib/core/class/class'
import { groupedCode } from '@/lib/core/class/join-code'
import { CodeActions } from './code-actions'

/** The code with which students join, to be read from the last row and scanned from there. */
export async function Joining({
  classId,
  code,
  timeZone,
}: {
  classId: string
  code: JoinCode | null
  timeZone: string
}) {
  if (code === null)
    return (
      <>
        <p className="max-w-measure text-quiet">
          Nobody joins with a code now: it was closed, or it is over. Seats that are kept free have
          links of their own.
        </p>
        <CodeActions classId={classId} open={false} />
      </>
    )
  const address = await ownAddress()
  const link = `${address}/join/${code.code}`
  const until = new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'long', day: 'numeric', month: 'long' },
    timeZone,
  }).format(code.until)
  return (
    <div className="flex flex-wrap items-start gap-x-10 gap-y-6">
      <Qr code={qrOf(link)} label={`QR code of ${link}`} className="w-44 sm:w-56" />
      <div className="min-w-[17rem] flex-1">
        <p className="text-note text-quiet">
          Students open{' '}
          <span className="font-medium text-ink">{address.replace(/^\w+:\/\//, '')}/join</span> and
          enter
        </p>
        <p className="figures mt-1 text-[clamp(2rem,1.2rem+4.5vw,3.25rem)] leading-tight font-medium tracking-[0.06em] whitespace-nowrap">
          {groupedCode(code.code)}
        </p>
        <p className="mt-2 text-note text-quiet">
          It holds until {until}. A new code replaces it; whoever joined stays.
        </p>
        <CodeActions classId={classId} open link={link} />
      </div>
    </div>
  )
}
