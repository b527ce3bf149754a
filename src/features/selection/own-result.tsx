/** On the page of a receipt: what the jury decided, once it is public. */
import type { Html } from '#html'
import { Card } from '../../design/card.tsx'
import { State, type StateShape } from '../../design/state.tsx'
import { type AppContext, request } from '../../platform/web/context.ts'
import { decisionOnReceipt } from '../eligibility/index.ts'
import { ownResult } from './queries/own-result.ts'
import { words } from './words/index.ts'

const SHAPES: Readonly<Record<'selected' | 'reserve' | 'not-selected', StateShape>> = { selected: 'yes', reserve: 'reserve', 'not-selected': 'no' }

/** What was decided of an application that its team looks at; `over` when nothing more comes of it. The caller has checked whose it is. */
export async function decidedOnReceipt(c: AppContext, application: string): Promise<{ readonly html: Html; readonly over: boolean }> {
  const { db, organisation, language } = request(c)
  const [decision, result] = await Promise.all([decisionOnReceipt(c, application), ownResult(db, organisation, application)])
  if (result === null) return decision
  const { outcome, rank } = result
  const t = words(language)
  const html = (
    <>
      <Card title={t(`letter.${outcome}.title`)}>
        <div class="stack stack--sm">
          <p>
            <State is={SHAPES[outcome]}>{t(`outcome.${outcome}`, { rank: rank ?? 0 })}</State>
          </p>
          <p>{t('own.letter')}</p>
          <p>
            <a href={`/${language}/applications/${application}/reasons`}>{t('letter.reasons')}</a>
          </p>
        </div>
      </Card>
      {decision.html}
    </>
  )
  return { html, over: decision.over || outcome === 'not-selected' }
}
