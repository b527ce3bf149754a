/** Before a session is closed for good: what it leaves. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ConsentField } from '../../../design/form/controls.tsx'
import { Head } from '../../../design/head.tsx'
import { type PublicFrame, ReadingPage } from '../../../design/layout/public-page.tsx'
import { inLanguage, type Language } from '../../../domain/language.ts'
import type { LeftOver } from '../queries/left-over.ts'
import type { JuryView } from '../views.ts'
import { words } from '../words/index.ts'

export interface ClosingProps {
  readonly language: Language
  readonly frame: PublicFrame
  readonly path: string
  readonly view: JuryView
  readonly left: LeftOver
  readonly refusal?: string | undefined
}

export function ClosingPage({ language, frame, path, view, left, refusal }: ClosingProps): Html {
  const t = words(language)
  const at = `/${language}/juries/${view.session.session}`
  const nothing = left.notOpened.length === 0 && left.again.length === 0
  return (
    <ReadingPage language={language} frame={frame} path={path} title={t('closing.title')} error={refusal !== undefined}>
      <Head title={t('closing.title')} eyebrow={inLanguage(view.edition.name, language).text} lead={t('closing.lead')} />
      {nothing && <p>{t('closing.nothing')}</p>}
      <Numbers title={t('closing.not-opened', { count: left.notOpened.length })} numbers={left.notOpened} />
      <Numbers title={t('closing.again', { count: left.again.length })} numbers={left.again} />
      <form method="post" action={`${at}/closing`} class="stack" novalidate>
        {left.notOpened.length > 0 && <ConsentField name="leaving" label={t('closing.leaving')} given={false} error={refusal} />}
        <div class="actions">
          <Button kind="light">{t('live.close')}</Button>
          <ButtonLink kind="quiet" href={at}>
            {t('closing.back')}
          </ButtonLink>
        </div>
      </form>
    </ReadingPage>
  )
}

function Numbers({ title, numbers }: { title: string; numbers: readonly string[] }): Html {
  if (numbers.length === 0) return <></>
  return (
    <Card title={title}>
      <ul class="rows">
        {numbers.map((one) => (
          <li>
            <bdi class="num ltr">{one}</bdi>
          </li>
        ))}
      </ul>
    </Card>
  )
}
