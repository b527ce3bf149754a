/** A desk of ten thousand: submissions unlike each other, read by the rules and most of them decided. */
import { contactText, searchText } from '../src/domain/search.ts'
import { newId } from '../src/platform/database/id.ts'
import { type Database, poolOf } from '../src/platform/database/database.ts'
import { modelOf } from './records.ts'

const AT_ONCE = 1000
const FIRST = ['Mohamed', 'Fatima', 'Youssef', 'Khadija', 'Amine', 'Salma', 'Othmane', 'Zineb', 'Hamza', 'Imane', 'Anas', 'Hajar', 'Ilyas']
const FIRST_AR = ['محمد', 'فاطمة', 'يوسف', 'خديجة', 'أمين', 'سلمى', 'عثمان', 'زينب', 'حمزة', 'إيمان', 'أنس', 'هاجر', 'إلياس']
const LAST = ['Alaoui', 'Benkirane', 'Cherkaoui', 'Ouhssain', 'Filali', 'Mokhtari', 'Amrani', 'Tazi', 'Berrada', 'Outaleb', 'Idrissi']
const LAST_AR = ['العلوي', 'بنكيران', 'الشرقاوي', 'أوحساين', 'الفيلالي', 'المختاري', 'العمراني', 'التازي', 'برادة', 'أوطالب', 'الإدريسي']
const THINGS = [
  'Atelier',
  'Théâtre',
  'Studio',
  'Maison',
  'Zellij',
  'Halqa',
  'Podcast',
  'Jeu',
  'Livre',
  'Tapis',
  'Cinéma',
  'Résidence',
  'Marionnettes',
]
const TOWNS = ['Taza', 'Fès', 'Oujda', 'Agadir', 'Tanger', 'Tiznit', 'Nador', 'Chefchaouen', 'Meknès']

const one = <Value>(all: readonly Value[], at: number): Value => all[at % all.length] as Value

function varied(number: number) {
  const latin = `${one(FIRST, number * 7)} ${one(LAST, number * 5 + (number >> 4))}`
  const arabic = `${one(FIRST_AR, number * 7)} ${one(LAST_AR, number * 5 + (number >> 4))}`
  const title = `${one(THINGS, number * 3)} ${one(THINGS, number * 11 + 1)} ${number}`
  const phone = `+2126${String(10_000_000 + ((number * 7919) % 90_000_000)).padStart(8, '0')}`
  const text = `KW-2024-${String(number).padStart(5, '0')}`
  return {
    id: newId(),
    number: text,
    title,
    holder: number % 2 === 0 ? arabic : latin,
    search: searchText([title, arabic, latin, one(TOWNS, number), text]),
    contact: contactText({ phones: [phone], others: [`p${number}@kawaliss.example`, `AB${100_000 + number}`] }),
    minutes: (number * 7) % 40_000,
  }
}

/** Copies submissions until the edition has this many, each with a name, a title and contacts of its own. */
export async function fillLongList(db: Database, length: number): Promise<void> {
  const { organisation, edition } = await modelOf(db)
  const pool = poolOf(db)
  const known = [organisation, edition]
  const { rows } = await pool.query<{ application: string }>(
    'select application from submission where organisation = $1 and edition = $2 order by application limit 200',
    known,
  )
  const { rows: counted } = await pool.query<{ n: number }>(
    'select count(*)::int as n from submission where organisation = $1 and edition = $2',
    known,
  )
  const before = counted[0]?.n ?? 0
  const all = Array.from({ length: Math.max(0, length - before) }, (_, place) => ({
    ...varied(before + place + 1),
    of: one(rows, place).application,
  }))
  for (let from = 0; from < all.length; from += AT_ONCE) await copy(db, organisation, all.slice(from, from + AT_ONCE))
  await decide(db, organisation, edition)
  await pool.query('analyze')
}

type Copied = ReturnType<typeof varied> & { of: string }

async function copy(db: Database, organisation: string, some: readonly Copied[]): Promise<void> {
  const pool = poolOf(db)
  const column = (of: (copied: Copied) => unknown): unknown[] => some.map(of)
  const ids = [organisation, column((copied) => copied.of), column((copied) => copied.id)]
  await pool.query(
    `insert into application (organisation, id, edition, call, number, language, created_at, created_by)
    select a.organisation, x.id, a.edition, a.call, x.number, a.language, a.created_at, a.created_by
    from unnest($2::uuid[], $3::uuid[], $4::text[]) x (of, id, number) join application a on a.organisation = $1 and a.id = x.of`,
    [...ids, column((copied) => copied.number)],
  )
  await pool.query(
    `insert into application_member (organisation, application, person, part, joined_at)
    select m.organisation, x.id, m.person, m.part, m.joined_at
    from unnest($2::uuid[], $3::uuid[]) x (of, id) join application_member m on m.organisation = $1 and m.application = x.of`,
    ids,
  )
  await pool.query(
    `insert into submission (organisation, application, edition, form_version, answers, submitted_at, submitted_by, language, hash, title, holder_name,
      region, province, sector, applicant_kind, gender, born_on, search, contact)
    select s.organisation, x.id, s.edition, s.form_version, s.answers, s.submitted_at - x.minutes * interval '1 minute', s.submitted_by, s.language, s.hash,
      x.title, x.holder, s.region, s.province, s.sector, s.applicant_kind, s.gender, s.born_on, x.search, x.contact
    from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[]) x (of, id, title, holder, search, contact, minutes)
    join submission s on s.organisation = $1 and s.application = x.of`,
    [
      ...ids,
      ...[column((copied) => copied.title), column((copied) => copied.holder), column((copied) => copied.search)],
      ...[column((copied) => copied.contact), column((copied) => copied.minutes)],
    ],
  )
}

/** Every rule read by the machine, some twice; two of three decided; one of twenty withdrawn. */
async function decide(db: Database, organisation: string, edition: string): Promise<void> {
  const pool = poolOf(db)
  const officer = `(select created_by from application where organisation = $1 and edition = $2 limit 1)`
  const numbered = `(select application, submitted_at, row_number() over (order by application) as n from submission where organisation = $1 and edition = $2) s`
  await pool.query(
    `insert into eligibility_check (organisation, application, rule, seq, verdict, automatic, facts, checked_at)
    select $1, s.application, r.code, seq, case when (n + r.position) % 29 = 0 then 'not-met' when (n + r.position) % 13 = 0 then 'unclear' else 'met' end, true, '{}', s.submitted_at
    from ${numbered} cross join generate_series(1, 2) seq join eligibility_rule r on r.organisation = $1 and r.edition = $2
    where seq = 1 or n % 5 = 0 on conflict do nothing`,
    [organisation, edition],
  )
  await pool.query(
    `insert into eligibility_decision (organisation, application, seq, eligible, ground, reason, decided_at, decided_by)
    select $1, s.application, 1, n % 7 <> 0, case when n % 7 = 0 then (select code from eligibility_rule where organisation = $1 and edition = $2 order by position limit 1) end, 'x', s.submitted_at, ${officer}
    from ${numbered} where n % 3 <> 0 on conflict do nothing`,
    [organisation, edition],
  )
  await pool.query(
    `insert into withdrawal (organisation, application, withdrawn_at, withdrawn_by)
    select $1, s.application, s.submitted_at, ${officer} from ${numbered} where n % 20 = 0 on conflict do nothing`,
    [organisation, edition],
  )
}
