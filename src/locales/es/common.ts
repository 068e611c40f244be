import type { common as english } from '../en/common.js';
import type { Texts } from '../texts.js';

export const common: Texts<typeof english> = {
  organization: 'distrito',
  edlink: 'Edlink',

  until: (date) => `El enlace funciona hasta el ${date}.`,

  open: ({ site }) => `Abrir ${site}`,
  openAgain: ({ site }) => `Abrir ${site} otra vez`,
  newTab: 'se abre en una pestaña nueva',
  handOffWarning: ({ organization }) =>
    `Cualquiera que tenga este enlace puede conectar su propio sistema a esta cuenta. Envíelo solo dentro de su ${organization}.`,
  copy: 'Copiar enlace',
  copied: 'Enlace copiado',
  notCopied: (link) => `El navegador no permite copiar: ${link}`,
  mail: 'Enviar a un colega',
  mailSubject: ({ vendor, district }) =>
    district
      ? `Por favor, conecte ${district} con ${vendor}`
      : `Por favor, conecte nuestro SIS con ${vendor}`,
  mailBody: ({ vendor, district, site }, link, until) =>
    `Hola:

¿podría conectar ${district || 'nuestro SIS'} con ${vendor}? Necesita una cuenta de administrador de nuestro SIS o LMS y de 5 a 15 minutos.

${link}

El enlace abre ${site}. ${until} Por favor, no lo comparta fuera de nuestra organización.

En caso de duda, inicie sesión en ${vendor} y empiece allí.`,

  failed: 'No ha funcionado',
  tryAgain: 'Intentar de nuevo',
  code: (code) => `Código para soporte: ${code}`,

  problems: {
    unauthorized:
      'Se ha cerrado su sesión. Iníciela de nuevo en otra pestaña y vuelva aquí. El enlace que ya tenga sigue funcionando.',
    forbidden: 'Su cuenta no tiene permiso para esto. Consulte a un administrador de este sitio.',
    rate_limited: 'Hay demasiadas peticiones en este momento. Seguiremos solos.',
    upstream_unavailable:
      'Edlink o este sitio tiene un problema en este momento. Seguimos intentándolo; no se pierde nada.',
    host_not_ready: 'Ya está conectado en Edlink y se está guardando aquí. Tarda un momento.',
    integration_conflict:
      'Este sistema ya pertenece a otra cuenta. Contacte con soporte e indique el código.',
    network: 'El servidor no responde. Seguimos intentándolo; no se pierde nada.',
    other: 'Algo falla por nuestra parte. Contacte con soporte e indique el código.',
  },
};
