import { meeting, roundTable, type Stop, training, visit, workshop } from './stop.ts'

export const ORIENTAL: readonly Stop[] = [
  visit('gharnati', 'Oujda', 'مدرسة للطرب الغرناطي|Une école de musique gharnati|A school of Gharnati music', 'دار الطرب، وجدة|Dar Tarab, Oujda'),
  visit(
    'recording',
    'Oujda',
    'استوديو تسجيل للشباب|Un studio d’enregistrement pour jeunes|A recording studio for young people',
    'استوديو الحدود، وجدة|Studio La Frontière, Oujda',
  ),
  meeting(
    'theatre',
    'Oujda',
    'فرقة تعيش من جولاتها|Une troupe qui vit de ses tournées|A company that lives from touring',
    'فضاء القنطرة، وجدة|Espace El Kantara, Oujda',
  ),
  meeting(
    'bank',
    'Oujda',
    'ما الذي تنظر إليه مؤسسة للقرض الصغير|Ce que regarde un organisme de microcrédit|What a microcredit lender looks at',
    'دار سيدي زيان، وجدة|Maison Sidi Ziane, Oujda',
  ),
  visit(
    'citrus',
    'Berkane',
    'وحدة لتقطير زهر البرتقال|Une distillerie de fleur d’oranger|An orange-blossom distillery',
    'تعاونية الزهر، بركان|Coopérative Zhar, Berkane',
  ),
  visit(
    'pottery',
    'Berkane',
    'ورشة للخزف في بني يزناسن|Un atelier de poterie des Beni Snassen|A Beni Snassen pottery',
    'ورشة تافوغالت، بركان|Atelier Tafoughalt, Berkane',
  ),
  meeting(
    'agrotourism',
    'Berkane',
    'دار ضيافة تبرمج حفلات|Une maison d’hôtes qui programme des concerts|A guest house that puts on concerts',
    'دار زگزل، بركان|Dar Zegzel, Berkane',
  ),
  visit(
    'lagoon',
    'Nador',
    'متحف صغير حول البحيرة|Un petit musée de la lagune|A small museum of the lagoon',
    'دار الصيادين، الناظور|Maison des pêcheurs, Nador',
  ),
  meeting(
    'cinema',
    'Nador',
    'فريق نادٍ سينمائي متنقل|L’équipe d’un ciné-club itinérant|The team of a travelling film club',
    'النادي السينمائي الريف، الناظور|Ciné-club Arif, Nador',
  ),
  visit('print', 'Nador', 'مطبعة تطبع على القماش|Une imprimerie sur tissu|A fabric printer', 'مطبعة المرسى، الناظور|Imprimerie El Marsa, Nador'),
  visit('weaving', 'Figuig', 'نسّاجات القصر|Les tisserandes du ksar|The weavers of the ksar', 'تعاونية النخلة، فجيج|Coopérative La Palme, Figuig'),
  meeting(
    'oasis',
    'Figuig',
    'السياحة البطيئة في الواحة|Le voyage lent dans l’oasis|Slow travel in the oasis',
    'دار القصر، فجيج|Maison du ksar, Figuig',
  ),
  workshop(
    'sound',
    'Oujda',
    'إعلان صوتي في ثلاثين ثانية|Une annonce sonore de trente secondes|A thirty-second sound spot',
    'استوديو الحدود، وجدة|Studio La Frontière, Oujda',
  ),
  workshop(
    'packaging',
    'Berkane',
    'علبة لمنتوجك|Un emballage pour son produit|A wrapping for one’s product',
    'تعاونية الزهر، بركان|Coopérative Zhar, Berkane',
  ),
  roundTable(
    'border',
    'Nador',
    'الإبداع قرب الحدود: أي جمهور؟|Créer près d’une frontière : pour quel public ?|Making things near a border: for whom?',
    'فضاء البحيرة، الناظور|Espace La Lagune, Nador',
  ),
  training('teach-model', 'Berkane', 'model', 'دار الشباب، بركان|Maison des jeunes, Berkane'),
  training('teach-accounting', 'Nador', 'accounting', 'فضاء البحيرة، الناظور|Espace La Lagune, Nador'),
  training('teach-partners', 'Oujda', 'partners', 'دار سيدي زيان، وجدة|Maison Sidi Ziane, Oujda'),
]
