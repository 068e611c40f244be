import type { links as english } from '../en/links.js';
import type { Texts } from '../texts.js';

export const links: Texts<typeof english> = {
  linksLabel: 'Vínculos externos',
  linksNone: 'Todavía no hay nadie vinculado a una identidad externa.',
  linksReadOnly: 'Su cuenta puede ver estos vínculos, pero no cambiarlos.',
  linkMember: 'Miembro',
  linkType: 'Tipo',
  linkIdentity: 'Identidad externa',
  linkUpdated: 'Última actualización',
  linkTypes: { external: 'Externo', saml2: 'SAML2 (inicio de sesión único)' },
  linkNoMember: 'desconocido',
  linkNever: 'Nunca actualizado',
  linkTwice: (members) => `Vinculada más de una vez: ${members}`,
  linkRow: (member, link) => `miembro ${member}, vínculo ${link}`,
  linkCovered: 'Oculta',
  linkShow: 'Mostrar',
  linkCover: 'Ocultar',
  linksShow: 'Mostrar todas las identidades',
  linksCover: 'Ocultar todas las identidades',
  linksSearchHint: 'Las identidades ocultas solo se encuentran por su texto completo.',
  linksUncovered: 'Se muestran las identidades. Se ocultarán de nuevo cuando deje esta página.',

  linkRemove: 'Quitar',
  linkRemoveTitle: '¿Quitar este vínculo?',
  linkRemoveText: (member, identity) => `El miembro ${member} ya no podrá iniciar sesión como ${identity}.`,
  linkRemoveYes: 'Sí, quitarlo',
  linkRemoving: 'Quitando…',
  linkRemoved: (member) => `Se ha quitado el vínculo del miembro ${member}.`,
  linkElsewhere: 'Se quita en el proveedor de identidad, no aquí',
  linkRefused: 'Este vínculo no se puede quitar aquí. Se hace en el proveedor de identidad.',

  linkAdd: 'Añadir un vínculo',
  importOpen: 'Importar CSV',
  importOffer: (count) => `Esta página ha preparado vínculos para importar: ${count}.`,
  importOfferYes: 'Verlos',

  exportCsv: 'Exportar CSV',
  exporting: 'Leyendo todos los vínculos…',
  exported: (count) => `Vínculos en el archivo: ${count}`,

  linkProblems: {
    unauthorized: 'Se ha cerrado su sesión. Iníciela de nuevo en otra pestaña y vuelva aquí.',
    not_found: 'Aquí no hay ninguna escuela para su cuenta.',
    rate_limited: 'Hay demasiadas peticiones en este momento. Inténtelo de nuevo dentro de un minuto.',
    upstream_unavailable:
      'Pathwright o este sitio tiene un problema en este momento. Inténtelo de nuevo más tarde.',
    host_not_ready: 'Este sitio no está listo para eso en este momento. Inténtelo de nuevo más tarde.',
    network: 'El servidor no responde. Inténtelo de nuevo más tarde.',
  },
};
