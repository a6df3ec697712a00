import { Lexer, Source, TokenKind } from 'graphql';

export interface TextMeasure {
  readonly tokens: number;
  readonly brackets: number;
}

const opening = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Counts tokens and the depth of brackets before anything recursive, such as the parser, meets the text; stops counting
 * tokens soon after `enough`.
 * @throws {GraphQLError} at a character that no token begins with
 */
export function measureText(text: string, enough: number): TextMeasure {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let depth = 0;
  let brackets = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF && tokens <= enough; token = lexer.advance()) {
    tokens += 1;
    if (opening.has(token.kind)) depth += 1;
    if (closing.has(token.kind)) depth -= 1;
    if (depth > brackets) brackets = depth;
  }
  return { tokens, brackets };
}
