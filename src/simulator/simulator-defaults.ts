/**
 * Fixed names and ids of a simulator nobody has configured, for demos and tests. None of them means anything
 * outside it; only the ids of Canvas and Google Classroom are Edlink's own.
 */
export const simulatorDefaults = {
  token: 'simulated-write-token',
  readToken: 'simulated-read-token',
  teamId: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  teamName: 'Brightwater Learning',
  applicationId: '16fd2706-8baf-433b-82eb-8c7fada847da',
  applicationName: 'Brightwater Reading',
  applicationSecret: 'simulated-application-secret',
  districtName: 'Maple Valley School District',
  canvasId: '035d6dd6-1569-47b2-8ed8-63435be58078',
  googleClassroomId: '47eda4bf-7440-4cd8-9ee7-44cafb98486b',
  school: 'maple-valley',
  schoolToken: 'simulated-school-token',
} as const;

/** The systems a district can connect here. */
export const defaultProviders = [
  provider(simulatorDefaults.canvasId, 'canvas', 'Canvas'),
  provider(simulatorDefaults.googleClassroomId, 'google-classroom', 'Google Classroom'),
  provider('9a1f6c1e-52b7-4d0c-8f3e-2b6d7c4a1e01', 'powerschool', 'PowerSchool SIS'),
  provider('9a1f6c1e-52b7-4d0c-8f3e-2b6d7c4a1e02', 'infinite-campus', 'Infinite Campus'),
  provider('9a1f6c1e-52b7-4d0c-8f3e-2b6d7c4a1e03', 'clever', 'Clever'),
  provider('9a1f6c1e-52b7-4d0c-8f3e-2b6d7c4a1e04', 'skyward', 'Skyward'),
];

/** The schools of Pathwright here. */
export const defaultSchools = [
  { name: simulatorDefaults.school, token: simulatorDefaults.schoolToken },
  { name: 'cedar-falls', token: 'simulated-other-school-token' },
];

function provider(id: string, application: string, name: string) {
  return { id, application, name, icon_url: `https://icons.example/${application}.svg` };
}
