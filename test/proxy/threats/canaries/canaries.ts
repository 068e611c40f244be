/** What must not be where it does not belong, each in letters that encodings change. */
export const canaries = {
  token: 'canary-token/with+odd=signs',
  cookie: 'canary+cookie/of=anne',
  accessToken: 'canary-access-token/7f3a',
  applicationSecret: 'canary-application-secret',
  schoolToken: 'canary-school-token/with+odd=signs',
  school: 'canary-school-of-anne',
  identity: 'canary identity <anne@idp.example>',
  clientSecret: 'canary client secret, typed & typed again',
  clientId: 'canary-client-id-10000000000001',
  hostError: 'canary: relation "districts" does not exist at 10.0.0.7',
  tenant: 'canary-district-ünï',
  otherTenant: 'canary-neighbour',
  actor: 'Änne Östlund <anne@district.example>',
  otherActor: 'Bén <ben@other.example>',
  key: 'canary-key-of-a-browser.0123456789~',
} as const;

export type Canary = keyof typeof canaries;
