import type { MemoryModel } from '@/lib/usecases/memory-model'
import { count, figure } from '../components/dates'
import { PageSection } from '../components/frame'
import { ChangeModel } from './change-model'
import { CopyWeights } from './copy-weights'
import { inUseWords, isUnderWay, jobWords, nextWords, resultWords } from './memory-model-words'
import { TryNow } from './try-now'

const FIRST_TRY = 1000

/** Which weights the memory is computed with, what they rest on, and what else could be in use. */
export function YourMemoryModel({ model }: { model: MemoryModel }) {
  const { inUse, results, reviews, folded, job } = model
  const shown = results.find((result) => result.number === inUse) ?? results[0]
  const own = results.find((result) => result.outcome === 'adopted' && result.number !== inUse)
  return (
    <PageSection title="Your memory model" id="memory-model">
      <div className="flex max-w-[34rem] flex-col items-start gap-3 py-2">
        <p>{inUseWords(model)}</p>
        {shown ? <p className="text-note text-quiet">{resultWords(shown)}</p> : null}
        <p className="text-note text-quiet">{nextWords(model)}</p>
        {folded.folded < folded.all ? (
          <p className="text-note text-quiet">
            {figure(folded.folded)} of {count(folded.all, 'card')} are computed with them; the
            others follow within the next minutes, and each before it is asked.
          </p>
        ) : null}
        <TryNow enough={reviews >= FIRST_TRY} isUnderWay={isUnderWay(job)} said={jobWords(job)} />
      </div>
      {folded.all > 0 ? <Changes inUse={inUse} own={own?.number ?? null} /> : null}
      <details className="max-w-[34rem] py-2">
        <summary className="min-h-11 cursor-pointer py-2">The 21 weights, to copy</summary>
        <CopyWeights weights={model.weights} />
        {results.length > 0 ? (
          <ol className="mt-4 flex flex-col gap-2 text-note text-quiet">
            {results.map((result) => (
              <li key={result.number}>
                <span className="font-medium text-ink">Try {result.number}</span>, at{' '}
                {count(result.reviews, 'answer')}. {resultWords(result)}
              </li>
            ))}
          </ol>
        ) : null}
      </details>
    </PageSection>
  )
}

/** What else could be in use, and the days set anew: each shows first what it would do. */
function Changes({ inUse, own }: { inUse: number | null; own: number | null }) {
  return (
    <div className="flex max-w-[34rem] flex-col items-start gap-3 py-2">
      <p className="text-note text-quiet">
        Whatever is changed here, the days that are set stay, and each item follows from its next
        answer on — unless you have all days set anew.
      </p>
      <div className="flex flex-wrap gap-3">
        {inUse === null ? null : (
          <ChangeModel number={null} inUse={inUse} label="Back to the usual weights" />
        )}
        {own !== null ? (
          <ChangeModel number={own} inUse={inUse} label={`Use your weights no. ${own}`} />
        ) : null}
        <ChangeModel number={inUse} inUse={inUse} label="Set all days anew" />
      </div>
    </div>
  )
}
