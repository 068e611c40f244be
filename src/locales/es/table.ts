import type { table as english } from '../en/table.js';
import type { Texts } from '../texts.js';

export const table: Texts<typeof english> = {
  search: 'Buscar en estas filas',
  loading: 'Cargando…',
  loadMore: 'Cargar más',
  loadAll: 'Cargar todo',
  showMore: 'Mostrar más',
  counted: (shown, all) => `Se muestran ${shown} de ${all}`,
  countedMore: (shown, all) => `Se muestran ${shown} de ${all}; hay más por cargar`,
  noMatch: 'Nada coincide aquí.',
  noMatchMore: 'Nada de lo cargado coincide. Hay más por cargar.',
  showAll: 'Mostrar todo',
  actions: 'Acciones',
  refresh: 'Actualizar',
  any: 'Todos',
  keep: 'No, conservar',
  stop: 'Cancelar',
};
