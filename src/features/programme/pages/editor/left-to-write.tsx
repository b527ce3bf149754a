/** What remains before an edition can be used, as whoever writes it reads it on a preview: part by part, each point leading to its field. */
import type { Html } from '#html'
import { Card } from '../../../../design/card.tsx'
import { More } from '../../../../design/more.tsx'
import type { Language } from '../../../../domain/language.ts'
import { draftFaults, type DocumentFault } from '../../editor/document-faults.ts'
import { PART_GROUPS, type PartCode, partAt } from '../../editor/parts.ts'
import type { DraftView } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { FaultList } from './fault-list.tsx'

/** Nothing once nothing remains. */
export function LeftToWrite({ language, draft }: { language: Language; draft: DraftView }): Html {
  const faults = draftFaults(draft)
  if (faults.length === 0) return <></>
  const t = words(language)
  const parts = PART_GROUPS.flatMap((group) => group.parts)
  return (
    <Card title={t('left.title', { count: faults.length })} id="left">
      <p class="sm muted">{t('left.hint')}</p>
      <ul class="rows">
        {parts.map((part) => {
          const own = faults.filter(({ steps }) => partAt(steps) === part)
          return own.length > 0 && <PartLeft language={language} draft={draft} part={part} faults={own} />
        })}
      </ul>
    </Card>
  )
}

interface PartLeftProps {
  readonly language: Language
  readonly draft: DraftView
  readonly part: PartCode
  readonly faults: readonly DocumentFault[]
}

function PartLeft({ language, draft, part, faults }: PartLeftProps): Html {
  const t = words(language)
  const wrong = faults.filter(({ missing }) => !missing).length
  const missing = faults.length - wrong
  const counted = [
    ...(missing > 0 ? [t('part-state.missing', { count: missing })] : []),
    ...(wrong > 0 ? [t('part-state.wrong', { count: wrong })] : []),
  ]
  return (
    <li>
      <a href={`/${language}/desk/editions/${draft.id}/${part}`}>{t(`part.${part}`)}</a>
      <More summary={counted.join(' · ')}>
        <FaultList language={language} draft={draft} faults={faults} />
      </More>
    </li>
  )
}
