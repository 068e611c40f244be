import type { invitation as english } from '../en/invitation.js';
import type { Texts } from '../texts.js';

export const invitation: Texts<typeof english> = {
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
