import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNames } from './names.mjs';
import { Refused } from './refused.mjs';

describe('names', () => {
  it('come in every form that the templates use', () => {
    const names = readNames(['live-session', 'daily-summary']);
    assert.equal(names.domain, 'liveSession');
    assert.equal(names.Concepts, 'DailySummaries');
    assert.equal(names.concept_table, 'daily_summary');
    assert.equal(names['A concept'], 'A daily summary');
  });

  it('get an article by their sound', () => {
    const articles = ['asset', 'hub', 'unit', 'event', 'euro', 'one-off'].map(
      (concept) => readNames(['media', concept])['a concept'],
    );
    assert.deepEqual(articles, ['an asset', 'a hub', 'a unit', 'an event', 'a euro', 'a one off']);
  });

  for (const words of [
    [],
    ['media'],
    ['media', 'asset', 'more'],
    ['Media', 'asset'],
    ['media', 'asset-'],
    ['media', 'two--dashes'],
    ['../media', 'asset'],
    ['m'.repeat(41), 'asset'],
    ['media', 'a'.repeat(41)],
  ]) {
    it(`are refused if invalid: ${words.join(' ')}`, () => {
      assert.throws(() => readNames(words), Refused);
    });
  }
});
