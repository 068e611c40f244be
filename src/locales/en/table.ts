/** What every table says. */
export const table = {
  search: 'Search in these rows',
  loading: 'Loading…',
  loadMore: 'Load more',
  loadAll: 'Load all',
  showMore: 'Show more',
  counted: (shown: string, all: string) => `${shown} of ${all} shown`,
  countedMore: (shown: string, all: string) => `${shown} of ${all} shown; there are more to load`,
  noMatch: 'Nothing here matches.',
  noMatchMore: 'Nothing that is loaded matches. There are more to load.',
  showAll: 'Show all',
  actions: 'Actions',
  refresh: 'Refresh',
  any: 'All',
  keep: 'No, keep it',
  stop: 'Cancel',
};
