/** The foundation and the people who run its programme. */
import { fold } from '../../domain/fold.ts'
import type { Role } from '../../domain/viewer.ts'
import type { Trx } from '../../platform/database/database.ts'
import { demoId } from './id.ts'

export const ORGANISATION = demoId('organisation')
const FOUNDED = new Date('2023-02-01T09:00:00Z')

interface TeamMember {
  readonly key: string
  readonly nameAr: string
  readonly nameLatin: string
  readonly language: 'ar' | 'fr' | 'en'
  readonly gender: 'woman' | 'man'
  readonly roles: readonly Role[]
}

/** Invented people. */
export const TEAM: readonly TeamMember[] = [
  { key: 'director', nameAr: 'سلمى العمراني', nameLatin: 'Salma El Amrani', language: 'fr', gender: 'woman', roles: ['director'] },
  { key: 'nadia', nameAr: 'نادية الرامي', nameLatin: 'Nadia Rami', language: 'ar', gender: 'woman', roles: ['officer'] },
  { key: 'youssef', nameAr: 'يوسف بنعلي', nameLatin: 'Youssef Benali', language: 'fr', gender: 'man', roles: ['officer'] },
  { key: 'chair', nameAr: 'عبد الرحيم الوزاني', nameLatin: 'Abderrahim Ouazzani', language: 'ar', gender: 'man', roles: ['chair'] },
  { key: 'finance', nameAr: 'حكيمة الشرقاوي', nameLatin: 'Hakima Cherkaoui', language: 'fr', gender: 'woman', roles: ['approver'] },
  { key: 'accountant', nameAr: 'مراد الزروالي', nameLatin: 'Mourad Zeroual', language: 'fr', gender: 'man', roles: ['finance'] },
  { key: 'communication', nameAr: 'إيمان التازي', nameLatin: 'Imane Tazi', language: 'ar', gender: 'woman', roles: ['communication'] },
  { key: 'donor', nameAr: 'كلارا مارتان', nameLatin: 'Clara Martin', language: 'en', gender: 'woman', roles: ['donor'] },
  { key: 'auditor', nameAr: 'توفيق السباعي', nameLatin: 'Toufik Sbai', language: 'fr', gender: 'man', roles: ['auditor'] },
  { key: 'operator', nameAr: 'أنس المريني', nameLatin: 'Anas Mrini', language: 'en', gender: 'man', roles: ['administrator'] },
]

export async function loadOrganisation(trx: Trx): Promise<void> {
  await trx
    .insertInto('organisation')
    .values({
      id: ORGANISATION,
      slug: 'hiba',
      name: JSON.stringify({ ar: 'مؤسسة هبة', fr: 'Fondation HIBA', en: 'HIBA Foundation' }),
      created_at: FOUNDED,
    })
    .execute()
  await trx
    .insertInto('person')
    .values(
      TEAM.map((member) => ({
        organisation: ORGANISATION,
        id: demoId(`person:${member.key}`),
        email: `${member.key}@kawaliss.example`,
        name_ar: member.nameAr,
        name_latin: member.nameLatin,
        gender: member.gender,
        language: member.language,
        search: fold(`${member.nameAr} ${member.nameLatin}`),
        created_at: FOUNDED,
      })),
    )
    .execute()
  await trx
    .insertInto('role_grant')
    .values(
      TEAM.flatMap((member) =>
        member.roles.map((role) => ({
          organisation: ORGANISATION,
          id: demoId(`grant:${member.key}:${role}`),
          person: demoId(`person:${member.key}`),
          role,
          granted_by: demoId('person:director'),
          granted_at: FOUNDED,
        })),
      ),
    )
    .execute()
}
