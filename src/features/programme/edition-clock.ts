/** Whether the times of an edition can be kept: zones that exist, hours that a clock shows. */
import type { EditionFile } from '../../domain/edition.ts'
import { isDate } from '../../domain/date.ts'
import { type EditionFault, fault } from '../../domain/edition-fault.ts'
import { isZone, promisedInstant } from '../../platform/time/time.ts'

/** Zones that exist, and wall times that the clock of the zone shows that day. */
export function clockFaults({ call }: EditionFile): EditionFault[] {
  if (!isZone(call.zone)) return [fault(['call', 'zone'], 'unknown-zone', { value: call.zone })]
  const times: [string, readonly PropertyKey[]][] = [
    [call.opens, ['call', 'opens']],
    ...(call.deadline === null ? [] : [[call.deadline, ['call', 'deadline']] as [string, readonly PropertyKey[]]]),
    ...call.sessions.map((session, place): [string, readonly PropertyKey[]] => [session.at, ['call', 'sessions', place, 'at']]),
  ]
  const faults = times.flatMap(([wall, steps]) => {
    const promised = promisedInstant({ wall, zone: call.zone })
    if (!promised.ok && !isDate(wall.slice(0, 10))) return [fault(steps, 'no-such-day', { value: wall.slice(0, 10) })]
    return promised.ok ? [] : [fault(steps, promised.reason === 'skipped' ? 'skipped-time' : 'no-such-time', { value: wall })]
  })
  return faults.length > 0 ? faults : orderFaults(call)
}

/** A call of some minutes on the night the clock is put back could close before it opens. */
function orderFaults(call: EditionFile['call']): EditionFault[] {
  if (call.deadline === null) return []
  const opens = promisedInstant({ wall: call.opens, zone: call.zone }, 'earlier')
  const deadline = promisedInstant({ wall: call.deadline, zone: call.zone }, 'later')
  const inOrder = opens.ok && deadline.ok && opens.instant < deadline.instant
  return inOrder || call.opens >= call.deadline ? [] : [fault(['call', 'deadline'], 'before-beginning', { from: call.opens, to: call.deadline })]
}
