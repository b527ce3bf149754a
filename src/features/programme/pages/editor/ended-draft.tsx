/** Where a part was saved of a draft that ended meanwhile: what was written, to be copied, and the way on. */
import type { Html } from '#html'
import { ButtonLink } from '../../../../design/button.tsx'
import { Card } from '../../../../design/card.tsx'
import { TextArea } from '../../../../design/form/controls.tsx'
import { RefusalNote } from '../../../../design/form/error-summary.tsx'
import { Head } from '../../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../../design/layout/staff-page.tsx'
import { type Language, LANGUAGE_NAMES } from '../../../../domain/language.ts'
import type { LostText } from '../../editor/lost-texts.ts'
import { words } from '../../editor/words/index.ts'

export interface EndedDraftProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly path: string
  /** Address of the edition it became; null where it was put away. */
  readonly slug: string | null
  readonly texts: readonly LostText[]
}

export function EndedDraftPage({ language, frame, path, slug, texts }: EndedDraftProps): Html {
  const t = words(language)
  return (
    <StaffPage language={language} frame={frame} path={path} title={t('ended.title')} error>
      <Head title={t('ended.title')} />
      <RefusalNote sentence={t(slug === null ? 'ended.put-away' : 'ended.applied')} />
      <Card>
        <div class="stack">
          {texts.map(({ language: of, text }, place) => (
            <TextArea
              name={`text.${place}`}
              label={of === null ? `${place + 1}` : `${place + 1} · ${LANGUAGE_NAMES[of]}`}
              value={text}
              rows={3}
              short
              language={language}
            />
          ))}
        </div>
      </Card>
      <div class="row">
        <ButtonLink href={slug === null ? `/${language}/desk/editions` : `/${language}/desk/${slug}/call`}>
          {t(slug === null ? 'ended.to-list' : 'ended.to-edition')}
        </ButtonLink>
      </div>
    </StaffPage>
  )
}
