/** The parts of an edition beside the one that is open, each with what it still lacks. */
import type { Html } from '#html'
import type { Language } from '../../../../domain/language.ts'
import { isUnwritten } from '../../editor/part-mark.ts'
import { PART_GROUPS, type PartCode, partAt } from '../../editor/parts.ts'
import type { DraftState } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'

export function Outline({ language, state, current }: { language: Language; state: DraftState; current: PartCode }): Html {
  const t = words(language)
  const base = `/${language}/desk/editions/${state.draft.id}`
  return (
    <nav class="card card--tight wide-only" aria-label={t('parts')}>
      {PART_GROUPS.map((group) => (
        <>
          <h3>{t(`group.${group.code}`)}</h3>
          <ul class="outline">
            {group.parts.map((part) => {
              const left = state.faults.filter((fault) => partAt(fault.steps) === part).length
              return (
                <li>
                  <a href={`${base}/${part}`} aria-current={part === current ? 'page' : undefined}>
                    <span>{t(`part.${part}`)}</span>
                    <span class="xs muted">
                      {left === 0 ? (
                        isUnwritten(part, state.draft.document) ? (
                          <>
                            –<span class="vh"> {t('part-state.empty')}</span>
                          </>
                        ) : (
                          '✓'
                        )
                      ) : (
                        <>
                          {String(left)}
                          <span class="vh"> {t('part.left', { count: left })}</span>
                        </>
                      )}
                    </span>
                  </a>
                </li>
              )
            })}
          </ul>
        </>
      ))}
    </nav>
  )
}
