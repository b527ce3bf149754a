import { meeting, roundTable, type Stop, training, visit, workshop } from './stop.ts'

export const SOUSS_MASSA: readonly Stop[] = [
  visit(
    'argan',
    'Agadir',
    'تعاونية أركان ومتجرها الإلكتروني|Une coopérative d’argan et sa boutique en ligne|An argan cooperative and its online shop',
    'تعاونية تودرت، أكادير|Coopérative Toudert, Agadir',
  ),
  visit(
    'surf',
    'Agadir',
    'ورشة لألواح ركوب الموج|Un atelier de planches de surf|A surfboard workshop',
    'ورشة إموران، أكادير|Atelier Imourane, Agadir',
  ),
  meeting(
    'timitar',
    'Agadir',
    'برمجة حفل موسيقي في الهواء الطلق|Programmer un concert en plein air|Programming an open-air concert',
    'فضاء فونتي، أكادير|Espace Founti, Agadir',
  ),
  meeting(
    'agency',
    'Agadir',
    'وكالة للتواصل وزبناؤها الأوائل|Une agence de communication et ses premiers clients|A communication agency and its first customers',
    'وكالة تازويت، أكادير|Agence Tazouit, Agadir',
  ),
  visit('silver', 'Tiznit', 'صاغة الفضة|Des bijoutiers d’argent|Silversmiths', 'دار الصياغة، تزنيت|La Maison des bijoutiers, Tiznit'),
  visit(
    'museum',
    'Tiznit',
    'متحف أسرة فتحته لأهل الحي|Un musée de famille ouvert au quartier|A family museum opened to the neighbourhood',
    'دار إد زكري، تزنيت|Dar Idzekri, Tiznit',
  ),
  meeting(
    'women',
    'Tiznit',
    'نساء أسسن مقاولة بعد الأربعين|Trois femmes qui ont créé leur entreprise|Three women who started a business',
    'جمعية تيويزي، تزنيت|Association Tiwizi, Tiznit',
  ),
  visit(
    'leather',
    'Taroudant',
    'ورشة للجلد والبلغة|Un atelier de cuir et de babouches|A leather and slipper workshop',
    'ورشة أسراگ، تارودانت|Atelier Assarag, Taroudant',
  ),
  visit(
    'saffron',
    'Taroudant',
    'متجر للزعفران ومنتوجات الأرض|Un comptoir de safran et de produits du terroir|A saffron and farm produce store',
    'متجر الزعفران، تارودانت|Comptoir du safran, Taroudant',
  ),
  meeting(
    'crafts-fair',
    'Taroudant',
    'منظمو معرض للصناع|Les organisateurs d’une foire d’artisans|The people behind a craft fair',
    'دار الصانع، تارودانت|Maison de l’artisan, Taroudant',
  ),
  meeting(
    'mayor',
    'Taroudant',
    'مسؤولة ثقافية في جماعة|Une responsable culturelle d’une commune|A municipal culture officer',
    'دار الشباب، تارودانت|Maison des jeunes, Taroudant',
  ),
  visit(
    'studio-photo',
    'Agadir',
    'استوديو للتصوير يتقاسمه خمسة|Un studio photo partagé à cinq|A photo studio shared by five',
    'استوديو أسيف، أكادير|Studio Assif, Agadir',
  ),
  workshop('stand', 'Agadir', 'رواق عرض في مترين|Un stand sur deux mètres|A stand two metres wide', 'فضاء فونتي، أكادير|Espace Founti, Agadir'),
  workshop(
    'label',
    'Taroudant',
    'بطاقة المنتوج بثلاث لغات|Une étiquette en trois langues|A label in three languages',
    'دار الصانع، تارودانت|Maison de l’artisan, Taroudant',
  ),
  roundTable(
    'heritage',
    'Tiznit',
    'بيع التراث دون تشويهه|Vendre un patrimoine sans l’abîmer|Selling a heritage without spoiling it',
    'دار الصياغة، تزنيت|La Maison des bijoutiers, Tiznit',
  ),
  roundTable('music', 'Agadir', 'من يؤدي أجر الموسيقيين؟|Qui paie les musiciens ?|Who pays musicians?', 'فضاء فونتي، أكادير|Espace Founti, Agadir'),
  training('teach-communication', 'Agadir', 'communication', 'فضاء فونتي، أكادير|Espace Founti, Agadir'),
  training('teach-pitch', 'Taroudant', 'pitch', 'دار الشباب، تارودانت|Maison des jeunes, Taroudant'),
  training('teach-distribution', 'Tiznit', 'distribution', 'دار الصياغة، تزنيت|La Maison des bijoutiers, Tiznit'),
]
