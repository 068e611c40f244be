import { rights } from '../../contract/list-notes.js';
import type { Authorize } from '../../proxy/index.js';

/**
 * The districts of a simulation; each is a tenant of its proxy, and its name is what its admin signs in with. A school of
 * that name is theirs.
 */
export const districts = {
  'maple-valley': 'Maple Valley School District',
  'cedar-falls': 'Cedar Falls Schools',
};

/** Whoever names a district is its admin: this proxy guards nothing. */
export const authorize: Authorize = ({ headers }) => {
  const tenant = /^Bearer ([\w-]+)$/.exec(headers.get('Authorization') ?? '')?.[1] ?? '';
  if (!isDistrict(tenant)) return null;
  return { tenant, actor: `admin@${tenant}.example`, scope: 'own', can: [...rights] };
};

export const describeTenant = (tenant: string) => (isDistrict(tenant) ? { district: districts[tenant] } : {});

const isDistrict = (name: string): name is keyof typeof districts => Object.hasOwn(districts, name);
