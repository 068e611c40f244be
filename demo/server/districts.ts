/** The vendor, in all texts. */
export const vendor = 'Lessonlake';

export interface District {
  readonly name: string;
  /** Who holds the SIS password. */
  readonly colleague: { readonly name: string; readonly email: string };
}

export interface Admin {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  /** A key of `districts`. */
  readonly district: string;
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

/** Who can sign in. */
export const admins: readonly Admin[] = [
  {
    id: 'dana',
    name: 'Dana Whitfield',
    role: 'Director of Technology',
    email: 'dana.whitfield@usd259.example',
    district: 'wichita-usd-259',
  },
  {
    id: 'luis',
    name: 'Luis Ortega',
    role: 'IT Coordinator',
    email: 'luis.ortega@springfield.example',
    district: 'springfield',
  },
];
