/** In the demo: at which moment of the programme its world stands, and moving it to another. */
import { Hono } from 'hono'
import type { PublicFrame } from '../../design/layout/public-page.tsx'
import { type AppContext, type AppEnv, type DemoTime, request } from '../../platform/web/context.ts'
import { fieldText, readForm } from '../../platform/web/form.ts'
import { page, seeOther } from '../../platform/web/respond.ts'
import { TimePage } from './pages/time.tsx'

interface Around {
  readonly frame: (c: AppContext) => Promise<PublicFrame>
  readonly time: DemoTime
}

export function demoTimeRoutes({ frame, time }: Around): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()

  routes.get('/demo/time', async (c) => {
    const { language, path, now } = request(c)
    return page(c, <TimePage language={language} frame={await frame(c)} path={path} now={now} stage={time.stage} stages={time.stages} />)
  })

  // Everything typed in the demo goes with the world it was typed in: the page says so beside the button.
  routes.post('/demo/time', async (c) => {
    const stage = fieldText(await readForm(c), 'stage')
    if (!time.stages.includes(stage)) return c.notFound()
    time.moveTo(stage)
    return seeOther(c, '/demo/time')
  })

  return routes
}
