import { meeting, roundTable, type Stop, training, visit, workshop } from './stop.ts'

export const TANGER_TETOUAN: readonly Stop[] = [
  visit('engraving', 'Tétouan', 'محترف للحفر على الخشب|Un atelier de gravure sur bois|A woodcarving workshop', 'محترف الطرانكات، تطوان|Atelier Trankat, Tétouan'),
  visit('comics', 'Tétouan', 'دار للقصص المصورة|Une maison de bande dessinée|A comics publisher', 'دار الفقاعة، تطوان|Éditions La Bulle, Tétouan'),
  meeting('magazine', 'Tétouan', 'كيف تعيش مجلة في مدينة صغيرة؟|Comment vit une revue dans une petite ville ?|How does a magazine live in a small town?', 'دار الخرازين، تطوان|Dar Kharrazine, Tétouan'),
  meeting('cinema', 'Tétouan', 'قاعة سينما أعيد فتحها|Un cinéma rouvert|A cinema reopened', 'سينما المنار، تطوان|Cinéma Manar, Tétouan'),
  visit('wool', 'Chefchaouen', 'نسّاجون وصباغة بالنبات|Des tisserands et leurs teintures végétales|Weavers and their plant dyes', 'ورشة الساقية، شفشاون|Atelier Es-Saqia, Chefchaouen'),
  visit('inn', 'Chefchaouen', 'دار ضيافة تستقبل فنانين|Une maison d’hôtes qui reçoit des artistes|A guest house that receives artists', 'دار راس الما، شفشاون|Dar Ras El Ma, Chefchaouen'),
  meeting('three-publishers', 'Chefchaouen', 'ثلاث ناشرات لكتب الأطفال|Trois éditrices pour enfants|Three publishers of children’s books', 'مكتبة السويقة، شفشاون|Librairie Souika, Chefchaouen'),
  visit('archive', 'Al Hoceïma', 'أرشيف الصورة العائلية|Des archives de photos de famille|A family photograph archive', 'دار الذاكرة، الحسيمة|Maison de la mémoire, Al Hoceïma'),
  meeting('rif-radio', 'Al Hoceïma', 'بودكاست بالريفية وجمهوره|Un podcast en tarifit et son public|A podcast in Tarifit and its audience', 'راديو الميناء، الحسيمة|Radio du port, Al Hoceïma'),
  visit('harbour', 'Tanger', 'ورشات في مخزن قديم للميناء|Des ateliers dans un ancien entrepôt du port|Workshops in an old harbour warehouse', 'الرصيف السابع، طنجة|Le Quai 7, Tanger'),
  meeting('export', 'Tanger', 'إرسال طلبية إلى الخارج|Expédier une commande à l’étranger|Sending an order abroad', 'الرصيف السابع، طنجة|Le Quai 7, Tanger'),
  visit('label', 'Tanger', 'شركة صغيرة للإنتاج الموسيقي|Un petit label de musique|A small record label', 'استوديو المضيق، طنجة|Studio Détroit, Tanger'),
  visit('games', 'Tanger', 'استوديو لألعاب الفيديو من سبعة أشخاص|Un studio de jeu vidéo de sept personnes|A video-game studio of seven', 'استوديو بكسل الشمال، طنجة|Pixel Nord, Tanger'),
  workshop('four-minutes', 'Chefchaouen', 'تقديم متبادل: أربع دقائق لكل مشروع|Présentations croisées, quatre minutes chacun|Presenting to each other, four minutes each', 'دار الشباب، شفشاون|Maison des jeunes, Chefchaouen'),
  workshop('identity', 'Tanger', 'هوية بصرية بلونين|Une identité visuelle en deux couleurs|A visual identity in two colours', 'الرصيف السابع، طنجة|Le Quai 7, Tanger'),
  roundTable(
    'mediterranean',
    'Tanger',
    'التعاون مع الضفة الأخرى|Travailler avec l’autre rive|Working with the other shore',
    'الرصيف السابع، طنجة|Le Quai 7, Tanger',
  ),
  roundTable('towns', 'Tétouan', 'ما الذي تنتظره مدينة من مقاوليها الثقافيين؟|Qu’attend une ville de ses entrepreneurs culturels ?|What does a town expect of its cultural entrepreneurs?', 'دار الخرازين، تطوان|Dar Kharrazine, Tétouan'),
  training('teach-copyright', 'Tétouan', 'copyright', 'دار الخرازين، تطوان|Dar Kharrazine, Tétouan'),
  training('teach-fundraising', 'Tanger', 'fundraising', 'الرصيف السابع، طنجة|Le Quai 7, Tanger'),
  training('teach-team', 'Al Hoceïma', 'team', 'دار الذاكرة، الحسيمة|Maison de la mémoire, Al Hoceïma'),
]
