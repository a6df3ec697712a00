import { refuseClashes } from '../generator/clashes.mjs';
import { readNames } from '../generator/names.mjs';
import { Refused } from '../generator/refused.mjs';

/**
 * The domains to test the generator with: domain, first concept and options. They are unsorted, so each is inserted
 * elsewhere.
 */
const wanted = [
  ['payments', 'purchase-order'],
  ['profile', 'profile'],
  ['media', 'asset', '--feed'],
  ['notification', 'delivery-preference'],
  ['collaboration', 'discussion-thread'],
  ['gamification', 'badge'],
  ['credentials', 'certificate'],
  ['analytics', 'daily-summary'],
  // Before every other name; a prefix of another name; a dash after another name; as long as a name may be.
  ['absence', 'absence-note'],
  ['pay', 'box', '--feed'],
  ['course-review', 'appraisal'],
  ['zoological-and-botanical-field-excursion', 'excursion-equipment-reservation-request'],
];

/** The same, with names that are free in this repository: an existing domain gets another name. */
export function freeDomains() {
  return wanted.map(([domain, concept, ...options]) => {
    const candidates = [domain, `trial-${domain}`].flatMap((name) => [
      [name, concept, ...options],
      [name, `trial-${concept}`, ...options],
    ]);
    const free = candidates.find(isFree);
    if (!free)
      throw new Error(
        `No name like ${domain} ${concept} is free: choose another one in scripts/test-generator/domains.mjs.`,
      );
    return free;
  });
}

function isFree(words) {
  try {
    refuseClashes(readNames(words));
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** More concepts for some of the domains, and for a handwritten one. */
export function moreConcepts(domains) {
  const [first, second] = domains;
  return [
    [first[0], 'trial-receipt'],
    [first[0], 'trial-invoice', '--feed'],
    [second[0], 'trial-folder', '--feed'],
    ['course', 'trial-announcement', '--feed'],
  ];
}
