/** How people and programs call the columns, in letters and digits only; the export's own names come first. */
const names = {
  user_id: [
    'userid',
    'user',
    'memberid',
    'member',
    'membernumber',
    'pathwrightid',
    'pathwrightuser',
    'pathwrightuserid',
    'pathwrightmemberid',
    'usuario',
    'idusuario',
    'iddeusuario',
    'iddelusuario',
    'usuarioid',
    'miembro',
    'idmiembro',
    'iddemiembro',
    'iddelmiembro',
    'miembroid',
    'numerodemiembro',
  ],
  external_id: [
    'externalid',
    'external',
    'externaluserid',
    'externalidentity',
    'externalidentifier',
    'outsideidentity',
    'identity',
    'edlinkid',
    'edlinkpersonid',
    'personid',
    'sisid',
    'nameid',
    'idexterno',
    'iddeusuarioexterno',
    'identificadorexterno',
    'identidadexterna',
    'identidad',
    'iddepersona',
    'idpersona',
    'idsis',
    'iddelsis',
  ],
  link_type: ['linktype'],
} as const;

/** The one column with such a name. */
export function namedColumn(what: keyof typeof names, header: readonly string[]): number | undefined {
  const known: readonly string[] = names[what];
  const [column, ...others] = header.flatMap((cell, index) => (known.includes(plain(cell)) ? [index] : []));
  return others.length === 0 ? column : undefined;
}

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
