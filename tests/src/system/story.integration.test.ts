import { createNarrator, playStory } from '@lyceum/cli/demo';
import { testServerUrl } from '@lyceum/testing';
import { createInstallation, type Installation } from '../harness/installation.ts';

let installation: Installation;
let url: string;

beforeAll(async () => {
  installation = await createInstallation(testServerUrl());
  url = (await installation.launch()).url;
});
afterAll(() => installation.remove());

describe('the story of the demo', () => {
  it('has the expected result, also a second time on the same installation', async () => {
    for (let play = 1; play <= 2; play += 1) {
      const told: string[] = [];
      await playStory(
        url,
        createNarrator((line) => told.push(line)),
      );
      expect(told).toHaveLength(14);
      expect(told.at(-1)).toContain('Emilie du Châtelet: 100.00 %');
    }
  });
});
