import { isOfDistrict, type Person } from '../server/people.js';

interface Place {
  readonly path: string;
  readonly label: string;
  readonly isFor: (person: Person) => boolean;
}

const connects = (person: Person): boolean => isOfDistrict(person) && person.can.includes('create');

const places: readonly Place[] = [
  { path: '/', label: 'Data connection', isFor: connects },
  { path: '/onboardings', label: 'Onboardings', isFor: ({ can }) => can.includes('read') },
  { path: '/links', label: 'External links', isFor: ({ can }) => can.includes('links:read') },
  { path: '/colleague', label: 'A colleague’s view', isFor: connects },
];

/** The pages that somebody may see, in the navigation's order; they arrive at the first. */
export const placesFor = (person: Person): readonly Place[] => places.filter(({ isFor }) => isFor(person));
