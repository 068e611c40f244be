import { announceLocale } from './announce.js';
import type { Texts } from './en.js';

export const es: Texts = {
  organization: 'distrito',
  edlink: 'Edlink',

  connect: 'Conecte su SIS',
  intro: ({ site }) => `Abre ${site} en una pestaña nueva. La conexión tarda de 5 a 15 minutos.`,
  needsTitle: 'Qué debe tener a mano',
  needs: [
    'Una cuenta de administrador de su SIS o LMS',
    'Su dirección web y permiso para crear una clave de API o aprobar una aplicación',
    '¿No es usted? Empiece igualmente: podrá enviar el enlace a la persona que los tiene.',
  ],

  creating: 'Preparando su enlace…',
  opening: ({ site }) => `Abriendo ${site}…`,
  blocked: 'Su navegador ha bloqueado la pestaña nueva',
  blockedHint: 'Abra la página con este botón.',
  ready: 'Su enlace está listo',
  waiting: ({ site }) => `Esperando a ${site}`,
  started: 'La configuración está en marcha',
  noticed: 'Esta página se actualizará sola cuando termine.',
  mayClose: 'Puede cerrar esta página; nos enteraremos.',
  until: (date) => `El enlace funciona hasta el ${date}.`,

  steps: 'Pasos',
  stepMade: 'Crear el enlace',
  stepOpened: 'Abrir la página',
  stepSetUp: 'Iniciar sesión y configurar',
  stepConnected: 'Conectar',
  stepDone: 'hecho',

  open: ({ site }) => `Abrir ${site}`,
  openAgain: ({ site }) => `Abrir ${site} otra vez`,
  newTab: 'se abre en una pestaña nueva',
  check: 'Comprobar ahora',
  handOff: '¿Otra persona tiene la contraseña?',
  handOffWarning: ({ organization }) =>
    `Cualquiera que tenga este enlace puede conectar su propio sistema a esta cuenta. Envíelo solo dentro de su ${organization}.`,
  copy: 'Copiar enlace',
  copied: 'Enlace copiado',
  notCopied: (link) => `El navegador no permite copiar: ${link}`,
  mail: 'Enviar a un colega',
  share: 'Compartir…',
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

  cancel: 'Cancelar',
  cancelTitle: '¿Cancelar la conexión?',
  cancelText:
    'Es posible que un colega esté realizando la configuración. El enlace dejará de funcionar para todos.',
  cancelYes: 'Sí, cancelar',
  cancelNo: 'Seguir esperando',
  cancelling: 'Cancelando…',
  notCancelled: 'No se pudo cancelar. Es posible que ya haya terminado.',

  connected: 'Conectado',
  connectedReview: ({ vendor }) =>
    `Su parte está hecha. Ahora ${vendor} revisa la conexión; no se comparten datos hasta que la apruebe.`,
  connectedActive: ({ vendor }) =>
    `Su parte está hecha. ${vendor} ya puede leer los datos que usted aceptó compartir.`,
  notYours: ({ organization }) => `¿No es su ${organization}?`,
  notYoursHint:
    'Entonces un colega, u otra persona que tiene el enlace, ha conectado otro sistema. Aquí no se puede deshacer.',
  notYoursReview: ({ vendor }) =>
    `Avise a ${vendor} e indique este código. No se comparten datos hasta que se apruebe la conexión.`,
  notYoursActive: ({ vendor }) =>
    `Avise ahora a ${vendor} e indique este código: es posible que ya se compartan datos.`,
  connectAnother: 'Conectar otro sistema',
  incomplete: 'Edlink terminó sin una conexión',
  incompleteHint: ({ vendor }) =>
    `Compruebe de nuevo dentro de un momento o empiece otra vez. Si sigue igual, contacte con ${vendor} e indique el código.`,
  expired: 'El enlace ha caducado',
  expiredHint: 'No se conectó nada. Empiece otra vez para obtener un enlace nuevo.',
  cancelled: 'Se canceló la conexión',
  cancelledHint: 'El enlace ya no funciona. Puede empezar otra vez cuando quiera.',
  deleted: 'Otra persona canceló este enlace',
  failed: 'No ha funcionado',
  checkAgain: 'Comprobar de nuevo',
  startAgain: 'Empezar otra vez',
  tryAgain: 'Intentar de nuevo',
  required: 'Conecte primero su SIS.',
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

announceLocale('es', es);
