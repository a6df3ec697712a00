import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refuseClashes } from './clashes.mjs';
import { readNames } from './names.mjs';

describe('a clash', () => {
  for (const [domain, concept, message] of [
    ['course', 'asset', /^subgraphs\/course exists already/],
    ['telemetry', 'asset', /^packages\/telemetry exists already/],
    ['gateway', 'asset', /^gateway exists already/],
    ['event', 'asset', /^packages\/contracts\/src\/event\.ts exists already/],
    ['kafka', 'asset', /^docker-compose\.yml has the service kafka/],
    ['options', 'asset', /^The list of subgraphs uses options/],
    ['class', 'asset', /^The list of subgraphs uses class/],
    ['trial', 'lesson', /^The graph has the type Lesson/],
    ['trial', 'string', /^The graph has the type String/],
    ['trial', 'gift', /^A folder gift is reserved for pure code/],
    ['trial', 'outbox', /^Every database has the table outbox/],
    ['trial', 'database', /^Every subgraph has the folder database/],
    ['trial', 'maybe', /^The generated code uses Maybe/],
    ['trial', 'viewer', /^The code of a subgraph uses/],
    ['trial', 'new', /^The code of a subgraph uses new/],
  ]) {
    it(`is refused before anything is written: ${domain} ${concept}`, () => {
      assert.throws(() => refuseClashes(readNames([domain, concept])), { message });
    });
  }

  it('does not occur between a domain and its concept of the same name', () => {
    refuseClashes(readNames(['trial', 'trial']));
  });
});
