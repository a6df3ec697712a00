/**
 * Merges the pages of several services: the format requires all samples of a metric under one heading, and the services
 * expose the same metrics with different labels. (prom-client's `Registry.merge` loses the labels.)
 */
export function mergePages(pages: readonly string[]): string {
  const samples = new Map<string, string[]>();
  for (const page of pages) {
    for (const family of page.split(/\n(?=# HELP )/)) {
      const lines = family.split('\n').filter((line) => line !== '');
      const heading = lines.filter((line) => line.startsWith('#')).join('\n');
      const found = lines.filter((line) => !line.startsWith('#'));
      samples.set(heading, [...(samples.get(heading) ?? []), ...found]);
    }
  }
  const families = [...samples].map(([heading, lines]) => [heading, ...lines].join('\n'));
  return `${families.join('\n\n')}\n`;
}
