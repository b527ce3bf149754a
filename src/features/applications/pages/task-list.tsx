/** The home of an application being written: its parts, each with a state, and what is left to do. */
import type { Html } from '#html'
import { ButtonLink } from '../../../design/button.tsx'
import { ReadingPage } from '../../../design/layout/public-page.tsx'
import { Legs } from '../../../design/legs.tsx'
import { Note } from '../../../design/note.tsx'
import { Saved } from '../../../design/saved.tsx'
import { type Task as Row, TaskList } from '../../../design/task-list.tsx'
import type { SectionState } from '../../../domain/form.ts'
import { inLanguage } from '../../../domain/language.ts'
import { formatList } from '../../../platform/words/format.ts'
import type { Here } from '../presence/here.ts'
import { HereMark, presenceOf } from '../presence/pages/mark.tsx'
import { TeamRow } from '../team/pages/team-row.tsx'
import type { Task, TaskListView } from '../views.ts'
import { words } from '../words/index.ts'
import { Assistance } from './assistance.tsx'
import { FormChanges } from './form-change.tsx'
import { formatDeadline } from '../../../platform/time/time.ts'
import { AsideNote, type Around, applicationPath, closedSentence, HelpLine, Keep, leftText, NumberLine, savedText } from './around.tsx'

export interface TaskListProps extends Around {
  readonly view: TaskListView
  /** Where the others of the team are; null for who writes alone. */
  readonly here: Here | null
  /** Id of this opened page. */
  readonly page: string
  readonly said?: string | undefined
}

export function TaskListPage({ view, said, here, page, ...around }: TaskListProps): Html {
  const { language, frame, path } = around
  const t = words(language)
  const closed = closedSentence(view, around)
  return (
    <ReadingPage
      language={language}
      frame={frame}
      path={path}
      title={t('list.title', { number: view.number })}
      said={said}
      islands={here === null || closed !== null ? ['kept'] : ['kept', 'presence']}
    >
      <div class="stack stack--sm">
        <NumberLine head={view} language={language} />
        <h1>
          <bdi>{view.title === '' ? t('untitled') : view.title}</bdi>
        </h1>
        <Saved text={isUntouched(view) ? t('saved.nothing') : savedText(view.savedAt, around, view.call.zone)} />
      </div>
      <Assistance head={view} language={language} />
      {closed === null ? (
        <Progress view={view} around={around} />
      ) : (
        <Note is="bad">
          <p>{closed}</p>
        </Note>
      )}
      <FormChanges changes={view.changes} head={view} language={language} />
      {closed === null && view.extraUntil !== null && view.extraUntil.getTime() === view.call.deadlineAt?.getTime() && (
        <Note is="ok">
          <p>{t('list.extra', { date: formatDeadline(view.extraUntil, language, view.call.zone) })}</p>
        </Note>
      )}
      <AsideNote head={view} count={view.aside.length} language={language} />
      {view.groups.map((group) => (
        <section class="stack stack--sm">
          <h2>{inLanguage(group.title, language).text}</h2>
          <TaskList tasks={group.tasks.map((task) => taskRow(task, view, around, here))} />
        </section>
      ))}
      <div {...(here === null ? {} : presenceOf(view, language, page))}>
        <TeamRow view={view} language={language} open={closed === null} />
      </div>
      <section class="stack stack--sm">
        <h2>{t('send.title')}</h2>
        <TaskList tasks={[sendRow(view, around, closed !== null)]} />
      </section>
      {closed === null && (
        // Promised only where it is kept: shown by the island that does it (islands/kept.ts).
        <div hidden data-scripted>
          <Note is="wait">
            <p>
              <b>{t('list.network')}</b> {t('list.network-text')} <a href={`/${language}/phone`}>{t('list.phone')}</a>
            </p>
          </Note>
        </div>
      )}
      <Help view={view} around={around} />
      <Keep view={view} around={around} />
    </ReadingPage>
  )
}

/** The part to go on with: the first that is not complete. */
function nextTask(view: TaskListView): Task | undefined {
  return view.groups.flatMap((group) => group.tasks).find((task) => task.state !== 'done')
}

function isUntouched(view: TaskListView): boolean {
  return view.groups.every((group) => group.tasks.every(({ state }) => state === 'none'))
}

function isReady(view: TaskListView): boolean {
  return view.unready.length === 0 && view.aside.length === 0
}

function Progress({ view, around }: { view: TaskListView; around: Around }): Html {
  const { language } = around
  const t = words(language)
  const tasks = view.groups.flatMap((group) => group.tasks)
  const done = tasks.filter((task) => task.state === 'done').length
  const next = nextTask(view)
  const legOf = (task: Task) => (task === next ? 'live' : LEG[task.state])
  const summary = t('list.done', { done, total: tasks.length })
  return (
    <div class="card card--tight row row--between">
      <div>
        <p>
          <b>{summary}</b>
        </p>
        <p class="sm muted">{leftText(view.call, around)}</p>
      </div>
      <Legs parts={tasks.map(legOf)} label={summary} />
      {next === undefined || isReady(view) ? (
        <ButtonLink kind="light" block href={applicationPath(view, language, '/check')}>
          {t(reviewWord(view))}
        </ButtonLink>
      ) : (
        <ButtonLink kind="light" block href={applicationPath(view, language, `/sections/${next.section.code}`)}>
          {t(done === 0 && next.state === 'none' ? 'list.begin' : 'list.continue', { section: inLanguage(next.section.title, language).text })}
        </ButtonLink>
      )}
    </div>
  )
}

const LEG: Readonly<Record<SectionState, 'done' | 'part' | 'none'>> = { done: 'done', draft: 'part', alert: 'part', none: 'none' }

function taskRow({ section, state }: Task, view: TaskListView, { language }: Around, here: Here | null): Row {
  const t = words(language)
  return {
    name: inLanguage(section.title, language).text,
    href: applicationPath(view, language, `/sections/${section.code}`),
    hint: t('list.questions', { count: section.questions.length }),
    ...(here === null ? {} : { beside: <HereMark at={`part:${section.code}`} here={here} /> }),
    state,
    stateWord: t(`state.${state}`),
  }
}

/** The whole team reads everything once more; the holder sends. */
function reviewWord({ membership }: TaskListView): 'send.review' | 'send.review-member' {
  return membership === 'holder' ? 'send.review' : 'send.review-member'
}

function sendRow(view: TaskListView, { language }: Around, closed: boolean): Row {
  const t = words(language)
  const name = t(reviewWord(view))
  if (closed) return { name, href: null, hint: t('send.closed'), state: 'lock', stateWord: t('state.lock') }
  if (isReady(view)) return { name, href: applicationPath(view, language, '/check'), state: 'none', stateWord: t('state.none') }
  const parts = view.unready.map((section) => inLanguage(section.title, language).text)
  const hint = parts.length === 0 ? t('send.locked-aside') : t('send.locked', { count: parts.length, parts: formatList(parts, language) })
  return { name, href: null, hint, state: 'lock', stateWord: t('state.lock') }
}

function Help({ view, around: { language } }: { view: TaskListView; around: Around }): Html {
  const t = words(language)
  return (
    <div class="stack stack--sm">
      <h2>{t('help.title')}</h2>
      <ul class="rows">
        <HelpLine help={view.help} language={language} />
        <li>
          {t('help.rules')} <a href={`/${language}/calls/${view.edition.slug}/rules`}>{t('help.rules-link')}</a>
        </li>
        {view.membership === 'holder' && (
          <li>
            {t('help.withdraw')} <a href={applicationPath(view, language, '/withdrawal')}>{t('withdraw.link')}</a>
          </li>
        )}
      </ul>
    </div>
  )
}
