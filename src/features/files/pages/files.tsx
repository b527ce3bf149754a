/** Files as they are seen, heard and kept, each with its weight said before anything of it is fetched. */
import { type Child, type Html, trusted } from '#html'
import { Icon } from '../../../design/icons.tsx'
import { State } from '../../../design/state.tsx'
import { showing } from '../../../domain/file.ts'
import type { Language } from '../../../domain/language.ts'
import { formatNumber } from '../../../platform/words/format.ts'
import type { LinkedFile } from '../views.ts'
import { words } from '../words/index.ts'

export interface FilesProps {
  readonly files: readonly LinkedFile[]
  readonly language: Language
  /** What stands at the end of a file's line: a button to take it back. */
  readonly act?: (file: LinkedFile) => Child
  /** At the desk: what no scanner has looked at is said. */
  readonly desk?: boolean
}

export function Files({ files, ...props }: FilesProps): Html {
  return (
    <ul class="stack stack--sm">
      {files.map((file) => (
        <li class="stack stack--xs">
          <One file={file} {...props} />
        </li>
      ))}
    </ul>
  )
}

function One({ file, ...props }: Omit<FilesProps, 'files'> & { file: LinkedFile }): Html {
  const t = words(props.language)
  return (
    <>
      <div class="clip">
        <Icon name={ICONS[showing(file.mediaType)]} />
        <span class="clip__name">
          <FileName file={file} />
        </span>
        <span class="num nowrap">{measureText(file, props.language)}</span>
        {props.act?.(file)}
      </div>
      {file.state !== 'ready' && (
        <p class="sm">
          <State is={file.state === 'preparing' || file.state === 'waiting' ? 'wait' : 'alert'}>{t(`state.${file.state}`)}</State>
        </p>
      )}
      {props.desk === true && file.state === 'ready' && !file.scanned && <p class="xs muted">{t('not-scanned')}</p>}
      {file.href !== null && <Shown file={file} href={file.href} language={props.language} />}
    </>
  )
}

const ICONS = { picture: 'eye', sound: 'mic', film: 'play', pages: 'doc', keep: 'doc' } as const

function FileName({ file }: { file: LinkedFile }): Html {
  if (file.href === null) return <bdi>{file.name}</bdi>
  return (
    <a href={file.href}>
      <bdi>{file.name}</bdi>
    </a>
  )
}

/** Played or seen in the page; nothing but a picture's smallest width is fetched before it is asked for. */
function Shown({ file, href, language }: { file: LinkedFile; href: string; language: Language }): Html {
  const label = words(language)('play', { name: file.name })
  switch (showing(file.mediaType)) {
    case 'sound':
      return <audio class="w100" controls preload="none" src={href} aria-label={label} />
    case 'film':
      return <video class="w100" controls preload="none" src={href} aria-label={label} />
    case 'picture':
    case 'pages':
      return <Picture file={file} language={language} />
    default:
      return trusted('')
  }
}

function Picture({ file, language }: { file: LinkedFile; language: Language }): Html {
  const t = words(language)
  const page = showing(file.mediaType) === 'pages'
  const small = file.shown[0]
  const large = file.shown.at(-1)
  if (small === undefined || large === undefined) return trusted('')
  const sets = [...new Map(file.shown.map((one) => [one.width, `${one.href} ${one.width}w`])).values()].join(', ')
  return (
    <>
      <img
        class="sample"
        src={small.href}
        srcset={sets}
        sizes="20rem"
        width={String(small.width)}
        height={String(small.height)}
        alt={t(page ? 'first-page' : 'picture', { name: file.name })}
        loading="lazy"
      />
      <p class="xs muted">
        <a href={large.href}>{t(page ? 'enlarge-page' : 'enlarge', { weight: weightText(large.bytes, language) })}</a>
      </p>
    </>
  )
}

/** What it will cost to open: how long it lasts, and what it weighs. */
function measureText({ mediaType, seconds, bytes }: LinkedFile, language: Language): string {
  const weight = weightText(bytes, language)
  const how = showing(mediaType)
  if (how !== 'sound' && how !== 'film') return weight
  return `${seconds === null ? words(language)('length.unknown') : lengthText(seconds, language)} · ${weight}`
}

const HOUR = 3600

/** Seconds as people say them: 42 s, 3 min 12 s, 1 h 5 min. */
export function lengthText(seconds: number, language: Language): string {
  const t = words(language)
  const [hours, minutes, rest] = [Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / 60), seconds % 60]
  if (hours > 0) return minutes === 0 ? t('length.hours', { hours }) : t('length.hours-minutes', { hours, minutes })
  if (minutes > 0) return rest === 0 ? t('length.minutes', { minutes }) : t('length.minutes-seconds', { minutes, seconds: rest })
  return t('length.seconds', { seconds: rest })
}

/** Bytes as people say them: 420 KB, 1.4 MB. */
export function weightText(bytes: number, language: Language): string {
  const t = words(language)
  if (bytes < 1000) return t('weight.bytes', { bytes })
  if (bytes < 1_000_000) return t('weight.kb', { size: formatNumber(String(Math.round(bytes / 1000)), language) })
  return t('weight.mb', { size: formatNumber((bytes / 1_000_000).toFixed(1).replace(/\.0$/, ''), language) })
}
