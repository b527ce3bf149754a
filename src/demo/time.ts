/** The time of the demo while it runs: at which stage its world stands, and moving it to another. */
import type { Database } from '../platform/database/database.ts'
import type { Log } from '../platform/log/log.ts'
import { faultOf } from '../platform/log/log.ts'
import type { DemoTime } from '../platform/web/context.ts'
import { clearWorld, demoState, type DemoStage, loadWorld, STAGES } from './load.ts'

/** Opens the time of a world that is loaded. Answers null where the database holds no demo. */
export async function openDemoTime(db: Database, log: Log, origin: string): Promise<(DemoTime & { readonly shift: number }) | null> {
  const opened = await demoState(db)
  if (opened.is !== 'whole') return null
  const state = { stage: opened.stage as string, shift: opened.shift, moving: false }
  return {
    stages: STAGES,
    get stage() {
      return state.stage
    },
    get shift() {
      return state.shift
    },
    get moving() {
      return state.moving
    },
    moveTo(stage) {
      const wanted = STAGES.find((known) => known === stage)
      if (wanted === undefined || state.moving) return
      state.moving = true
      void move(db, origin, wanted)
        .then((there) => Object.assign(state, there))
        .catch((error) => log.error({ fault: faultOf(error) }, 'the demo could not be moved'))
        .finally(() => {
          state.moving = false
        })
    },
  }
}

async function move(db: Database, origin: string, stage: DemoStage): Promise<{ stage: string; shift: number }> {
  await clearWorld(db)
  await loadWorld(db, { stage, now: new Date(), origin })
  return { stage, shift: (await demoState(db)).shift }
}
