import { en, type Onboarding } from '../../src/index.js';
import type { Proxy } from '../../src/proxy/index.js';
import { vendor } from './districts.js';
import { districtName, type Admin } from './people.js';

/** The mail that *Send to a colleague* prepares. */
export interface Invitation {
  subject: string;
  /** The text with the link in its middle. */
  before: string;
  link: string;
  after: string;
}

/**
 * The mail for the district's onboarding that is under way, if there is one. The server asks its own proxy, with the
 * session of whoever asks for the page, exactly as the browser would.
 */
export async function invitationFor(
  admin: Admin,
  request: Request,
  { proxy, edlinkUrl }: { proxy: Proxy; edlinkUrl: string },
): Promise<Invitation | null> {
  const onboarding = await liveOnboarding(request, proxy);
  if (!onboarding) return null;
  const link = `${edlinkUrl}/onboard/${onboarding.id}`;
  const names = {
    vendor,
    district: districtName(admin.district),
    site: new URL(edlinkUrl).host,
    organization: 'district',
  };
  const text = en.mailBody(names, link, until(onboarding));
  const [before = '', after = ''] = text.split(link);
  return { subject: en.mailSubject(names), before: before.trim(), link, after: after.trim() };
}

async function liveOnboarding({ url, headers }: Request, proxy: Proxy): Promise<Onboarding | undefined> {
  const answer = await proxy(
    new Request(new URL('/edlink/onboardings?limit=20', url), {
      headers: { Cookie: headers.get('Cookie') ?? '', 'X-Requested-With': 'connect-district' },
    }),
  );
  if (!answer.ok) return undefined;
  const { $data } = (await answer.json()) as { $data: Onboarding[] };
  return $data.find(({ state, expiration_date }) => state !== 'completed' && isAhead(expiration_date));
}

const isAhead = (date: string | null): boolean => date === null || Date.parse(date) > Date.now();

function until({ expiration_date }: Onboarding): string {
  if (expiration_date === null) return '';
  const date = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });
  return en.until(date.format(new Date(expiration_date)));
}
