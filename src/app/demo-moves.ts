/** While the world of the demo is loaded at another stage, every page waits for it. */
import type { MiddlewareHandler } from 'hono'
import { words } from '../design/words/index.ts'
import type { AppEnv, Services } from '../platform/web/context.ts'
import { ghost, languageOf } from './faults.tsx'

/** Seconds after which the browser asks again by itself. */
const AGAIN = '2'

export function whileTheDemoMoves({ demoTime }: Services): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (demoTime === undefined || !demoTime.moving) return next()
    const t = words(languageOf(c))
    c.header('Retry-After', AGAIN)
    c.header('Refresh', `${AGAIN}; url=/${languageOf(c)}/demo/time`)
    return ghost(c, 503, t('page.demo-moves'), t('refusal.page/demo-moves'), 'page/demo-moves', { kept: false })
  }
}
