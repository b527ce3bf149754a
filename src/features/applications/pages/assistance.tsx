/** An application written for somebody: what its helper sees, what its team sees, and the declaration by other means. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { ChoiceField } from '../../../design/form/controls.tsx'
import { errorOf, type FormErrors } from '../../../design/form/field.tsx'
import { Note } from '../../../design/note.tsx'
import { DECLARATION_WAYS } from '../../../domain/assistance.ts'
import type { Language } from '../../../domain/language.ts'
import { nameFor } from '../../../domain/person.ts'
import { formatDate } from '../../../platform/time/time.ts'
import type { ApplicationHead, HelpedBy } from '../views.ts'
import { words } from '../words/index.ts'
import { applicationPath } from './around.tsx'

export const HOW_FIELD = 'declaration.how'

interface Props {
  readonly head: ApplicationHead
  readonly language: Language
}

/** Above every page of an application that is written for somebody: to its helper, whose it is; to its team, who helps. Nothing for most. */
export function Assistance({ head, language }: Props): Html {
  const { helped, membership } = head
  if (helped.length === 0) return <></>
  return membership === 'helper' ? <ForWhom head={head} language={language} /> : <ByWhom head={head} language={language} />
}

function ForWhom({ head, language }: Props): Html {
  const t = words(language)
  const name = nameFor(head.holder, language)
  return (
    <Note is="wait" role="status">
      <p>
        <b>{name === '' ? t('assistance.for-nobody-named') : t.rich('assistance.for', { name: <bdi>{name}</bdi> })}</b>{' '}
        {head.state === 'draft' && t('assistance.for-text')}
      </p>
      {head.helped
        .filter((one) => one.endedAt === null)
        .slice(0, 1)
        .map((one) => (
          <End head={head} language={language} assistance={one.id} word={t('assistance.end')} />
        ))}
    </Note>
  )
}

function ByWhom({ head, language }: Props): Html {
  const t = words(language)
  return (
    <>
      {head.helped.map((one) => (
        <Note>
          <p>{helpedText(one, head.call, language)}</p>
          {one.endedAt === null && head.membership === 'holder' && head.state === 'draft' && (
            <End head={head} language={language} assistance={one.id} word={t('assistance.refuse')} />
          )}
        </Note>
      ))}
    </>
  )
}

function End({ head, language, assistance, word }: Props & { assistance: string; word: string }): Html {
  return (
    <form method="post" action={applicationPath(head, language, `/assistance/${assistance}/removal`)}>
      <Button kind="text" size="sm">
        {word}
      </Button>
    </form>
  )
}

/** "Written with the help of the foundation (N. El Fassi), from 4 to 6 April, by phone." */
export function helpedText(one: HelpedBy, { zone }: { readonly zone: string }, language: Language): string {
  const t = words(language)
  const helper = nameFor(one, language) || t('assistance.somebody')
  const since = formatDate(one.begunAt, language, 'day-month', zone)
  const channel = t(`assistance.channel.${one.channel}`)
  const written =
    one.endedAt === null
      ? t('assistance.by', { helper, channel, since })
      : t('assistance.by-ended', { helper, channel, since, until: formatDate(one.endedAt, language, 'day-month', zone) })
  return one.declared === null ? written : `${written} ${t(`assistance.declared.${one.declared}`)}`
}

/** What stands for the two boxes of the page: the holder declared by other means, and who helps them says how. */
export function DeclaredFor({ head, language, how, errors }: Props & { how: string; errors: FormErrors }): Html {
  const t = words(language)
  return (
    <form
      class="card card--lit stack stack--lg"
      method="post"
      action={applicationPath(head, language, '/submission')}
      novalidate
      aria-labelledby="declaration"
    >
      <h2 id="declaration">{t('declaration.title')}</h2>
      <p>{t('assistance.declaration')}</p>
      <ul class="rows">
        <li>{t('declaration.true')}</li>
        <li>{t('declaration.rules')}</li>
      </ul>
      <ChoiceField
        name={HOW_FIELD}
        label={t('assistance.how')}
        value={how}
        options={DECLARATION_WAYS.map((way) => ({ value: way, name: t(`assistance.how.${way}`) }))}
        error={errorOf(errors, HOW_FIELD)}
      />
      <div class="actions">
        <Button kind="light" size="lg">
          {t('assistance.send')}
        </Button>
        <a class="btn btn--text" href={applicationPath(head, language)}>
          {t('send.later')}
        </a>
      </div>
    </form>
  )
}
