/** Progress: legs, cues, the list of tasks, the sheet to check. */
import type { Html } from '#html'
import { Card } from '../card.tsx'
import { Cues, type CueStep } from '../cues.tsx'
import { Sheet } from '../facts.tsx'
import { Legs } from '../legs.tsx'
import { TaskList } from '../task-list.tsx'
import type { Shown } from './basics.tsx'
import { words } from './words/index.ts'

export function Progress({ language }: Shown): Html {
  const t = words(language)
  const parts = t('progress.parts', { done: 3, all: '7' })
  const steps: readonly CueStep[] = [
    { title: t('step.call'), progress: 'done' },
    { title: t('step.selection'), progress: 'live' },
    { title: t('step.cohort'), text: t('step.text') },
    { title: t('step.market') },
  ]
  return (
    <section class="stack">
      <h2>{t('progress')}</h2>
      <div class="row">
        <Legs label={parts} parts={['done', 'done', 'done', 'live', 'part', 'none', 'none']} />
        <span>{parts}</span>
      </div>
      <Cues row steps={steps} />
      <div class="pair pair--half">
        <TaskList
          tasks={[
            { name: t('task.who'), href: '#fields', state: 'done', stateWord: t('state.done') },
            { name: t('task.project'), href: '#fields', hint: t('task.project-hint'), state: 'draft', stateWord: t('state.draft') },
            { name: t('task.send'), href: null, state: 'lock', stateWord: t('state.lock') },
          ]}
        />
        <Card title={t('sheet.title')} level={3}>
          <Sheet
            rows={[
              { name: t('field.name'), value: t('field.name-value'), change: { href: '#fields', word: t('sheet.change'), of: t('field.name') } },
              {
                name: t('field.sector'),
                value: t('field.sector.stage'),
                change: { href: '#fields', word: t('sheet.change'), of: t('field.sector') },
              },
              { name: t('fact.deadline'), value: t('fact.deadline-value') },
            ]}
          />
        </Card>
      </div>
    </section>
  )
}
