/** Where in an edition a viewer's roles reach: everywhere, or some of its regions only. What a list, a count or an export may hold. */
import type { Place, Role, Viewer } from './viewer.ts'

/** 'all' when a role holds in the whole edition; else the codes of the regions where one does, none included. */
export type Scope = 'all' | readonly string[]

/** The reach of the viewer's roles in an edition. A regional grant reaches only what lies in its region. */
export function scopeOf(viewer: Viewer, roles: readonly Role[], place: Place): Scope {
  const grants = viewer.grants.filter(
    (grant) =>
      roles.includes(grant.role) &&
      (grant.programme === null || grant.programme === place.programme) &&
      (grant.edition === null || grant.edition === place.edition),
  )
  if (grants.some((grant) => grant.region === null)) return 'all'
  return [...new Set(grants.flatMap((grant) => (grant.region === null ? [] : [grant.region])))]
}

/** Whether a region lies within a scope. */
export function reaches(scope: Scope, region: string): boolean {
  return scope === 'all' || scope.includes(region)
}
