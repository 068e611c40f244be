/** The vendor, in all texts. */
export const vendor = 'Lessonlake';

export interface District {
  readonly name: string;
  /** Who holds the SIS password. */
  readonly colleague: { readonly name: string; readonly email: string };
}

export const districts: Readonly<Record<string, District>> = {
  'wichita-usd-259': {
    name: 'Wichita USD 259',
    colleague: { name: 'Priya Raman', email: 'priya.raman@usd259.example' },
  },
  springfield: {
    name: 'Springfield Public Schools',
    colleague: { name: 'Tom Becker', email: 'tom.becker@springfield.example' },
  },
};

export const isDistrict = (id: string): boolean => Object.hasOwn(districts, id);
