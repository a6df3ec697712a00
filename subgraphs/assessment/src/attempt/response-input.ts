import type { QuestionKind, Response } from '../question/question.ts';

/** A response as clients send it: the field of the item's kind is set. */
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

/** Reads a response to an item of a kind; without any field it takes the response back. */
export function readResponse(kind: QuestionKind, fields: ResponseFields): ReadResponse {
  const { optionIds, value, text, number, matches } = fields;
  const given = Object.entries({ optionIds, value, text, number, matches }).filter(([, field]) => field != null);
  if (given.length === 0) return { ok: true, response: null };
  const expected = fieldOf[kind];
  if (given.some(([name]) => name !== expected)) {
    const names = given.map(([name]) => name).join(', ');
    return { ok: false, reason: `An item of kind ${kind} takes ${expected} alone, not ${names}.` };
  }
  return toResponse(kind, fields);
}

function toResponse(kind: QuestionKind, fields: ResponseFields): ReadResponse {
  switch (kind) {
    case 'SINGLE_CHOICE': {
      const [optionId, ...others] = fields.optionIds ?? [];
      if (others.length > 0) return { ok: false, reason: 'Choose one option.' };
      return { ok: true, response: optionId === undefined ? null : { kind, optionId } };
    }
    case 'MULTIPLE_CHOICE':
      return { ok: true, response: { kind, optionIds: [...new Set(fields.optionIds)] } };
    case 'TRUE_FALSE':
      return { ok: true, response: { kind, value: fields.value === true } };
    case 'SHORT_ANSWER':
    case 'ESSAY':
      return { ok: true, response: { kind, text: fields.text ?? '' } };
    case 'NUMERICAL':
      return { ok: true, response: { kind, number: fields.number ?? '' } };
    case 'MATCHING': {
      const matches = (fields.matches ?? []).map(({ pairId, answer }) => ({ pairId, answer }));
      return { ok: true, response: { kind, matches } };
    }
    default:
      return kind satisfies never;
  }
}

/** The response as clients see it: the fields of other kinds are null. */
export function showResponse(response: Response) {
  const none = { optionIds: null, value: null, text: null, number: null, matches: null };
  switch (response.kind) {
    case 'SINGLE_CHOICE':
      return { ...none, optionIds: [response.optionId] };
    case 'MULTIPLE_CHOICE':
      return { ...none, optionIds: response.optionIds };
    case 'TRUE_FALSE':
      return { ...none, value: response.value };
    case 'SHORT_ANSWER':
    case 'ESSAY':
      return { ...none, text: response.text };
    case 'NUMERICAL':
      return { ...none, number: response.number };
    case 'MATCHING':
      return { ...none, matches: response.matches };
    default:
      return response satisfies never;
  }
}
