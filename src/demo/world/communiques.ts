/**
 * The two public paragraphs of the programme, one an edition, in its three languages. Figures are named by what they
 * count (`{admitted}`, `{active-at-end SM, plural, …}`); the loader puts the reference of the figure in their place.
 */
import type { CommuniqueText } from '../../domain/communique.ts'
import type { EditionKey } from './scenario.ts'

export interface WorldCommunique {
  readonly edition: EditionKey
  readonly slug: string
  /** Local times of its writing and its publication, in Morocco. */
  readonly writtenAt: string
  readonly publishedAt: string
  readonly text: CommuniqueText
}

const AR = {
  projects: 'zero {أي مشروع} one {مشروع واحد} two {مشروعين} few {# مشاريع} many {# مشروعاً} other {# مشروع}',
  group: 'zero {أي تكوين جماعي} one {تكوين جماعي واحد} two {تكوينين جماعيين} few {# تكوينات جماعية} many {# تكويناً جماعياً} other {# تكوين جماعي}',
  individual: 'zero {أي تكوين فردي} one {تكوين فردي واحد} two {تكوينين فرديين} few {# تكوينات فردية} many {# تكويناً فردياً} other {# تكوين فردي}',
  tours:
    'zero {أي جولة ثقافية إبداعية} one {جولة ثقافية إبداعية واحدة} two {جولتين ثقافيتين إبداعيتين} few {# جولات ثقافية إبداعية} many {# جولة ثقافية إبداعية} other {# جولة ثقافية إبداعية}',
  trainings: 'zero {أي تكوين} one {تكويناً واحداً} two {تكوينين} few {# تكوينات} many {# تكويناً} other {# تكوين}',
  visits:
    'zero {أي زيارة أو لقاء} one {زيارة أو لقاءً واحداً} two {زيارتين أو لقاءين} few {# زيارات ولقاءات} many {# زيارة ولقاءً} other {# زيارة ولقاء}',
  workshops:
    'zero {أي ورشة إبداعية} one {ورشة إبداعية واحدة} two {ورشتين إبداعيتين} few {# ورشات إبداعية} many {# ورشة إبداعية} other {# ورشة إبداعية}',
  tables:
    'zero {أي مائدة مستديرة} one {مائدة مستديرة واحدة} two {مائدتين مستديرتين} few {# موائد مستديرة} many {# مائدة مستديرة} other {# مائدة مستديرة}',
} as const

const FR = {
  projects: 'one {# projet} other {# projets}',
  group: 'one {# formation collective} other {# formations collectives}',
  individual: 'one {# formation individuelle} other {# formations individuelles}',
  tours: 'one {# week-end de mobilité} other {# week-ends de mobilité}',
  trainings: 'one {# formation} other {# formations}',
  visits: 'one {# visite ou rencontre} other {# visites et rencontres}',
  workshops: 'one {# atelier créatif} other {# ateliers créatifs}',
  tables: 'one {# table ronde} other {# tables rondes}',
} as const

const EN = {
  projects: 'one {# project} other {# projects}',
  group: 'one {# group training} other {# group trainings}',
  individual: 'one {# individual training} other {# individual trainings}',
  tours: 'one {# creative cultural tour} other {# creative cultural tours}',
  trainings: 'one {# training} other {# trainings}',
  visits: 'one {# visit or meeting} other {# visits and meetings}',
  workshops: 'one {# creative workshop} other {# creative workshops}',
  tables: 'one {# round table} other {# round tables}',
} as const

/** Published with the call of the second edition: its total counts those admitted, its split those active at the end. */
const FIRST: WorldCommunique = {
  edition: 'e1',
  slug: 'premiere-promotion',
  writtenAt: '2024-02-14T16:20',
  publishedAt: '2024-02-15T10:30',
  text: {
    title: {
      ar: `الفوج الأول من كواليس: احتضان {admitted, plural, ${AR.projects}} في أربع جهات`,
      fr: `Première promotion de Kawaliss : {admitted, plural, ${FR.projects}} dans quatre régions`,
      en: `First Kawaliss cohort: {admitted, plural, ${EN.projects}} in four regions`,
    },
    body: {
      ar: [
        `احتضن الفوج الأول من كواليس، الحاضنة المغربية للصناعات الثقافية والإبداعية، {admitted, plural, ${AR.projects}}: {active-at-end SM} في سوس-ماسة، و{active-at-end FM} في فاس-مكناس، و{active-at-end OR} في الشرق، و{active-at-end TTA} في طنجة-تطوان-الحسيمة.`,
        `استفادت هذه المشاريع، من ماي إلى نونبر 2023، من {group-trainings, plural, ${AR.group}} و{individual-trainings, plural, ${AR.individual}}، إضافة إلى {tours, plural, ${AR.tours}} تضمنت {tour-trainings, plural, ${AR.trainings}} و{tour-visits, plural, ${AR.visits}} و{tour-workshops, plural, ${AR.workshops}} و{tour-round-tables, plural, ${AR.tables}}.`,
        'تُحسب التكوينات التي جرت خلال الجولات على حدة، لا ضمن التكوينات الجماعية. وقد عرضت المشاريع أعمالها في سوق البولفار، والسوق المهني لـ Visa For Music، وسوق المقاولين بالمنتدى المغربي للصناعات الثقافية والإبداعية.',
      ],
      fr: [
        `La première promotion de Kawaliss, l’incubateur marocain des industries culturelles et créatives, a réuni {admitted, plural, ${FR.projects}} : {active-at-end SM} dans le Souss-Massa, {active-at-end FM} à Fès-Meknès, {active-at-end OR} dans l’Oriental et {active-at-end TTA} à Tanger-Tétouan-Al Hoceima.`,
        `De mai à novembre 2023, ces projets ont suivi {group-trainings, plural, ${FR.group}} et {individual-trainings, plural, ${FR.individual}}, ainsi que {tours, plural, ${FR.tours}} qui ont compris {tour-trainings, plural, ${FR.trainings}}, {tour-visits, plural, ${FR.visits}}, {tour-workshops, plural, ${FR.workshops}} et {tour-round-tables, plural, ${FR.tables}}.`,
        'Les formations tenues pendant un week-end de mobilité sont comptées à part des formations collectives. Les projets ont montré leur travail au souk de L’Boulevard, au marché professionnel de Visa For Music et au souk des entrepreneurs du Forum marocain des industries culturelles et créatives.',
      ],
      en: [
        `The first cohort of Kawaliss, the Moroccan incubator of cultural and creative industries, brought together {admitted, plural, ${EN.projects}}: {active-at-end SM} in Souss-Massa, {active-at-end FM} in Fez-Meknes, {active-at-end OR} in Oriental and {active-at-end TTA} in Tangier-Tetouan-Al Hoceima.`,
        `From May to November 2023 these projects took part in {group-trainings, plural, ${EN.group}} and {individual-trainings, plural, ${EN.individual}}, and in {tours, plural, ${EN.tours}} that held {tour-trainings, plural, ${EN.trainings}}, {tour-visits, plural, ${EN.visits}}, {tour-workshops, plural, ${EN.workshops}} and {tour-round-tables, plural, ${EN.tables}}.`,
        'Trainings held during a tour are counted apart from group trainings. The projects showed their work at the souk of L’Boulevard, at the professional market of Visa For Music and at the entrepreneurs’ souk of the Moroccan Forum of cultural and creative industries.',
      ],
    },
  },
}

/** Published with the call of the third edition. */
const SECOND: WorldCommunique = {
  edition: 'e2',
  slug: 'deuxieme-promotion',
  writtenAt: '2025-03-06T11:05',
  publishedAt: '2025-03-07T09:40',
  text: {
    title: {
      ar: `الفوج الثاني من كواليس: {individual-trainings, plural, ${AR.individual}} لفائدة {admitted, plural, ${AR.projects}}`,
      fr: `Deuxième promotion de Kawaliss : {individual-trainings, plural, ${FR.individual}} pour {admitted, plural, ${FR.projects}}`,
      en: `Second Kawaliss cohort: {individual-trainings, plural, ${EN.individual}} for {admitted, plural, ${EN.projects}}`,
    },
    body: {
      ar: [
        `احتضنت كواليس في دورتها الثانية {admitted, plural, ${AR.projects}} من جهات سوس-ماسة وفاس-مكناس والشرق وطنجة-تطوان-الحسيمة، يحملها شباب بين 18 و29 سنة أو منظمات من المجتمع المدني.`,
        `استفادت هذه المشاريع، من ماي إلى نونبر 2024، من {group-trainings, plural, ${AR.group}} و{individual-trainings, plural, ${AR.individual}}، إضافة إلى {tours, plural, ${AR.tours}} تضمنت {tour-trainings, plural, ${AR.trainings}} و{tour-visits, plural, ${AR.visits}} و{tour-workshops, plural, ${AR.workshops}} و{tour-round-tables, plural, ${AR.tables}}.`,
        'تُحسب التكوينات التي جرت خلال الجولات على حدة، كما في الدورة الأولى. وغادر مشروع من جهة الشرق في أسبوعه الثاني فأخذ مكانه الأول في لائحة الانتظار، ويُحسب المكان مرة واحدة.',
      ],
      fr: [
        `Pour sa deuxième édition, Kawaliss a accompagné {admitted, plural, ${FR.projects}} du Souss-Massa, de Fès-Meknès, de l’Oriental et de Tanger-Tétouan-Al Hoceima, portés par des jeunes de 18 à 29 ans ou par des organisations de la société civile.`,
        `De mai à novembre 2024, ces projets ont suivi {group-trainings, plural, ${FR.group}} et {individual-trainings, plural, ${FR.individual}}, ainsi que {tours, plural, ${FR.tours}} qui ont compris {tour-trainings, plural, ${FR.trainings}}, {tour-visits, plural, ${FR.visits}}, {tour-workshops, plural, ${FR.workshops}} et {tour-round-tables, plural, ${FR.tables}}.`,
        'Comme pour la première édition, les formations tenues pendant un week-end de mobilité sont comptées à part. Un projet de l’Oriental est parti dans sa deuxième semaine ; le premier de la liste d’attente a pris sa place, qui compte une fois.',
      ],
      en: [
        `In its second edition Kawaliss supported {admitted, plural, ${EN.projects}} from Souss-Massa, Fez-Meknes, Oriental and Tangier-Tetouan-Al Hoceima, led by people aged 18 to 29 or by civil-society organisations.`,
        `From May to November 2024 these projects took part in {group-trainings, plural, ${EN.group}} and {individual-trainings, plural, ${EN.individual}}, and in {tours, plural, ${EN.tours}} that held {tour-trainings, plural, ${EN.trainings}}, {tour-visits, plural, ${EN.visits}}, {tour-workshops, plural, ${EN.workshops}} and {tour-round-tables, plural, ${EN.tables}}.`,
        'As in the first edition, trainings held during a tour are counted apart. One project of Oriental left in its second week; the first of the reserve took its place, which counts once.',
      ],
    },
  },
}

export const COMMUNIQUES: readonly WorldCommunique[] = [FIRST, SECOND]
