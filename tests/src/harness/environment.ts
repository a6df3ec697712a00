/** The environment of a started process: the search path for programs, and only the test's settings. */
export function environmentWith(settings: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, ...settings };
}
