import type { SimulatorSettings } from '../settings-schema.js';
import type { LinkRecord } from '../world.js';

/** The link as the API shows it now. */
export function linkJson(settings: SimulatorSettings, link: LinkRecord): LinkRecord {
  return {
    id: link.id,
    user: link.user,
    link_type: link.link_type === 'external' ? settings.externalReportedAs : link.link_type,
    external_id: link.external_id,
    last_external_update: settings.linkTimes === 'null' ? null : link.last_external_update,
  };
}
