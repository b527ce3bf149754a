/** Attendance, for a thumb: each project once, present until one says otherwise. The same at the desk and on a trainer's phone. */
import type { Html } from '#html'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Kpis } from '../../../design/figure.tsx'
import { Score } from '../../../design/score.tsx'
import { ATTENDANCE_MARKS } from '../../../domain/activity.ts'
import type { Language } from '../../../domain/language.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { ActivityView } from '../queries/activities.ts'
import { words } from '../words/index.ts'

export interface AttendanceProps {
  readonly language: Language
  readonly activity: ActivityView
  /** Where the marks are sent. */
  readonly action: string
  readonly begun: boolean
  /** Whether the viewer may keep marks. */
  readonly marksIt: boolean
  /** Marks that were sent and not kept. */
  readonly marks: Readonly<Record<string, string>>
}

export function Attendance(props: AttendanceProps): Html {
  const { language, activity } = props
  const t = words(language)
  const open = props.begun && props.marksIt && activity.state !== 'cancelled'
  if (activity.expected.length === 0) return open && activity.state === 'planned' ? <Held {...props} /> : <></>
  return (
    <>
      {activity.state === 'held' && <Counts activity={activity} language={language} />}
      <Card title={t('attendance.title')}>
        {open ? (
          <form class="stack stack--lg" method="post" action={props.action}>
            <ul class="rows">
              {activity.expected.map((one) => (
                <li>
                  <Title of={one} />
                  <Score
                    look="tap"
                    name={`mark.${one.project}`}
                    label={one.title}
                    value={props.marks[one.project] ?? one.mark ?? 'present'}
                    steps={ATTENDANCE_MARKS.map((mark) => ({ value: mark, shown: t(`mark.${mark}`), label: t(`mark.${mark}`) }))}
                  />
                </li>
              ))}
            </ul>
            <div class="actions">
              <Button kind="light">{t(activity.state === 'held' ? 'attendance.correct' : 'attendance.keep')}</Button>
            </div>
          </form>
        ) : (
          <div class="stack">
            <ul class="rows">
              {activity.expected.map((one) => (
                <li>
                  <Title of={one} />
                  <span class="muted sm">{one.mark === null ? t('attendance.expected') : t(`mark.${one.mark}`)}</span>
                </li>
              ))}
            </ul>
            {!props.begun && activity.state === 'planned' && <p class="muted sm">{t('attendance.later')}</p>}
          </div>
        )}
      </Card>
    </>
  )
}

function Title({ of }: { of: ActivityView['expected'][number] }): Html {
  return (
    <b>
      <bdi lang={of.language}>{of.title}</bdi>
    </b>
  )
}

function Counts({ activity, language }: { activity: ActivityView; language: Language }): Html {
  const t = words(language)
  const count = (...marks: (string | null)[]): string => formatNumber(activity.expected.filter((one) => marks.includes(one.mark)).length, language)
  return (
    <Kpis
      three
      figures={[
        { value: count('present'), reference: null, says: t('attendance.present') },
        { value: count('absent', 'excused'), reference: null, says: t('attendance.away') },
        { value: count(null), reference: null, says: t('attendance.unmarked') },
      ]}
    />
  )
}

/** What expects no project takes place all the same. */
function Held({ language, action }: AttendanceProps): Html {
  const t = words(language)
  return (
    <Card title={t('attendance.nobody')}>
      <form class="stack" method="post" action={action}>
        <p>{t('attendance.nobody-hint')}</p>
        <Button kind="light">{t('attendance.held')}</Button>
      </form>
    </Card>
  )
}
