/** Before a role ends: which, whose, and what happens then. */
import type { Html } from '#html'
import { Button, ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Crumbs } from '../../../design/crumbs.tsx'
import { Facts } from '../../../design/facts.tsx'
import { RefusalNote } from '../../../design/form/error-summary.tsx'
import { Head } from '../../../design/head.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import type { Language } from '../../../domain/language.ts'
import { formatDate } from '../../../platform/time/time.ts'
import type { HeldRole, PersonRecord } from '../desk-views.ts'
import { placeText } from '../place-text.ts'
import { words } from '../words/index.ts'
import { calledName } from './person.tsx'

export interface EndRoleProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly person: PersonRecord
  readonly role: HeldRole
  /** Whether the role is the reader's own. */
  readonly own: boolean
  readonly refusal?: string | undefined
}

export function EndRolePage({ language, frame, person, role, own, refusal }: EndRoleProps): Html {
  const t = words(language)
  const base = `/${language}/desk/people`
  const of = `${base}/${person.id}`
  const called = calledName(person, language)
  return (
    <StaffPage
      language={language}
      title={t('people.end-title')}
      path={`/desk/people/${person.id}/roles/${role.id}/end`}
      frame={frame}
      error={refusal !== undefined}
    >
      {refusal !== undefined && <RefusalNote sentence={refusal} />}
      <div class="stack stack--sm">
        <Crumbs
          label={t('people.path')}
          path={[
            { name: t('people.title'), href: base },
            { name: called, href: of },
            { name: t('people.end-title'), href: '', current: true },
          ]}
        />
        <Head title={t('people.end-title')} lead={t(own ? 'people.end-own' : 'people.end-lead')} />
      </div>
      <Card>
        <div class="stack">
          <Facts
            columns={2}
            facts={[
              { name: t('people.person'), value: <bdi>{called}</bdi> },
              { name: t('people.role'), value: t(`role.${role.role}`) },
              { name: t('people.place-label'), value: placeText(role.place, language) ?? t('people.everywhere') },
              { name: t('people.since'), value: formatDate(role.since, language) },
            ]}
          />
          <form class="row" method="post" action={`${of}/roles/${role.id}/end`}>
            {role.until === null && <Button kind="bad">{t('people.end')}</Button>}
            <ButtonLink kind="text" href={of}>
              {t('people.leave')}
            </ButtonLink>
          </form>
        </div>
      </Card>
    </StaffPage>
  )
}
