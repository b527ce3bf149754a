/** The interviews of a panel member: their own files, without the name of anybody who applied. */
import { sql } from 'kysely'
import { happens } from '../../queries/stages.ts'
import type { Language } from '../../../../domain/language.ts'
import { nameFor } from '../../../../domain/person.ts'
import type { SignedIn } from '../../../../domain/viewer.ts'
import type { Reader } from '../../../../platform/database/database.ts'
import type { PanelLine } from '../views.ts'

interface Row extends Omit<PanelLine, 'others'> {
  hidden: boolean
  others: { name_ar: string; name_latin: string }[]
}

/** By time; those of a file one stepped back from are not there. */
export async function panelOf(db: Reader, viewer: SignedIn, language: Language): Promise<PanelLine[]> {
  const found = await sql<Row>`
    select g.id as assignment, i.id as interview, a.number, s.title, lower(i.during) as "from", upper(i.during) as "to", i.place, o.zone,
      jsonb_path_exists(f.definition, '$.sections[*].questions[*] ? (@.code == "project_title" && (@.identity == true || @.restricted == true))') as hidden,
      coalesce((select json_agg(json_build_object('name_ar', p.name_ar, 'name_latin', coalesce(nullif(p.name_latin, ''), nullif(p.name_ar, ''), p.email)) order by h.reviewer)
        from assignment h join reviewer w on w.organisation = h.organisation and w.id = h.reviewer join person p on p.organisation = w.organisation and p.id = w.person
        where h.organisation = g.organisation and h.application = g.application and ${happens('h', 'interview')} and h.ended_at is null and h.id <> g.id), '[]') as others
    from reviewer v
    join assignment g on g.organisation = v.organisation and g.reviewer = v.id and ${happens('g', 'interview')} and g.ended_at is null
    join interview i on i.organisation = g.organisation and i.application = g.application
    join submission s on s.organisation = g.organisation and s.application = g.application
    join form_version f on f.organisation = s.organisation and f.id = s.form_version
    join application a on a.organisation = g.organisation and a.id = g.application
    join organisation o on o.id = g.organisation
    where v.organisation = ${viewer.organisation} and v.person = ${viewer.person.id}
      and not exists (select from withdrawal w where w.organisation = g.organisation and w.application = g.application)
    order by i.during, a.number`.execute(db)
  return found.rows.map(({ hidden, others, ...row }) => ({
    ...row,
    title: hidden ? '' : row.title,
    others: others.map((one) => nameFor({ nameAr: one.name_ar, nameLatin: one.name_latin }, language)),
  }))
}
