import type { QuestionContent, QuestionKind, Response } from '../question/question.ts';
import { authorsId, shownId } from './shown-ids.ts';

/** A response as clients send it: only the field for the item's kind is set. */
export interface ResponseFields {
  readonly optionIds?: readonly string[] | null | undefined;
  readonly value?: boolean | null | undefined;
  readonly text?: string | null | undefined;
  readonly number?: string | null | undefined;
  readonly matches?: readonly { readonly pairId: string; readonly answer: string }[] | null | undefined;
}

export type ReadResponse =
  | { readonly ok: true; readonly response: Response | null }
  | { readonly ok: false; readonly reason: string };

const fieldOf = {
  SINGLE_CHOICE: 'optionIds',
  MULTIPLE_CHOICE: 'optionIds',
  TRUE_FALSE: 'value',
  SHORT_ANSWER: 'text',
  NUMERICAL: 'number',
  MATCHING: 'matches',
  ESSAY: 'text',
} as const satisfies Record<QuestionKind, keyof ResponseFields>;

/**
 * Reads a response to an item; without any field it withdraws the response.
 * @param seed of the item: clients refer to options and prompts by the displayed ids
 */
export function readResponse(content: QuestionContent, seed: string, fields: ResponseFields): ReadResponse {
  const { kind } = content;
  const { optionIds, value, text, number, matches } = fields;
  const given = Object.entries({ optionIds, value, text, number, matches }).filter(([, field]) => field != null);
  if (given.length === 0) return { ok: true, response: null };
  const expected = fieldOf[kind];
  if (given.some(([name]) => name !== expected)) {
    const names = given.map(([name]) => name).join(', ');
    return { ok: false, reason: `An item of kind ${kind} requires only ${expected}, not ${names}.` };
  }
  return toResponse(content, seed, fields);
}

function toResponse(content: QuestionContent, seed: string, fields: ResponseFields): ReadResponse {
  const { kind } = content;
  const idOf = (shown: string) => authorsId(content, seed, shown);
  switch (kind) {
    case 'SINGLE_CHOICE': {
      const [shown, ...others] = fields.optionIds ?? [];
      if (others.length > 0) return { ok: false, reason: 'Choose one option.' };
      if (shown === undefined) return { ok: true, response: null };
      const optionId = idOf(shown);
      return optionId === undefined ? unknown('option', shown) : { ok: true, response: { kind, optionId } };
    }
    case 'MULTIPLE_CHOICE': {
      const optionIds = new Set<string>();
      for (const shown of fields.optionIds ?? []) {
        const optionId = idOf(shown);
        if (optionId === undefined) return unknown('option', shown);
        optionIds.add(optionId);
      }
      return { ok: true, response: { kind, optionIds: [...optionIds] } };
    }
    case 'TRUE_FALSE':
      return { ok: true, response: { kind, value: fields.value === true } };
    case 'SHORT_ANSWER':
    case 'ESSAY':
      return { ok: true, response: { kind, text: fields.text ?? '' } };
    case 'NUMERICAL':
      return { ok: true, response: { kind, number: fields.number ?? '' } };
    case 'MATCHING': {
      const matches: { pairId: string; answer: string }[] = [];
      for (const { pairId: shown, answer } of fields.matches ?? []) {
        const pairId = idOf(shown);
        if (pairId === undefined) return unknown('prompt', shown);
        matches.push({ pairId, answer });
      }
      return { ok: true, response: { kind, matches } };
    }
    default:
      return kind satisfies never;
  }
}

function unknown(what: 'option' | 'prompt', shown: string): ReadResponse {
  return {
    ok: false,
    reason: `This item has no ${what} ${JSON.stringify(shown.slice(0, 40))}: choose one of those shown.`,
  };
}

/** The response as clients see it, with the displayed ids; the fields of other kinds are null. */
export function showResponse(response: Response, seed: string) {
  const none = { optionIds: null, value: null, text: null, number: null, matches: null };
  switch (response.kind) {
    case 'SINGLE_CHOICE':
      return { ...none, optionIds: [shownId(seed, response.optionId)] };
    case 'MULTIPLE_CHOICE':
      return { ...none, optionIds: response.optionIds.map((id) => shownId(seed, id)) };
    case 'TRUE_FALSE':
      return { ...none, value: response.value };
    case 'SHORT_ANSWER':
    case 'ESSAY':
      return { ...none, text: response.text };
    case 'NUMERICAL':
      return { ...none, number: response.number };
    case 'MATCHING':
      return {
        ...none,
        matches: response.matches.map(({ pairId, answer }) => ({ pairId: shownId(seed, pairId), answer })),
      };
    default:
      return response satisfies never;
  }
}
