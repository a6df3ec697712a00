import { Lexer, Source, TokenKind } from 'graphql';

export interface TextMeasure {
  readonly tokens: number;
  readonly brackets: number;
}

const opening = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Counts tokens and bracket depth before anything recursive, such as the parser, reads the text; stops soon after
 * `enough` tokens.
 * @throws {GraphQLError} at a character that starts no token
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
