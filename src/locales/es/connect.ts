import type { connect as english } from '../en/connect.js';
import type { Texts } from '../texts.js';

export const connect: Texts<typeof english> = {
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
  steps: 'Pasos',
  stepMade: 'Crear el enlace',
  stepOpened: 'Abrir la página',
  stepSetUp: 'Iniciar sesión y configurar',
  stepConnected: 'Conectar',
  stepDone: 'hecho',

  check: 'Comprobar ahora',
  handOff: '¿Otra persona tiene la contraseña?',
  share: 'Compartir…',
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
  checkAgain: 'Comprobar de nuevo',
  startAgain: 'Empezar otra vez',
  required: 'Conecte primero su SIS.',
};
