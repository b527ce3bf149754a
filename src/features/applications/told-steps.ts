/** What happened to applications, in words: what stands here, and what later stages have told. */
import { type AppContext, request } from '../../platform/web/context.ts'
import { historyOf } from './queries/history.ts'
import { words } from './words/index.ts'

/** Something of which the team of an application was told, or that it did itself. */
export interface ToldStep {
  readonly at: Date
  /** In the reader's language: a sentence or a name. */
  readonly title: string
  /** Codes of the calendar that this makes things of the past, whatever day was planned. */
  readonly ends?: readonly string[]
}

/** What a later stage has told of applications, by their ids; of each only what its team knows. The asker has checked whose they are. */
export type ToldSteps = (c: AppContext, applications: readonly string[]) => Promise<ReadonlyMap<string, readonly ToldStep[]>>

/** Everything that happened to each of the viewer's own applications, the first first. */
export async function stepsOf(
  c: AppContext,
  applications: readonly string[],
  later: ToldSteps | undefined,
): Promise<ReadonlyMap<string, ToldStep[]>> {
  const { db, organisation, language } = request(c)
  const t = words(language)
  const [own, told] = await Promise.all([historyOf(db, organisation, applications), later?.(c, applications)])
  return new Map(
    applications.map((application) => {
      const before = (own.get(application) ?? []).map(({ what, at }) => ({ at, title: t(`history.${what}`) }))
      return [application, [...before, ...(told?.get(application) ?? [])].toSorted((one, other) => one.at.getTime() - other.at.getTime())]
    }),
  )
}
