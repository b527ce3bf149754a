/** Staff pages: the night bar, the run sheet of the programme (la conduite), and room for density. */
import type { Child, Html } from '#html'
import { Icon, type IconName } from '../icons.tsx'
import { Brand } from '../mark.tsx'
import { words } from '../words/index.ts'
import { Document, type DocumentProps, Languages } from './document.tsx'

export interface Cue {
  /** Of the stage in the run sheet, the same for everyone, whatever they may see of it. */
  readonly number: number
  readonly name: string
  readonly href: string
  readonly progress: 'done' | 'live' | 'next'
  readonly current?: boolean
}

/** What stands around every staff page; made once a request by the programme feature. */
export interface StaffFrame {
  readonly programme: string
  /** 'Édition 2 · 2024', leading to the choice of editions. */
  readonly edition: string
  readonly home: string
  /** None on pages that belong to no edition: they have no run sheet. */
  readonly cues: readonly Cue[]
  /** Heading of what stands under the run sheet: 'At any time' unless told. */
  readonly alwaysTitle?: string
  readonly always: readonly { readonly name: string; readonly href: string; readonly icon: IconName; readonly current?: boolean }[]
  readonly person: { readonly name: string; readonly href: string }
}

export interface StaffPageProps extends Omit<DocumentProps, 'programme' | 'compact' | 'listed'> {
  readonly frame: StaffFrame
  readonly children?: Child
  readonly said?: string | undefined
  readonly query?: string
}

export function StaffPage(props: StaffPageProps): Html {
  const { frame, language } = props
  const t = words(language)
  return (
    <Document
      {...props}
      compact
      programme={frame.programme}
      body={
        <>
          <header class="bar">
            <div>
              <Brand name={frame.programme} href={frame.home} night />
              <span class="bar__prog">{frame.edition}</span>
              <div class="bar__end">
                <Languages language={language} path={props.path} query={props.query ?? ''} />
                <a href={frame.person.href}>{frame.person.name}</a>
              </div>
            </div>
          </header>
          <div class="desk">
            <nav class="rail" aria-label={frame.cues.length > 0 ? t('frame.stages') : (frame.alwaysTitle ?? t('frame.always'))}>
              {frame.cues.length > 0 && <RunSheet {...props} />}
              <h2>{frame.alwaysTitle ?? t('frame.always')}</h2>
              <ul>
                {frame.always.map((item) => (
                  <li>
                    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                      <Icon name={item.icon} />
                      {item.name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <main id="main">
              <div class="stack stack--lg">
                {props.said !== undefined && (
                  <p class="note" data-s="ok" role="status">
                    {props.said}
                  </p>
                )}
                {props.children}
              </div>
            </main>
          </div>
        </>
      }
    />
  )
}

function RunSheet({ frame, language }: StaffPageProps): Html {
  const t = words(language)
  return (
    <>
      <h2>{t('frame.run-sheet')}</h2>
      <ol>
        {frame.cues.map((cue) => (
          <li data-p={cue.progress === 'next' ? '' : cue.progress}>
            <a href={cue.href} aria-current={cue.current ? 'page' : undefined}>
              <span class="cue" aria-hidden="true">
                {cue.number}
              </span>
              {cue.name}
              {cue.progress !== 'next' && <span class="vh"> {t(cue.progress === 'done' ? 'frame.cue-done' : 'frame.cue-live')}</span>}
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}
