import type { Frames } from './frames.ts'

export const framesEn: Frames = {
  place: [
    'Everything happens in {town}, close to {quarter}, where rent is still reasonable and people know us.',
    'We chose {town} because the makers, the stories and the first clients are all within walking distance.',
    'The room in {quarter} is lent by an uncle for a year and opens on a busy street.',
    'From {town} the project should reach the neighbouring communes, with a stall at the weekly souk.',
  ],
  plan: [
    'Over six months the aim is simple: a fair price, {few} regular clients and one first month in balance.',
    'By the end of the programme we want a legal status, a separate account and {many} sales that can be checked.',
    'Two months to correct the offer, two to sell it, two to prepare the Forum.',
    'The seed fund would pay for the tool we lack, not our wages: those must come from sales.',
  ],
  payers: [
    'The first to pay are {client}, then {client2}.',
    'Of {many} people we asked, {client} and {client2} decide fast and pay on delivery.',
    'We balance two kinds of clients: {client} for regular income, {client2} for the margin.',
    'Today {client} ask and do not find; {client2} buy elsewhere and pay more.',
  ],
  channels: [
    'We sell on the spot and by message, with payment on delivery.',
    'Summer, when families come home from abroad, should bring a third of sales.',
    'A twelve-page catalogue in two languages is enough to start knocking on doors.',
    'We count on {many} sales a month in the first year and know our break-even.',
  ],
  impact: [
    'Within a year we expect {few} part-time jobs, most of them for women in {town}.',
    'Each quarter {many} young people of {town} will be trained free of charge.',
    'We will publish our figures once a year: income paid out, hours of training, share of women.',
    'Part of the public comes from villages, with a lower price and shared transport.',
  ],
  person: [
    'I have worked in this field for {few} years; I am strong at making and weak at selling.',
    'A friend takes care of {role1} a few hours a week, and a former teacher reviews my work.',
    'I have already managed a student club of {many} members and one public order from end to end.',
    'I am looking for somebody for {role2}; two serious people are waiting for the result.',
  ],
  team: [
    'We are {teamSize}, and each of us has a written part: {role1}, {role2} and co-ordination.',
    'The team met on a volunteer project and has worked together for {few} years.',
    'Our disagreements are settled by vote, and a notebook keeps the decisions.',
    'We lack somebody who can sell; a person from {town} is ready to join half-time.',
  ],
  cso: [
    '{structure} has existed for {few} years, holds its assemblies and files its accounts; a team under thirty carries the project.',
    'The board leaves the project its own purse and calendar and looks at the results each month.',
    'Three people work on the project: {role1}, {role2} and administration.',
  ],
  needOpening: [
    'We know how to make it, not yet how to sell it without wearing ourselves out.',
    'On our own we learn by trial, and each mistake costs a month.',
    'Demand is there; what blocks us is organisation.',
    'We need an outside eye, demanding and regular.',
  ],
  needClosing: [
    'Meeting other projects of the region would save us time.',
    'We hope above all for a coach who knows the trade and a real calendar.',
    'Without support the project will go on, slowly, and pay nobody.',
    'We are available for the whole programme, weekends included.',
  ],
}
