import { meeting, roundTable, type Stop, training, visit, workshop } from './stop.ts'

export const FES_MEKNES: readonly Stop[] = [
  visit(
    'buttons',
    'Sefrou',
    'تعاونية لعقاد الحرير|Une coopérative de boutons de soie|A silk-button cooperative',
    'تعاونية العقدة، صفرو|Coopérative El Okda, Sefrou',
  ),
  meeting(
    'cherry',
    'Sefrou',
    'كيف تُنظَّم حفلة حي دون راعٍ كبير|Organiser une fête de quartier sans grand sponsor|Running a street festival without a big sponsor',
    'جمعية وادي أگاي، صفرو|Association Oued Aggay, Sefrou',
  ),
  visit('cedar', 'Azrou', 'ورشة لخشب الأرز|Un atelier de bois de cèdre|A cedar workshop', 'ورشة إدگل، أزرو|Atelier Idgel, Azrou'),
  meeting(
    'tales',
    'Azrou',
    'حكواتيون أمازيغ ومدارسهم|Des conteurs amazighs et leurs écoles|Amazigh storytellers and their schools',
    'دار أحيدوس، أزرو|Maison Ahidous, Azrou',
  ),
  visit('studio', 'Meknès', 'استوديو للرسوم المتحركة|Un studio d’animation|An animation studio', 'استوديو زليج 24، مكناس|Studio Zellij 24, Meknès'),
  meeting(
    'bookshop',
    'Meknès',
    'كيف تعيش مكتبة تنشر الكتب|Comment vit une librairie qui édite|How a bookshop that publishes makes its living',
    'مكتبة الوراق، مكناس|Librairie El Warraq, Meknès',
  ),
  visit('tannery', 'Fès', 'دار دبغ ومتجرها|Une tannerie et sa boutique|A tannery and its shop', 'دار دبغ سيدي بلال، فاس|Tannerie Sidi Blal, Fès'),
  visit('binding', 'Fès', 'ورشة للتسفير والتجليد|Un atelier de reliure|A bookbinder’s workshop', 'ورشة الورق الأزرق، فاس|Atelier Papier bleu, Fès'),
  meeting(
    'concerts',
    'Fès',
    'مديرة قاعة للحفلات تفتح حساباتها|La directrice d’une salle de concert ouvre ses comptes|The manager of a concert hall opens her books',
    'رياض الأصوات، فاس|Le Riad des sons, Fès',
  ),
  visit(
    'caves',
    'Taza',
    'فضاء للتعريف بالمغارات|Un centre d’interprétation des grottes|A visitor centre about caves',
    'دار المغارة، تازة|Maison du Gouffre, Taza',
  ),
  meeting(
    'radio',
    'Taza',
    'إذاعة جمعوية وممولوها|Une radio associative et ceux qui la paient|A community radio and who pays for it',
    'راديو الجبل، تازة|Radio Jbal, Taza',
  ),
  meeting(
    'hotels',
    'Fès',
    'ثلاثة مسؤولين عن المشتريات في الفنادق|Trois acheteurs d’hôtels|Three hotel buyers',
    'رياض الصفارين، فاس|Riad Seffarine, Fès',
  ),
  workshop(
    'three-prices',
    'Sefrou',
    'منتوج واحد وثلاثة أثمنة|Un objet, trois prix|One object, three prices',
    'دار الشباب، صفرو|Maison des jeunes, Sefrou',
  ),
  workshop('poster', 'Meknès', 'ملصق في ساعة|Une affiche en une heure|A poster in an hour', 'استوديو زليج 24، مكناس|Studio Zellij 24, Meknès'),
  workshop(
    'pictures',
    'Fès',
    'حكاية مشروعك في ست صور|Son projet en six images|One’s project in six pictures',
    'فابريكة باب الريح، فاس|La Fabrique Bab Rih, Fès',
  ),
  roundTable(
    'living',
    'Fès',
    'العيش من الفن خارج المدن الكبرى|Vivre de son art hors des grandes villes|Living from one’s art outside the big cities',
    'فابريكة باب الريح، فاس|La Fabrique Bab Rih, Fès',
  ),
  training('teach-price', 'Meknès', 'price', 'دار النجارين، مكناس|Dar Nejjarine, Meknès'),
  training('teach-audience', 'Taza', 'audience', 'دار الشباب، تازة|Maison des jeunes, Taza'),
  training('teach-cost', 'Sefrou', 'cost', 'دار الشباب، صفرو|Maison des jeunes, Sefrou'),
]
