/** What a started process gets: where programs are, and the settings of the test alone. */
export function environmentWith(settings: Readonly<Record<string, string>>): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, ...settings };
}
