import { readJson, writeJson } from './json-file.js';

/** What the vendor has written down about a district's connection. */
export interface DistrictConnection {
  integration_id: string;
  onboarding_id: string;
  /** Who clicked, which need not be who finished. */
  started_by: string;
  /** ISO 8601. */
  connected_at: string;
}

/** The vendor's own database, as far as connections go. */
export interface DistrictRecords {
  connectionOf(district: string): DistrictConnection | null;
  connect(district: string, connection: DistrictConnection): void;
  disconnect(district: string): void;
}

export function openDistrictRecords(file: string): DistrictRecords {
  const connections = new Map(Object.entries(readJson<Record<string, DistrictConnection>>(file, {})));
  const save = () => writeJson(file, Object.fromEntries(connections));
  return {
    connectionOf: (district) => connections.get(district) ?? null,
    connect(district, connection) {
      connections.set(district, connection);
      save();
    },
    disconnect(district) {
      connections.delete(district);
      save();
    },
  };
}
