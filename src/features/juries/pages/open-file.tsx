/** The file that is open: what its readers found, what each member says of it, and the decision of the chair. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ChoiceField, Hidden, TextArea } from '../../../design/form/controls.tsx'
import { inLanguage } from '../../../domain/language.ts'
import { JURY_OUTCOMES, JURY_VOTES } from '../../../domain/jury.ts'
import { isolated } from '../../../platform/isolate.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { JuryFile } from '../views.ts'
import { words } from '../words/index.ts'
import type { LiveProps } from './around.ts'

export function OpenFile(props: LiveProps): Html {
  const { view, language } = props
  const t = words(language)
  const { file } = view
  const item = view.items.find((one) => one.application === view.current)
  if (item === undefined) return <></>
  return (
    <Card lit title={t('file.title', { number: item.number })}>
      <div class="stack">
        <p class="lead">
          <bdi>{item.title}</bdi>
        </p>
        {file === null ? (
          <p>{t('file.come-in')}</p>
        ) : (
          <>
            <p>
              <a href={`/${language}/juries/${view.session.session}/files/${item.application}`}>{t('file.read')}</a>
            </p>
            <Readings {...props} file={file} />
            <Voices {...props} file={file} />
            {view.mine.present && <Say {...props} file={file} />}
            {view.mine.leads && <Decide {...props} file={file} />}
          </>
        )}
      </div>
    </Card>
  )
}

type FileProps = LiveProps & { readonly file: JuryFile }

function Readings({ file, language }: FileProps): Html {
  const t = words(language)
  return (
    <ul class="rows">
      {file.readings.map((one, place) => (
        <li>
          <div class="stack stack--xs">
            <p>
              <b class="num">{formatNumber(one.score, language, { decimals: 2 })}</b> {t('file.reader', { place: formatNumber(place + 1, language) })}
            </p>
            {one.comments.map((comment) => (
              <div class="sm">
                <p class="muted">{inLanguage(comment.criterion, language).text}</p>
                <p dir="auto">{comment.text}</p>
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Voices({ file, language }: FileProps): Html {
  const t = words(language)
  const count = (vote: (typeof JURY_VOTES)[number]): number => file.voices.filter((one) => one.vote === vote).length
  return (
    <section class="stack">
      <p>
        <b>{t('live.votes', { for: count('for'), against: count('against'), abstain: count('abstain') })}</b>
      </p>
      {file.voices
        .filter((one) => one.note !== '')
        .map((one) => (
          <div class="sm">
            <p>
              <b>
                <bdi>{one.name}</bdi>
              </b>
            </p>
            <p dir="auto">{one.note}</p>
          </div>
        ))}
      {file.voices
        .filter((one) => one.setAside)
        .map((one) => (
          <p class="sm muted">{t('live.set-aside', { name: isolated(one.name, language) })}</p>
        ))}
    </section>
  )
}

function Say({ view, file, language, person, typed }: FileProps): Html {
  const t = words(language)
  const said = file.voices.find((one) => one.person === person)
  return (
    <form class="stack" method="post" action={`/${language}/juries/${view.session.session}/notes`} novalidate>
      <Hidden name="application" value={file.application} />
      <ChoiceField
        name="vote"
        label={t('say.vote')}
        value={typed('vote') || (said?.vote ?? '')}
        look="row"
        options={JURY_VOTES.map((value) => ({ value, name: t(`vote.${value}`) }))}
      />
      <TextArea name="note" label={t('say.note')} value={typed('note') || (said?.note ?? '')} rows={3} language={language} short />
      <div class="actions">
        <Button kind="quiet">{t('say.send')}</Button>
      </div>
    </form>
  )
}

function Decide({ view, file, language, typed }: FileProps): Html {
  const t = words(language)
  return (
    <form class="stack" method="post" action={`/${language}/juries/${view.session.session}/decisions`} novalidate>
      <Hidden name="application" value={file.application} />
      <ChoiceField
        name="outcome"
        label={t('decide.outcome')}
        hint={t('decide.hint')}
        value={typed('outcome')}
        options={JURY_OUTCOMES.map((value) => ({ value, name: t(`outcome.${value}`) }))}
      />
      <TextArea name="remark" label={t('decide.remark')} value={typed('remark')} rows={3} language={language} short />
      <div class="actions">
        <Button kind="light">{t('decide.send')}</Button>
      </div>
    </form>
  )
}
