/** What a district can agree to share. */
export const permissions = [
  { key: 'schools', label: 'Districts and schools', isPreset: true },
  { key: 'classes', label: 'Courses, classes and enrollments', isPreset: true },
  { key: 'people', label: 'Names and e-mail addresses of teachers and students', isPreset: true },
  { key: 'assignments', label: 'Assignments and grades', isPreset: false },
  { key: 'demographics', label: 'Demographics', isPreset: false },
] as const;

export const isPermission = (key: string): boolean =>
  permissions.some((permission) => permission.key === key);
