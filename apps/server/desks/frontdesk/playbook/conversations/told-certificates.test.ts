import { conversation, HANDOFF, PRICE } from './conversation-checks.ts';

const BOOKED = '3 boxes from 10282 to 11937 on December 8, please book it';

for (const says of [
  "the doorman just told me they can't come in without a certificate of insurance, so please add that",
  "our building won't let you in without a COI, please put one on",
  'no certificate, no entry, the super says. Please include it',
  'management insists on a COI',
  'without a COI nobody gets in here, so we need one',
  "they're asking for an insurance certificate at the door. can that be added?",
]) {
  conversation(`a certificate is demanded: ${says}`, [
    { says: BOOKED, tool: HANDOFF, without: ['coi_required'] },
    { says, tool: HANDOFF, input: { coi_required: true } },
    { says: 'what does the certificate cost?', tool: PRICE, answers: ['$50'] },
  ]);
}

for (const says of [
  "the building doesn't want the certificate after all, take it off",
  "turns out the co-op doesn't require a COI",
  'please drop the certificate',
  "we don't need packing or a COI after all",
  'no COI then',
]) {
  conversation(`a certificate is taken back: ${says}`, [
    { says: 'petite move with a COI from 10282 to 11937 on December 8, please book it' },
    { says, tool: HANDOFF, input: { coi_required: false } },
  ]);
}

conversation('what a certificate adds', [
  { says: 'petite move from 10282 to 11937 on December 8, please book it', tool: HANDOFF },
  {
    says: 'we need a certificate after all. What does that add?',
    tool: PRICE,
    input: { coi_required: true },
    answers: ['$1,045', '$50'],
  },
]);
conversation('a certificate and no packing', [
  {
    says: 'a petite move, no packing but a COI, what is it?',
    tool: PRICE,
    input: { coi_required: true },
  },
]);
