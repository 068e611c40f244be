import type { Right } from '../../src/proxy/index.js';
import { districts, vendor } from './districts.js';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  /** A key of `districts`; `null` for the vendor's own staff, who look after all of them. */
  readonly district: string | null;
  /** Through the token proxy. */
  readonly can: readonly Right[];
}

/** Somebody of a district. */
export type Admin = Person & { readonly district: string };

const onboardings: readonly Right[] = ['read', 'create', 'delete'];
const links: readonly Right[] = ['links:read', 'links:write'];

/** Who can sign in. */
export const people: readonly Person[] = [
  {
    id: 'dana',
    name: 'Dana Whitfield',
    role: 'Director of Technology',
    email: 'dana.whitfield@usd259.example',
    district: 'wichita-usd-259',
    can: [...onboardings, ...links],
  },
  {
    id: 'luis',
    name: 'Luis Ortega',
    role: 'IT Coordinator',
    email: 'luis.ortega@springfield.example',
    district: 'springfield',
    can: [...onboardings, ...links],
  },
  {
    id: 'maya',
    name: 'Maya Lindqvist',
    role: 'School Registrar, may only read the links',
    email: 'maya.lindqvist@springfield.example',
    district: 'springfield',
    can: ['links:read'],
  },
  {
    id: 'noor',
    name: 'Noor Haddad',
    role: 'Customer Success',
    email: 'noor.haddad@lessonlake.example',
    district: null,
    can: onboardings,
  },
];

export const isOfDistrict = (person: Person): person is Admin => person.district !== null;

export const accountOf = ({ district }: Person): string =>
  district === null ? `${vendor} staff: all districts` : districtName(district);

export const districtName = (id: string): string => districts[id]?.name ?? id;
