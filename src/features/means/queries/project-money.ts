/** The money of one project: awards, payments that were refused, ledger. */
import { maySeeMeans } from '../../../domain/award.ts'
import { shortName } from '../../../domain/person.ts'
import type { Reader } from '../../../platform/database/database.ts'
import type { LedgerLine, ProjectLine, RefusedPayment } from '../views.ts'
import { type Asked, awardsOf } from './awards.ts'
import { ledgerOf } from './ledger.ts'
import { admittedProjects } from './means.ts'

export interface ProjectMoney {
  readonly project: ProjectLine
  readonly refused: readonly RefusedPayment[]
  readonly ledger: readonly LedgerLine[]
}

/** Null when the edition admitted no such project, or the viewer may not read its money: both look the same. */
export async function projectMoney(db: Reader, asked: Asked & { readonly project: string }): Promise<ProjectMoney | null> {
  const { viewer, place, language, project: id } = asked
  if (!maySeeMeans(viewer, place)) return null
  const [project] = await admittedProjects(db, viewer.organisation, place.edition, language, id)
  if (project === undefined) return null
  const [awards, refused, ledger] = await Promise.all([awardsOf(db, asked), refusedPayments(db, asked), ledgerOf(db, asked)])
  return { project: { ...project, awards }, refused, ledger }
}

async function refusedPayments(db: Reader, { viewer, language, project }: Asked): Promise<RefusedPayment[]> {
  const rows = await db
    .selectFrom('payment as p')
    .innerJoin('instalment as i', (join) => join.onRef('i.organisation', '=', 'p.organisation').onRef('i.id', '=', 'p.instalment'))
    .innerJoin('award as w', (join) => join.onRef('w.organisation', '=', 'i.organisation').onRef('w.id', '=', 'i.award'))
    .innerJoin('person as pp', (join) => join.onRef('pp.organisation', '=', 'p.organisation').onRef('pp.id', '=', 'p.prepared_by'))
    .innerJoin('person as pr', (join) => join.onRef('pr.organisation', '=', 'p.organisation').onRef('pr.id', '=', 'p.refused_by'))
    .select(['p.instalment', 'p.prepared_at', 'p.refused_at', 'p.refuse_reason', 'pp.name_ar', 'pp.name_latin'])
    .select(['pr.name_ar as refuser_ar', 'pr.name_latin as refuser_latin'])
    .where('p.organisation', '=', viewer.organisation)
    .where('w.project', '=', project as string)
    .where('p.refused_at', 'is not', null)
    .orderBy('p.refused_at')
    .execute()
  return rows.map((row) => ({
    instalment: row.instalment,
    prepared: { at: row.prepared_at, by: shortName({ nameAr: row.name_ar, nameLatin: row.name_latin }, language) },
    refused: { at: row.refused_at as Date, by: shortName({ nameAr: row.refuser_ar, nameLatin: row.refuser_latin }, language) },
    reason: row.refuse_reason ?? '',
  }))
}
