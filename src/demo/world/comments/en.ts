import type { CommentsByStep } from '../comments.ts'

/** What readers write in English, by criterion and step of the scale. */
export const commentsEn: CommentsByStep = {
  viability: [
    ['No client is named and no price is set.'],
    ['A public is described; nothing shows it would buy.'],
    ['One source of income is clear; the price has to be tested.', 'Both kinds of client are credible, the volume less so.'],
    ['There are sales, and costs are followed.', 'The price is fair and the margin explained.'],
    ['Loyal clients, accounts kept, growth in figures.'],
  ],
  impact: [
    ['No effect on the place or on people is described.'],
    ['The intention is good, the effect vague.'],
    ['Those who benefit are named; measuring is still to be planned.', 'A real effect, within a small circle.'],
    ['The project brings income to others and shows it.', 'The effect on the town is concrete and can be measured.'],
    ['A strong effect, measured, and already to be seen.'],
  ],
  team: [
    ['One person alone, without experience or support.'],
    ['Parts are named, experience is lacking.'],
    ['A team that fits together and lacks somebody to sell.', 'Good technical ground, management to be built.'],
    ['Written parts, shared decisions, one order delivered.', 'Real skill, and the modesty to say what is missing.'],
    ['A remarkable team, at work for a long time.'],
  ],
  need: [
    ['The project can move on without us.'],
    ['The need is mostly financial.'],
    ['Support would help; others may need it more.', 'A clear need in management, less clear for the rest.'],
    ['The right moment: demand outgrows organisation.', 'The need is precise and fits our trainings.'],
    ['Without support now, the project stops.'],
  ],
}
