import type { onboardings as english } from '../en/onboardings.js';
import type { Texts } from '../texts.js';

export const onboardings: Texts<typeof english> = {
  onboardings: 'Conexiones de distritos',
  columnDistrict: 'Distrito',
  columnState: 'Estado',
  columnProvider: 'Sistema',
  columnCreatedBy: 'Creada por',
  columnExpiry: 'El enlace caduca',
  columnIntegration: 'Integración',
  columnInvitation: 'Invitación',

  conditions: {
    created: 'Sin abrir todavía',
    started: 'La configuración está en marcha',
    connected: 'Conectado',
    unapproved: 'Necesita su aprobación en Edlink',
    incomplete: 'Terminó sin una conexión',
    expired: 'Caducado',
  },
  states: { created: 'Sin abrir todavía', started: 'En marcha', completed: 'Terminado' },
  districtUnknown: 'Creada en Edlink, distrito desconocido',
  districtUnnamed: 'Distrito sin nombre',
  providerOpen: 'Lo elige el distrito',
  createdUnknown: 'No se sabe',
  noExpiry: 'Sin fecha',
  noIntegration: 'Ninguna todavía',
  openPage: 'Abrir',
  rowCopy: 'Copiar',
  rowMail: 'Correo',
  sendMail: 'Enviar por correo',
  inviteSubject: ({ vendor, district }) => `Por favor, conecte ${district || 'su distrito'} con ${vendor}`,
  inviteBody: ({ vendor, district, site }, link, until) =>
    `Hola:

por favor, conecte ${district || 'su distrito'} con ${vendor}. Necesita una cuenta de administrador de su SIS o LMS y de 5 a 15 minutos.

${link}

El enlace abre ${site}. ${until} Cualquiera que lo tenga puede conectar su propio sistema: por favor, no lo comparta fuera de su organización.

En caso de duda, inicie sesión en ${vendor} y empiece allí.`,

  noOnboardings: 'Todavía no hay ninguna conexión.',
  noneFiltered: 'No hay conexiones con estos filtros.',
  clearFilters: 'Quitar los filtros',

  delete: 'Eliminar',
  deleteTitle: (name) => `¿Eliminar la invitación de ${name}?`,
  deleteText: 'Su enlace dejará de funcionar para todos, también para quien lo esté usando ahora.',
  deleteYes: 'Sí, eliminarla',
  deleting: 'Eliminando…',
  deletedOne: (name) => `Eliminada: ${name}`,
  goneAlready: (name) => `Otra persona ya la ha eliminado: ${name}`,
  finishedStays: 'Terminada: no se puede eliminar',
  finishedMeanwhile: 'Ha terminado mientras tanto y ya no se puede eliminar.',

  newOnboarding: 'Nueva conexión',
  newFor: 'Distrito',
  newChoose: 'Elija…',
  create: 'Crear la invitación',
  creatingOne: 'Creando…',
  made: (name) => `La invitación para ${name} está lista`,
  done: 'Listo',
  fields: {
    provider_id: 'Sistema',
    expiration_date: 'El enlace funciona hasta',
    redirect_uri: 'Página a la que volver',
    team_id: 'El equipo del distrito en Edlink',
    automatic_approval: 'Aprobar la conexión automáticamente',
    application_id: 'Aplicación',
  },
  approvalHint:
    'Los datos se comparten en cuanto el distrito está conectado, y Edlink le factura a partir de entonces.',
  fieldProblems: {
    provider_id: 'Edlink no conoce este sistema.',
    team_id: 'Edlink no acepta este equipo. Solo los desarrolladores verificados pueden indicar uno.',
    expiration_date: 'Esta fecha no se acepta. Debe estar en el futuro.',
    other: 'Esto no se acepta.',
    notAllowed: 'Este sitio no permite indicar esto.',
  },
};
