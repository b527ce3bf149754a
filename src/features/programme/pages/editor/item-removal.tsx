/** Asked before a region, a sector, a kind of applicant… that other parts look at is taken out: where it is used, and what will follow. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { BackLink } from '../../../../design/crumbs.tsx'
import { RefusalNote } from '../../../../design/form/error-summary.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import type { Use } from '../../../../domain/edition-uses.ts'
import type { Language } from '../../../../domain/language.ts'
import type { PartCode } from '../../editor/parts.ts'
import type { DraftView } from '../../editor/views.ts'
import { words } from '../../editor/words/index.ts'
import { faultHref } from './fault-list.tsx'
import { placeText } from './place-text.ts'

export interface ItemRemovalProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly draft: DraftView
  readonly part: PartCode
  readonly code: string
  /** What people call it. */
  readonly name: string
  readonly uses: readonly Use[]
  /** Places that go with a region; null for what has none. */
  readonly places: { readonly own: number; readonly left: number; readonly edition: number } | null
  /** Mark of the part as it was read. */
  readonly mark: string
  readonly refusal?: string | undefined
}

export function ItemRemovalPage(props: ItemRemovalProps): Html {
  const { language, frame, draft, part, code, name, uses, places, refusal } = props
  const t = words(language)
  const path = `/desk/editions/${draft.id}/${part}`
  const title = t('use.title', { name })
  return (
    <StaffPage language={language} frame={frame} path={`${path}/removal`} title={title} error={refusal !== undefined}>
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <div class="stack stack--sm">
        <BackLink href={`/${language}${path}`}>{t(`part.${part}`)}</BackLink>
        <Head title={title} />
      </div>
      <Card>
        <div class="stack">
          {uses.length > 0 && (
            <>
              <p>{t('use.count', { count: uses.length })}</p>
              <ul class="rows">
                {uses.map((use) => (
                  <li>
                    <a href={faultHref(language, draft, use)}>{placeText(use.steps, draft.document, language)}</a>
                    <span class="muted">{t(`use.${use.as}`)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          {places !== null && places.own > 0 && <p>{t('use.places', places)}</p>}
          {draft.edition !== null && <p>{t('use.in-place')}</p>}
          <p>{t('use.after')}</p>
          <form class="actions" method="post" action={`/${language}${path}/removal`}>
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="known" value={props.mark} />
            <Button kind="bad">{t('act.remove')}</Button>
            <ButtonLink kind="text" href={`/${language}${path}`}>
              {t('removal.keep')}
            </ButtonLink>
          </form>
        </div>
      </Card>
    </StaffPage>
  )
}
