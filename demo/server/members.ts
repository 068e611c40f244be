import { createHash } from 'node:crypto';

/** A member of a school, as the vendor's own records have them. */
export interface Member {
  /** Pathwright's. */
  readonly user_id: number;
  readonly name: string;
  readonly email: string;
  /** Edlink's id of the same person, which the vendor gets with the district's data. */
  readonly person_id: string;
}

/** By district. */
export const members: Readonly<Record<string, readonly Member[]>> = {
  'wichita-usd-259': listMembers(1001, 'usd259.example', [
    'Ada Okafor',
    'Ben Nakamura',
    'Carla Mendes',
    'Deshawn Price',
    'Elif Yilmaz',
    'Farah Siddiqui',
    'Grace Lindholm',
    'Hugo Marchetti',
    'Imani Walker',
    'Jonas Petersen',
    'Keiko Tan',
    'Liam O’Rourke',
    'Mariam Haile',
    'Noah Schwartz',
    'Olga Kowalska',
    'Pedro Alvarez',
  ]),
  springfield: listMembers(2001, 'springfield.example', [
    'Quinn Foster',
    'Rosa Delgado',
    'Samir Patel',
    'Tessa Vaughn',
    'Umar Aziz',
    'Vera Novak',
  ]),
};

function listMembers(first: number, domain: string, names: readonly string[]): Member[] {
  return names.map((name, index) => {
    const email = `${name.toLowerCase().replace(/\W+/g, '.')}@${domain}`;
    return { user_id: first + index, name, email, person_id: madeUpUuid(email) };
  });
}

/** Always the same for the same text. */
function madeUpUuid(text: string): string {
  const digits = createHash('sha256').update(text).digest('hex');
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}
