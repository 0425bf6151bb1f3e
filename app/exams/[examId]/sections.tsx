import { figure } from '@/app/components/dates'
import { percent } from '@/app/components/recall'
import type { SectionLine } from '@/lib/usecases/read-exam'

const CELL = 'py-2 pl-3 text-right align-baseline tabular-nums'

/** The sections with what each counts and how much of it is remembered. */
export function Sections({ sections, over }: { sections: readonly SectionLine[]; over: boolean }) {
  const texts = new Set(sections.map((section) => section.text)).size
  return (
    <>
      <table className="w-full border-collapse">
        <thead className="text-note text-quiet">
          <tr className="border-b border-rule">
            <th scope="col" className="py-2 text-left font-normal">
              Section
            </th>
            <th scope="col" className={`${CELL} font-normal`}>
              Counts
            </th>
            <th scope="col" className={`${CELL} font-normal`}>
              Seen
            </th>
            <th scope="col" className={`${CELL} font-normal`}>
              Recall now
            </th>
            {over ? null : (
              <th scope="col" className={`${CELL} font-normal`}>
                At the exam
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <tr key={section.key} className="border-b border-rule">
              <th scope="row" className="py-2 text-left font-read font-normal wrap-anywhere">
                {section.name}
                {texts > 1 && section.text && section.text !== section.name ? (
                  <span className="block font-operate text-note text-quiet">{section.text}</span>
                ) : null}
              </th>
              <td className={CELL}>{percent(section.share)}</td>
              <td className={CELL}>
                {figure(section.seen)}/{figure(section.items)}
              </td>
              <td className={CELL}>{recallWords(section.recallNow)}</td>
              {over ? null : <td className={CELL}>{recallWords(section.recallThen)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 max-w-measure text-note text-quiet">
        Recall is the mean over the items seen
        {over ? '.' : '; at the exam, if nothing more is answered until then.'}
      </p>
    </>
  )
}

const recallWords = (recall: number | null) => (recall === null ? '–' : percent(recall))
