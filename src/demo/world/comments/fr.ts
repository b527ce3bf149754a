import type { CommentsByStep } from '../comments.ts'

/** What readers write in French, by criterion and step of the scale. */
export const commentsFr: CommentsByStep = {
  viability: [
    ['Aucun client n’est nommé, aucun prix n’est posé.', 'Le projet ne dit pas qui paierait, ni combien.'],
    ['Un public est décrit, mais rien ne montre qu’il achèterait.', 'Les prix sont donnés sans calcul des coûts.'],
    [
      'Une source de revenus est claire ; il faut tester le prix.',
      'Les deux clientèles sont crédibles, le volume l’est moins.',
      'Le seuil est connu, le calendrier des ventes manque.',
    ],
    [
      'Des ventes existent et les coûts sont suivis.',
      'Bon équilibre entre clients réguliers et commandes ponctuelles.',
      'Le prix est juste et la marge est expliquée.',
    ],
    ['Clients fidèles, comptes tenus, progression chiffrée : c’est déjà une activité.', 'Le dossier le plus solide que j’aie lu sur les revenus.'],
  ],
  impact: [
    ['Aucun effet sur le lieu ni sur les gens n’est décrit.', 'L’impact tient en une phrase générale.'],
    ['L’intention est bonne, l’effet reste vague.', 'On ne sait pas qui en profiterait ni quand.'],
    [
      'Des bénéficiaires sont nommés ; la mesure reste à prévoir.',
      'L’effet est réel mais limité à un petit cercle.',
      'Utile au quartier, sans lien encore avec d’autres acteurs.',
    ],
    [
      'Le projet crée des revenus pour d’autres et le montre.',
      'La place faite aux femmes est écrite et vérifiable.',
      'L’effet sur la ville est concret et mesurable.',
    ],
    ['Le projet change la donne pour tout un métier de la région.', 'Impact fort, mesuré, et déjà visible sur place.'],
  ],
  team: [
    ['Une personne seule, sans expérience ni appui.', 'Rien ne dit qui ferait quoi.'],
    ['Les rôles sont nommés, l’expérience manque.', 'L’équipe est motivée mais n’a encore rien livré.'],
    [
      'Équipe complémentaire, il manque quelqu’un pour vendre.',
      'De bonnes bases techniques, la gestion est à construire.',
      'La personne connaît son métier et le dit simplement.',
    ],
    [
      'Rôles écrits, décisions partagées, une commande déjà livrée.',
      'L’équipe se connaît et répond bien aux objections.',
      'Compétences réelles, et la modestie de dire ce qui manque.',
    ],
    ['Équipe remarquable, sur le terrain depuis longtemps.', 'Je leur confierais une commande demain.'],
  ],
  need: [
    ['Le projet peut avancer sans nous.', 'Ce qui est demandé relève d’une autre aide.'],
    ['Le besoin est surtout financier.', 'Le besoin n’est pas relié à ce que propose le programme.'],
    [
      'L’accompagnement aiderait, d’autres l’ont peut-être davantage.',
      'Besoin clair en gestion, moins clair pour le reste.',
      'Six mois suffiraient à lever le principal obstacle.',
    ],
    [
      'C’est le bon moment : la demande dépasse l’organisation.',
      'Le besoin est précis et correspond à nos formations.',
      'Sans appui, le projet va plafonner.',
    ],
    ['Sans accompagnement maintenant, le projet s’arrête.', 'Le besoin est urgent, précis, et nous pouvons y répondre.'],
  ],
}
