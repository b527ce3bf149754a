import type { ToldStep, ToldSteps } from '../applications/index.ts'
import { request } from '../../platform/web/context.ts'
import { type ToldOffer, toldOffers } from './queries/told-offers.ts'
import { words } from './words/index.ts'

/** What this stage has told of applications: the place offered, and the answer given. */
export const offersTold: ToldSteps = async (c, applications) => {
  const { db, organisation, language } = request(c)
  const t = words(language)
  const stepsOf = ({ offeredAt, answeredAt, accepted }: ToldOffer): ToldStep[] => [
    { at: offeredAt, title: t('offer.heading') },
    ...(answeredAt === null ? [] : [{ at: answeredAt, title: t(accepted === true ? 'offer.heading-accepted' : 'offer.heading-declined') }]),
  ]
  const told = new Map<string, ToldStep[]>()
  for (const offer of await toldOffers(db, organisation, applications))
    told.set(offer.application, [...(told.get(offer.application) ?? []), ...stepsOf(offer)])
  return told
}
