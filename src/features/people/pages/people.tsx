/** The list of everybody who works at the desk, reads or trains: who may do what, since when, by whose decision. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Finder } from '../../../design/finder.tsx'
import { Head } from '../../../design/head.tsx'
import { Icon } from '../../../design/icons.tsx'
import { type StaffFrame, StaffPage } from '../../../design/layout/staff-page.tsx'
import { More } from '../../../design/more.tsx'
import { Pagination } from '../../../design/pagination.tsx'
import { type Column, Table } from '../../../design/table.tsx'
import { Chips } from '../../../design/tabs.tsx'
import type { Language } from '../../../domain/language.ts'
import { ROLES } from '../../../domain/viewer.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { DeskPerson, HeldRole, PeopleFilters, PeopleList } from '../desk-views.ts'
import { peopleQuery } from '../people-filters.ts'
import { words } from '../words/index.ts'
import { groupedRoles, RoleDates, RoleName } from './role-lines.tsx'

export interface PeopleProps {
  readonly language: Language
  readonly frame: StaffFrame
  readonly list: PeopleList
  readonly filters: PeopleFilters
  readonly mayGive: boolean
  readonly said?: string | undefined
}

export function PeoplePage({ language, frame, list, filters, mayGive, said }: PeopleProps): Html {
  const t = words(language)
  const base = `/${language}/desk/people`
  const link = (more: Partial<PeopleFilters>): string => `${base}${peopleQuery({ ...filters, page: 1, ...more })}`
  const chips = (['now', 'before'] as const).map((state) => ({
    name: t(`people.${state}`),
    count: formatNumber(list.counts[state], language),
    href: link({ state }),
    current: filters.state === state,
  }))
  return (
    <StaffPage language={language} title={t('people.title')} path="/desk/people" query={peopleQuery(filters)} frame={frame} said={said}>
      <Head title={t('people.title')} lead={t('people.lead')}>
        {mayGive && (
          <ButtonLink kind="light" href={`${base}/new`}>
            <Icon name="plus" />
            {t('people.give')}
          </ButtonLink>
        )}
      </Head>
      <Finder
        action={base}
        label={t('people.finder')}
        query={{ name: 'q', label: t('people.search'), value: filters.query, hint: t('people.search-hint') }}
        filters={[
          {
            name: 'role',
            label: t('people.role'),
            value: filters.role,
            all: t('people.any-role'),
            options: ROLES.map((role) => ({ value: role, name: t(`role.${role}`) })),
          },
        ]}
        submit={t('people.find')}
        kept={filters.state === 'now' ? {} : { state: filters.state }}
      />
      <Chips label={t('people.views')} chips={chips} />
      {list.people.length === 0 ? (
        <Empty title={t('people.none')}>
          <p>{t('people.none-hint')}</p>
          <a href={base}>{t('people.all')}</a>
        </Empty>
      ) : (
        <Card flush>
          <Table caption={t('people.title')} columns={columnsOf(language, base)} rows={list.people} />
        </Card>
      )}
      <Pagination language={language} page={filters.page} pages={list.pages} href={(page) => link({ page })} />
    </StaffPage>
  )
}

function columnsOf(language: Language, base: string): Column<DeskPerson>[] {
  const t = words(language)
  return [
    {
      name: t('people.person'),
      head: true,
      cell: (person) => (
        <>
          <a href={`${base}/${person.id}`} dir="auto">
            {person.name === '' ? (person.email ?? t('people.nameless')) : person.name}
          </a>
          {person.otherName !== '' && (
            <>
              <br />
              <bdi class="sm muted">{person.otherName}</bdi>
            </>
          )}
        </>
      ),
    },
    { name: t('people.email'), ownLine: true, cell: (person) => <Address email={person.email} language={language} /> },
    {
      name: t('people.roles'),
      ownLine: true,
      cell: (person) => (
        <>
          <RoleList roles={person.holds} language={language} />
          {person.holds.length === 0 ? (
            <RoleList roles={person.held} language={language} />
          ) : (
            person.held.length > 0 && (
              <More summary={t('people.held', { count: groupedRoles(person.held).length })}>
                <RoleList roles={person.held} language={language} />
              </More>
            )
          )}
        </>
      ),
    },
  ]
}

/** An address reads left to right in every language. */
export function Address({ email, language }: { email: string | null; language: Language }): Html {
  if (email === null) return <span class="muted">{words(language)('people.no-email')}</span>
  return (
    <bdi class="ltr" dir="ltr">
      {email}
    </bdi>
  )
}

function RoleList({ roles, language }: { roles: readonly HeldRole[]; language: Language }): Html {
  if (roles.length === 0) return <></>
  return (
    <ul>
      {groupedRoles(roles).map((role) => (
        <li>
          <RoleName role={role} language={language} line /> <RoleDates role={role} language={language} line />
        </li>
      ))}
    </ul>
  )
}
